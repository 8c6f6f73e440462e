"""The database and the pack files, on real files."""
