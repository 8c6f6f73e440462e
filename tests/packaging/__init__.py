"""Tests of what surrounds the program: the wheel, `run`, CI."""
