"""Registers beside the visits: each a store of one thing that an office keeps a list of."""
