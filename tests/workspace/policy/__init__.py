"""Tests of `workspace/policy`."""
