"""The tables of what came from other laptops, and of what went to them: the step that made them."""
