"""Figures of a period from kept scores and counts of findings; must not know rows or papers."""
