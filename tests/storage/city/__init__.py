"""The city's ledger in a real PostgreSQL."""
