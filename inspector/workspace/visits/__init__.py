"""Visits, patrols, rechecks and their sealed records, with what is remembered while they go on.

It must not know papers, meetings or the facade `Workspace`.
"""
