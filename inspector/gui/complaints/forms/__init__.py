"""The forms of complaints: taking one down, and every step of its life."""
