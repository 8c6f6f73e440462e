"""Everything of Qt: pages, models, delegates, theme.

Only `session` talks to the workspace; nothing here knows SQL or workbooks.
"""
