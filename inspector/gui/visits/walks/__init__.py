"""What patrol and recheck share: history, layout, photos, result; it must not know either."""
