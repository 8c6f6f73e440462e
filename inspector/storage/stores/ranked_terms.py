"""What is ranked of visits, as terms of SQL: lists, figures and papers count by the same ones.

`i` is an inspection, `s` a scorecard of it, `p` its pack.
"""

UNSCORED = "kind IN ('patrol', 'recheck', 'voice')"
"""Rounds without a score: `not InspectionKind.scores`."""

APART = "kind IN ('patrol', 'recheck', 'self', 'voice')"
"""Not `InspectionKind.ranked`: what a hall finds of itself is told apart from what others find."""

ROUNDS = "kind IN ('patrol', 'recheck', 'self')"
"""Visits that somebody made and that are not ranked: their findings are told beside the others."""

VOICED = "kind = 'voice'"
"""What carries findings of the public: their own figure, beside those of visits and rounds."""

WALKED = "kind <> 'voice'"
"""`InspectionKind.is_walked`: what the public said stands in no list of visits."""


def ranked_score(table: str) -> str:
    """Return the score that is ranked, by the checklist before a site's own numbers."""
    return f"coalesce({table}.ranked_score, {table}.reviewed_score, {table}.score)"


def ranked_vetoes(table: str) -> str:
    """Return how many red lines were found, by the same checklist."""
    return f"coalesce({table}.ranked_vetoes, {table}.reviewed_vetoes, {table}.vetoes)"


def ranked_rate(table: str) -> str:
    """Return the rate of a category, of a visit or a scorecard, by the same checklist."""
    return f"coalesce({table}.ranked_rate, {table}.reviewed_rate, {table}.rate)"


def observed_enough(table: str) -> str:
    """Tell that a visit or scorecard is ranked: observed enough; before that was kept, always."""
    return f"({table}.asked IS NULL OR {table}.observed * 100 >= p.ranked_from * {table}.asked)"
