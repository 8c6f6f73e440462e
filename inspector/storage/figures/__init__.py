"""What figures are computed from, read with their own SQL from what visits and findings keep."""
