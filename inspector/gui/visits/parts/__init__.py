"""What several rooms of 检查 stand on; it must not know any of them."""
