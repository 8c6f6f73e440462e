"""Choosing what a meeting shows; it must not know the screens."""
