"""Tests of 共享."""
