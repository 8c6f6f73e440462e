"""Packs as a person meets them: a gallery of broken ones, their round trip, and their sources."""
