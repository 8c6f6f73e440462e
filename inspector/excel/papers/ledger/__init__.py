"""What the ledger (整改台账) prints: its columns, those that share a cell on A4, its paper.

It must not know how a sheet is written.
"""
