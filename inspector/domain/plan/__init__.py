"""Phases of a campaign, plans of visits, what is covered of them, and the draw of the next one.

Pure values and rules (DESIGN §13). It must not know papers, SQL or the clock.
"""
