"""Tests of `workspace/plans`."""
