"""Tests of the summary's pages."""
