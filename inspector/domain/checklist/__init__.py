"""What can be asked: packs, items, overrides, versions, and exact points.

It must not know any visit.
"""
