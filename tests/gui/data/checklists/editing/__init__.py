"""Tests of the editor of checklists."""
