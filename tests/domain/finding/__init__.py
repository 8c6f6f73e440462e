"""Tests of `domain/finding`."""
