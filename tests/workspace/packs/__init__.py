"""Checklists and a site's own numbers, on real folders."""
