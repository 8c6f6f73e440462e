"""What is told to others: figures of a period, and each family of workbooks.

Nothing below knows of it.
"""
