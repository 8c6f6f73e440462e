"""Tests of `domain/meeting`."""
