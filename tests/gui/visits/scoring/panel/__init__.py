"""Tests of visits/scoring/panel, through the real window."""
