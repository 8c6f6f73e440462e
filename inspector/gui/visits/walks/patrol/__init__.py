"""日常巡视: place after place; it must not know rechecks."""
