"""复查 at the windows: findings that are due; it must not know patrols."""
