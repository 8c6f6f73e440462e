"""Tests of `workspace/surveys`."""
