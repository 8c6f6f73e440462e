"""The panel beside the items, a module for each section; it must not know the page."""
