"""The operations on an opened data folder, on real folders."""
