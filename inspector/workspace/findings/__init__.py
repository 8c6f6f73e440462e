"""A finding's life from raised to closed: numbers, steps, the ledger, returned sheets, deadlines
that new holidays move.

It must not know visits, meetings or papers.
"""
