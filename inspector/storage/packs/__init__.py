"""Checklists and holidays as TOML files; must not know SQL."""
