"""Tests of `domain/complaint`."""
