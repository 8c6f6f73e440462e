"""Tests of `domain/record`."""
