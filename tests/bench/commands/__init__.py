"""Commands as somebody starts them, each in a process of its own."""
