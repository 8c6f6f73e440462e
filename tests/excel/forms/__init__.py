"""Tests of `excel/forms`."""
