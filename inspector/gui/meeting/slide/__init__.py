"""One slide of a meeting: what it says and shows, how large, and how it is drawn."""
