"""What a paper tells before it is a workbook, and what a returned one says.

It must not know workbooks.
"""
