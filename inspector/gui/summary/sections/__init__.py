"""The sections of the summary: figures, tables and trends; they must not know the board."""
