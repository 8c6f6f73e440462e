"""Tests of visits/starting, through the real window."""
