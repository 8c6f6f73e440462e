"""The screens of a meeting on the projector; they must not know trays or pages."""
