"""The message catalogue: complete, current, and compiled."""
