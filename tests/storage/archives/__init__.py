"""Tests of what figures are computed from."""
