"""Tests of data/preferences, through the real window."""
