"""Scoring a visit: the page, its keys, where the inspector stands.

It must not know walks or records.
"""
