"""Tests of commands, through the real window."""
