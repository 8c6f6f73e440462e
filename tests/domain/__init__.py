"""Tests of the rules: no Qt, no database, no files, no clock."""
