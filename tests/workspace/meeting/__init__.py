"""The morning meeting and its minutes, on real folders."""
