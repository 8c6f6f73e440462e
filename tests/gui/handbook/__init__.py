"""Tests of the handbook: what it says, and the ways into it and back."""
