"""Tests of long jobs beside the window."""
