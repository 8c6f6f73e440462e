"""Tests of `storage/comparing`."""
