"""The city's ledger: what many laptops publish, in PostgreSQL or in one SQLite file."""
