"""备份 and 回收站: what can be brought back; it must not know the other tabs."""
