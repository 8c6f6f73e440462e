"""What large exports cost, measured by hand: nothing here is a test."""
