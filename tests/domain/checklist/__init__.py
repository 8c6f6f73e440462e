"""Tests of `domain/checklist`."""
