"""The ledger of findings as it is searched: its rows, its words, the places they have."""
