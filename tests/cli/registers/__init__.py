"""Registers by the command line."""
