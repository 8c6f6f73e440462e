"""What the checklists that ship have to be."""
