"""Long work beside the window: one runner, four ends, one place where threads are joined."""
