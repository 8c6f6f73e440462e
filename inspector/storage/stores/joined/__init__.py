"""Visits that a group shares (分头检查): their parts as one, what was chosen of them."""
