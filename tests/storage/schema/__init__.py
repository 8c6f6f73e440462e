"""Tests of `storage/schema`."""
