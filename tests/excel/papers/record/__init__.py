"""Tests of `excel/papers/record`."""
