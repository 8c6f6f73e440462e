"""Tests of `excel/papers`."""
