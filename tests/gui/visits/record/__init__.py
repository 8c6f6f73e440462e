"""Tests of visits/record, through the real window."""
