"""Tests of `storage/sharing`."""
