"""检查计划 as a workbook that comes back, and how much of plans is covered as a paper.

It must not know the other papers.
"""
