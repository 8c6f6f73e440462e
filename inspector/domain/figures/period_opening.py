"""What a period came to in one sentence: the rule for what is said, and of whom.

The words are somebody else's: a page and a paper say the same thing, each in its own way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.domain.checklist.points import Hundredths
from inspector.domain.figures.figure_facts import FoundExample
from inspector.domain.figures.figures import KeyFigures, SiteFindings
from inspector.domain.figures.summary import SiteSummary, mean_of
from inspector.domain.visit.coverage import Coverage

MOST_NAMED = 2
"""Sites that are named as those with the most overdue; of more, their number is told."""


@dataclass(frozen=True, slots=True)
class MeanChange:
    """How the mean stands against the period before.

    `like_for_like`: several checklists were used, so it is the mean change of the sites that were
    visited with the same one in both; else it is the difference of the two means.
    """

    points: Hundredths
    like_for_like: bool = False


@dataclass(frozen=True, slots=True)
class PeriodOpening:
    """What is said of a period before anything else."""

    visits: int
    windows: int  # different ones
    roster: int  # windows that there are to inspect
    mean: Hundredths | None  # of scores after appeals; None: of no score, or of those not alike
    is_mixed: bool  # totalled in different ways: there is no mean, and that is said
    coverage: Coverage | None
    change: MeanChange | None
    unranked: int  # visits on which too little was observed: in no mean
    self_checks: int  # visits that sites paid themselves, where nobody else did: in no figure
    raised: int  # findings, without those withdrawn
    rate: Hundredths | None  # 整改率 in hundredths of a percent
    overdue: int
    latest: tuple[str, ...]  # names of the sites with most overdue, of several
    most_overdue: int  # at each of them
    vetoes: tuple[FoundExample, ...]
    veto_count: int  # not fewer than those named


def period_opening(
    key: KeyFigures,
    before: KeyFigures | None,
    lines: Sequence[SiteSummary],
    own_lines: Iterable[SiteSummary],
    findings: Iterable[SiteFindings],
    vetoes: Sequence[FoundExample],
) -> PeriodOpening:
    """Return what is to be said of a period; `findings` are by site, `before` None: unknown."""
    overdue = {site.site_name: site.findings.overdue for site in findings}
    most = max(overdue.values(), default=0)
    return PeriodOpening(
        visits=key.visits,
        windows=key.windows,
        roster=key.roster,
        mean=key.mean,
        is_mixed=key.is_mixed,
        coverage=key.coverage,
        change=mean_change(key, before, lines),
        unranked=sum(line.unranked for line in lines),
        self_checks=sum(line.visits for line in own_lines),
        raised=key.findings.raised,
        rate=key.rectification_rate,
        overdue=key.findings.overdue,
        latest=tuple(
            name for name, count in overdue.items() if most and count == most and len(overdue) > 1
        ),
        most_overdue=most,
        vetoes=tuple(vetoes),
        veto_count=max(key.vetoes, len(vetoes)),
    )


def mean_change(
    key: KeyFigures, before: KeyFigures | None, lines: Sequence[SiteSummary]
) -> MeanChange | None:
    """Return how the mean changed; None: there is nothing that compares."""
    if before is None or key.mean is None:
        return None
    if len(key.packs) == 1:
        if key.packs != before.packs or before.mean is None:
            return None
        return MeanChange(key.mean - before.mean)
    changes = [line.change for line in lines if line.change is not None]
    points = mean_of(sum(changes), len(changes))
    return None if points is None else MeanChange(points, like_for_like=True)
