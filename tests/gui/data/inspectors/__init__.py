"""Tests of `gui/data/inspectors`."""
