"""Backup, restore, doctor and what tampering leaves, on real folders."""
