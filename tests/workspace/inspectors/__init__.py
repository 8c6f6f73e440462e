"""Tests of `workspace/inspectors`."""
