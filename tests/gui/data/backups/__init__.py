"""Tests of data/backups, through the real window."""
