"""Publishing to the city's ledger."""
