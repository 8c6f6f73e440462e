"""Tests of `gui/plan`."""
