"""What a whole city costs: run by hand, `python -m tests.scale.MODULE --help`."""
