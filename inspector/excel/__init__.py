"""Domain objects to workbooks and back, one module per workbook.

Knows no Qt and no SQL; openpyxl is imported inside functions, since it costs more than a window.
"""
