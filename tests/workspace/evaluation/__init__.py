"""Tests of `workspace/evaluation`."""
