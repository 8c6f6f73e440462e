"""Labels, banners, rows and file dialogs that any page may use.

They must not know findings, visits or pages.
"""
