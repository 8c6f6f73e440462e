"""Tests of `gui/papers/printing`."""
