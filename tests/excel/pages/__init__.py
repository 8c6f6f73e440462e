"""Tests of `excel/pages`."""
