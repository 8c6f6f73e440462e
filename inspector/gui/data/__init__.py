"""资料: the roster, the checklists, the preferences."""
