"""Parts of a shared visit (分头检查) that meet on several laptops."""
