"""Papers and figures, against sums from the raw rows."""
