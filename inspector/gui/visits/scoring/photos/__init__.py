"""What the scoring page does with photos: in, moved, marked, removed, undone."""
