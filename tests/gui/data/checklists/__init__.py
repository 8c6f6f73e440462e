"""Tests of data/checklists, through the real window."""
