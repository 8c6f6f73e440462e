"""Tests of `workspace/training`."""
