"""Tests of the evaluation's rules."""
