"""The command line: the window's operations, for scripts. Imports no Qt."""
