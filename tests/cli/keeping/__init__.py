"""Tests of what keeps a data folder: passphrases, and what an administrator rules."""
