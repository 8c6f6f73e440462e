"""Workbooks out and in: read back with openpyxl, and by LibreOffice where there is one."""
