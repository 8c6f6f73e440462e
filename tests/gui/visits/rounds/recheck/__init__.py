"""Tests of visits/rounds/recheck, through the real window."""
