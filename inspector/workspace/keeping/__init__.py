"""The data folder as a whole: backup, restore, doctor, verify.

It lies above `Workspace`, which must not know it.
"""
