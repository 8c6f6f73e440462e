"""Tests of `domain/training`."""
