"""A finding from raised to closed, its ledger, recheck and the score after appeals.

It must not know figures or papers.
"""
