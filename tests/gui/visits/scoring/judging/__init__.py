"""Tests of visits/scoring/judging, through the real window."""
