"""The checklists one can inspect with, a site's own numbers, and how they are said in words.

It must not know visits or findings.
"""
