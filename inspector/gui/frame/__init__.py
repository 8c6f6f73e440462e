"""The window around the pages, and what a page is to it; it must not know any page."""
