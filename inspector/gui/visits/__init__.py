"""检查: starting a visit, scoring it, its result."""
