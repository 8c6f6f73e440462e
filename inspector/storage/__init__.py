"""Bytes to domain objects and back: the database, its migrations, the stores, pack files.

Knows no Qt and no workbooks.
"""
