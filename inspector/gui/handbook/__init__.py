"""The handbook in the window: its chapters, and a page to read and search them.

It knows no other page; what their keys are it is told.
"""
