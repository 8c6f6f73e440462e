"""The step of sharing, and how a UNIQUE goes."""
