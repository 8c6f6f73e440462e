"""Photos and files, on real folders."""
