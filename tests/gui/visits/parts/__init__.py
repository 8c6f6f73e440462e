"""Tests of visits/parts, through the real window."""
