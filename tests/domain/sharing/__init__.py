"""Tests of `domain/sharing`."""
