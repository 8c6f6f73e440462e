"""The roster: what is on it, what a workbook would change, and every step that changes it."""
