"""Tests of `storage/registers`."""
