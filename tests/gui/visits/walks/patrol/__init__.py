"""Tests of visits/walks/patrol, through the real window."""
