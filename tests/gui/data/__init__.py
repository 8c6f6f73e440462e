"""Tests of the data page, on real folders, with keys and clicks."""
