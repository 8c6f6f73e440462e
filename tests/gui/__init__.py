"""Tests of the window: real data folders, real keys and clicks."""
