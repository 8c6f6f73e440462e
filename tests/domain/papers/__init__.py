"""Tests of `domain/papers`."""
