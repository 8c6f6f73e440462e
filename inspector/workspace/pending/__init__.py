"""What was done and waits to be written: the hall floor goes on while the disk refuses."""
