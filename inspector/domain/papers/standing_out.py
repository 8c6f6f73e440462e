"""Whom a circular praises: who stands out among others, and of whom enough was seen."""

from collections.abc import Iterable
from itertools import groupby

from inspector.domain.figures.summary import SiteSummary
from inspector.domain.papers.circular import Circular, FullMarks

FIRST_RANKS = 3
ENOUGH_SEEN = 80
"""Percent of what was asked that has to have been observed for a word of praise."""

_MANY_PUT_RIGHT = 3  # findings; of one or two it is no merit that all are put right


def outstanding(circular: Circular) -> list[SiteSummary]:
    """Return the sites that are praised for their score, in the order of the ranking.

    A site stands out when it is among the first three and in the upper half of those ranked with
    its checklist, has the best grade there is, no red line, nothing overdue, and enough was
    observed on each of its visits. The only site of a checklist stands out from nobody.
    """
    found: list[SiteSummary] = []
    for pack, group in groupby(circular.lines, lambda line: line.pack):
        ranked = [line for line in group if line.rank is not None and line.is_ranked]
        found += [
            line
            for line in ranked
            if len(ranked) > 1
            and line.rank is not None
            and line.rank <= min(FIRST_RANKS, max(1, len(ranked) // 2))
            and line.grade == circular.best_grades.get(pack, line.grade)
            and may_be_praised(circular, line)
            and not line.findings.overdue
        ]
    return found


def diligent(circular: Circular) -> list[str]:
    """Return the names of sites that put all of several findings right."""
    done: dict[str, int] = {}
    for line in circular.lines:
        if line.rectification_rate == 100 * 100 and may_be_praised(circular, line):
            done[line.site_name] = done.get(line.site_name, 0) + line.findings.raised
    left = {finding.site_name for finding in circular.unfinished}
    return [name for name, count in done.items() if count >= _MANY_PUT_RIGHT and name not in left]


def may_be_praised(circular: Circular, line: SiteSummary) -> bool:
    """Tell that no red line stands against a site, and that enough of it was observed."""
    seen = line.coverage is None or line.coverage.enough(ENOUGH_SEEN)
    return line.site_name not in circular.vetoed and line.is_ranked and not line.unranked and seen


def praised_windows(circular: Circular) -> list[FullMarks]:
    """Return the windows without a lost point: of them and of their sites enough was observed."""
    seen = {line.site_name for line in circular.lines if may_be_praised(circular, line)}
    return [
        each
        for each in circular.full_marks
        if each.site_name in seen and (each.coverage is None or each.coverage.enough(ENOUGH_SEEN))
    ]


def one_of_each(names: Iterable[str]) -> list[int]:
    """Return the places of entries by the names of their sites, the first of each site first."""
    seen: dict[str, int] = {}
    order: list[tuple[int, int]] = []
    for place, name in enumerate(names):
        order.append((seen.get(name, 0), place))
        seen[name] = seen.get(name, 0) + 1
    return [place for _, place in sorted(order)]
