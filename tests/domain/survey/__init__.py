"""Tests of `domain/survey`."""
