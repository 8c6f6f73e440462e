"""Tests of visits/rounds/patrol, through the real window."""
