"""Tests of `domain/people`."""
