"""The index of what findings say: how it spells texts, and steps that made queries quick."""
