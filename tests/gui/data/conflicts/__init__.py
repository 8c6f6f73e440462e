"""需选择 in the window."""
