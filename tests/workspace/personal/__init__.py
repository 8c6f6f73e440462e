"""Tests of `workspace/personal`."""
