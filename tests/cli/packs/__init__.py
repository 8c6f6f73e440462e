"""Checklists taken in, written out and replaced by commands."""
