"""From a data folder to its window and out again: application, pages of the rail, code loaded
ahead, unexpected errors.

Nothing here is imported by a page.
"""
