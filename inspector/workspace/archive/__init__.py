"""A year, or a campaign, as one folder or .zip that is read without this program.

It lies above `Workspace`, which must not know it.
"""
