"""Long papers in a process of their own, and what is written aside to its place."""
