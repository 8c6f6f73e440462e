"""Tests of data/holidays, through the real window."""
