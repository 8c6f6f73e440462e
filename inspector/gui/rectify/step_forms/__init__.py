"""The forms of the steps of a finding: assign, extend, report, recheck, appeal.

They must not know the page.
"""
