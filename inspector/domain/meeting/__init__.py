"""The morning meeting: its agenda, drill, minutes and how people are named there.

It must not know screens or papers' layout.
"""
