"""Tests of `excel/rosters`."""
