"""What can be asked, what was found, and the rules between them: pure values and pure functions.

Knows no Qt, no SQL, no files and no clock.
"""
