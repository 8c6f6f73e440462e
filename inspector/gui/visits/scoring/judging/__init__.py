"""What a key does to an answer, undo and redo, the stopwatch.

It must not know widgets of the page.
"""
