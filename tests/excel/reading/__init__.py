"""Tests of `excel/reading`."""
