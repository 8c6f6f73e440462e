"""A superior's own form filled in and two forms to begin with.

It knows nothing of our own papers' rows beyond their columns.
"""
