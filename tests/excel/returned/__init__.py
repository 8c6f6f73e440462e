"""Tests of `excel/returned`."""
