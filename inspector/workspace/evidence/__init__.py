"""Photos and files: taking in, keeping, naming, and those that wait for the disk.

It must not know visits' or findings' operations.
"""
