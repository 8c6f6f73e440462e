"""What the parts of a data folder are called; backups are laid out in the same way."""

DATABASE_FILE = "inspector.db"
PACKS_FOLDER = "packs"
