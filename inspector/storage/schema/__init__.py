"""The released steps of the schema and what the tables should be.

Steps are never edited, and know no store.
"""
