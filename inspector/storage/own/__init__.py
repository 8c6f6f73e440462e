"""What is kept of the user's own: settings, drafts, phrases, holidays; must not know files."""
