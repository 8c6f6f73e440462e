"""Phases, plans of visits, what is covered of them, and the draw. Knows visits only by storage."""
