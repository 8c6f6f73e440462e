"""Tests of `excel/plans`."""
