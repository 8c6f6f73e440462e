"""编辑检查表: the items of a pack in place; it must not know the rest of the room."""
