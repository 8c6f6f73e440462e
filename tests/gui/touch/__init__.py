"""A finger at the window: what it does, and what it has to find."""
