"""What is kept beside visits and findings, each in a register of its own; must not know files."""
