"""The one database file: opening, refusing, transactions, troubles of SQLite, signs of damage.

It must not know what a row means.
"""
