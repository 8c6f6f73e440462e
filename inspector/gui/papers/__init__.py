"""Workbooks and forms to be filled from a page; it must not know which page."""
