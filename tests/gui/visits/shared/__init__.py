"""Tests of visits/shared, through the real window."""
