"""The live database's files, locks, whole files and the layout of a data folder: system calls.

It must not know SQL or what is stored.
"""
