"""Where the steps of findings and complaints came from, and which were taken side by side."""
