"""Tests of frame, through the real window."""
