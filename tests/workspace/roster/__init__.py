"""Tests of `workspace/roster`."""
