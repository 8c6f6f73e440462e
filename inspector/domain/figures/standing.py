"""How a visit stands, or several: what lists and figures have in common."""

from typing import NamedTuple

from inspector.domain.checklist.points import Hundredths


class Standing(NamedTuple):
    """Score and vetoes of one visit, or of several; the mean of no score is None."""

    total: Hundredths | None
    vetoes: int
    grade: str = ""
