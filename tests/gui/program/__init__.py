"""Tests of program, through the real window."""
