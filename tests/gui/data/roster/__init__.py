"""Tests of data/roster, through the real window."""
