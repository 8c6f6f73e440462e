"""Pictures of the running program for the README: `./run python -m tests.pictures.make`."""
