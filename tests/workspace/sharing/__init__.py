"""Tests of what laptops exchange."""
