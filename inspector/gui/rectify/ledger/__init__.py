"""The ledger: columns, filters, rows, and the finding in front; it must not know the steps."""
