"""Tests of `workspace/complaints`."""
