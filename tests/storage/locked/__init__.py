"""Tests of what only a passphrase opens."""
