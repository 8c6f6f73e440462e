"""Workbooks and notices out of the ledger, and returned rows back into it.

It must not know the steps.
"""
