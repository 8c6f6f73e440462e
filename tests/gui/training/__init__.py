"""Tests of `gui/training`."""
