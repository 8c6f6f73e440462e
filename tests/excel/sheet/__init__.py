"""Tests of `excel/sheet`."""
