"""Tests of `domain/days`."""
