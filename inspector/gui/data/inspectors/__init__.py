"""检查人员: who inspects, edited in place or taken in; it must not know the other tabs."""
