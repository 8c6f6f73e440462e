"""A gallery of broken packs: how the small valid one in `base` is broken, and what is said of it.

The cases stand by theme in `*_cases.py`, a row for each.
"""
