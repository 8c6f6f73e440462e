"""Photos of the sample: small scenes of a service hall, drawn by the program itself.

Nothing in them was copied from anywhere, and nobody real is in them.
"""
