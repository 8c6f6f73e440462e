"""Tests of `domain/plan`."""
