"""Scorecards, items and obstacles as lists; they decide nothing and must not know the page."""
