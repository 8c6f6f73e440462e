"""Tests of widgets, through the real window."""
