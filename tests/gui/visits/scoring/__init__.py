"""Tests of visits/scoring, through the real window."""
