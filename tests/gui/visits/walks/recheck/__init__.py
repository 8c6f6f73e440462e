"""Tests of visits/walks/recheck, through the real window."""
