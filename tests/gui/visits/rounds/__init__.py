"""Tests of visits/rounds, through the real window."""
