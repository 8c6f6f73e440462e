"""Visits, patrols, rechecks and their records, on real folders."""
