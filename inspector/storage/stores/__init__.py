"""Domain objects to rows and back, one store a subject; must not know files, locks or backups."""
