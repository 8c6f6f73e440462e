"""Bundles between laptops on disk, and what is kept of other laptops."""
