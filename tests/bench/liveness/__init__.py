"""How long the window's event loop does not answer, whatever is asked of it."""
