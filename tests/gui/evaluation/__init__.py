"""Tests of `gui/evaluation`."""
