"""花名册: sites and windows, and taking in a roster; it must not know the other tabs."""
