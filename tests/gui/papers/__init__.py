"""Tests of papers, through the real window."""
