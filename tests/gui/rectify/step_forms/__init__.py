"""Tests of rectify/step_forms, through the real window."""
