"""A finger on the screen: what it does in every list, and how large things are for it."""
