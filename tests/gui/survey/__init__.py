"""Tests of `gui/survey`."""
