"""Tests of `domain/visit`."""
