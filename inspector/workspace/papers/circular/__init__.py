"""The circular (通报) of a period: what it tells, its words, the words that somebody edited.

Nothing here knows whether a workbook or a letter is made of it.
"""
