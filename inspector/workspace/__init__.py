"""An opened data folder. Every write is a named operation that returns what changed.

Used by the window and the command line alike; knows no Qt.
"""
