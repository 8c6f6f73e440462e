"""检查计划: plans of visits and what is covered of them. One goes into it from 检查.

It must not know the other pages.
"""
