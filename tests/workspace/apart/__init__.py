"""Tests of papers that are written in a process of their own."""
