"""One problem of a meeting: what was found in the same words at several windows; grave first."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from inspector.domain.finding.finding import Finding
from inspector.domain.meeting.meeting import AgendaItem
from inspector.domain.meeting.minutes import MinutesLine

OfFinding = TypeVar("OfFinding", AgendaItem, MinutesLine)


def problem_of(finding: Finding) -> tuple[str, ...]:
    """Return what the same problem has in common: site, item and what was found, word for word.

    What an inspector added (a measured value, a note) is part of the words: two windows that
    closed 5 and 20 minutes early are two problems, and so are two items in the same words.
    """
    return finding.site_id, finding.item_id, " ".join(finding.text.split())


def problems(items: Iterable[OfFinding]) -> list[tuple[OfFinding, ...]]:
    """Return what is about findings by their problem, each problem where its first one stands."""
    found: dict[tuple[str, ...], list[OfFinding]] = {}
    for item in items:
        found.setdefault(problem_of(item.finding), []).append(item)
    return [tuple(each) for each in found.values()]


def grave_first(items: Sequence[AgendaItem], today: date) -> list[AgendaItem]:
    """Return findings in the order a meeting goes through them: what is grave comes first.

    Problem by problem: a red line that stands, then what is overdue (longest first), then what
    was found again (most often first), then by the points that it cost at all its windows. What
    is alike stays in its order; the findings of a problem follow each other as they were found.
    """
    ordered = sorted(problems(items), key=lambda problem: _gravity(problem, today))
    return [item for problem in ordered for item in sorted(problem, key=_as_found)]


def _as_found(item: AgendaItem) -> tuple[datetime, str]:
    return item.finding.raised_at, item.finding.number


def _gravity(problem: Sequence[AgendaItem], today: date) -> tuple[int, int, int, int]:
    """Return what is smaller the graver a problem is."""
    findings = [item.finding for item in problem]
    late = [(today - each.deadline).days for each in findings if each.overdue_on(today)]
    return (
        -any(each.brands for each in findings),
        -max(late, default=0),
        -max(each.times_at_window for each in findings),
        -sum(each.counted_deduction for each in findings),
    )
