"""Where the steps of findings and complaints came from."""
