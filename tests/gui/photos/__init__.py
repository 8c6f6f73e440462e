"""Photos, whatever page shows them."""
