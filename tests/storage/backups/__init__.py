"""Tests of `storage/backups`."""
