"""Snapshots, daily copies, the second target, one-file backups and bringing them back.

It must not know what a row means.
"""
