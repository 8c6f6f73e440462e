"""偏好: preferences and columns; it must not know the other tabs."""
