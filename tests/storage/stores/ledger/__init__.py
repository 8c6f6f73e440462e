"""Tests of `storage/stores`."""
