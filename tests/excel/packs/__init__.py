"""Tests of `excel/packs`."""
