"""Long work beside the window: how it ends, who waits for it, and files written for the user."""
