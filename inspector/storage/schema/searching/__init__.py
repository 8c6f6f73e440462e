"""The index of what findings say: how it spells texts, and the step that made it."""
