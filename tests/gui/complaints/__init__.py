"""Tests of `gui/complaints`."""
