"""Tests of commands between laptops."""
