"""Tests of visits/walks, through the real window."""
