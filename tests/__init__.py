"""Tests of the inspector, by the part they test."""
