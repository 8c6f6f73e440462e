"""Pictures of the running program, for looking at, and for the handbook and the README."""
