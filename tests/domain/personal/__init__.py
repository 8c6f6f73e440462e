"""Tests of `domain/personal`."""
