"""Tests of `storage/files`."""
