"""个人信息: what is kept of a person, and its erasure; it must not know the other tabs."""
