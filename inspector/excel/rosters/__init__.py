"""The lists an office hands in: rosters of windows and staff, and the holidays of a year.

It must not know packs or papers.
"""
