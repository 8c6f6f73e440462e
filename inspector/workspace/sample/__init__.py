"""The sample data folder (demo), made by the real operations.

Nothing of the program but its two starters knows it.
"""
