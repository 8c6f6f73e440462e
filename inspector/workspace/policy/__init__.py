"""What an administrator rules, read and put into words."""
