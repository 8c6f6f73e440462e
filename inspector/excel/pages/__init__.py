"""A written workbook as the pages that an office program would print of it.

It must not know any particular paper, nor who draws the pages.
"""
