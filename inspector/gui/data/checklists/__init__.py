"""检查表: packs, differences, and a site's own numbers; it must not know the other tabs."""
