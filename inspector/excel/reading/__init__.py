"""A foreign file to plain sheets, cells, days and pictures, or one refusal.

It must not know what the sheet is about.
"""
