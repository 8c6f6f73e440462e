"""Tests of visits/scoring/photos, through the real window."""
