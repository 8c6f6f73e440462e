"""Tests of widgets/lists, through the real window."""
