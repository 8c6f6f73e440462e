"""Tests of rectify/ledger, through the real window."""
