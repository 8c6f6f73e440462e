"""Complaints as workbooks: the register, the table of a month, and what comes back filled in."""
