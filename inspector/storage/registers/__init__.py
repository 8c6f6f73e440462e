"""Registers that an office keeps beside its visits: what is planned, asked and complained of."""
