"""What a page can do, written once: its keys, its words, whether it can be done now.

It knows no page.
"""
