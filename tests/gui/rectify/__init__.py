"""The ledger page, through the window."""
