"""Checklist packs as workbooks, written and read back without loss.

It must not know rosters or papers.
"""
