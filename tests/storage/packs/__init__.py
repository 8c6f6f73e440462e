"""Tests of `storage/packs`."""
