"""A finding from raised to closed, the ledger, returned sheets, on real folders."""
