"""Tests of `gui/data/personal`."""
