"""Tests of rectify/exchange, through the real window."""
