"""A ledger or reply slip that came back from a unit, read into rows.

It must not know findings or decide what is taken in.
"""
