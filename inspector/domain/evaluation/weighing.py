"""The arithmetic of one site: score × weight of each part, added exactly, rounded once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector.domain.checklist.points import ONE, Hundredths, round_half_up
from inspector.domain.evaluation.evaluation_facts import SiteFacts
from inspector.domain.evaluation.scheme import Missing, Part, Scheme
from inspector.domain.figures.summary import FindingCount

FULL: Hundredths = 100 * ONE
_WEEK = 7
_FILLED: Mapping[Missing, Hundredths | None] = {
    Missing.SPREAD: None,
    Missing.FULL: FULL,
    Missing.ZERO: 0,
}


@dataclass(frozen=True, slots=True)
class PartScore:
    """One line: `score` × `weight` %. What was not measured is spread, full or nothing."""

    part: Part
    weight: int
    score: Hundredths | None  # None: missing, and its weight is spread
    is_missing: bool = False  # 未测; also where it counts as full or as nothing

    @property
    def counted(self) -> int:
        """The percent that is counted."""
        return 0 if self.score is None else self.weight

    @property
    def product(self) -> int | None:
        """`score` × `weight` %, exact, in ten-thousandths of a point."""
        return None if self.score is None else self.score * self.weight


def part_scores(facts: SiteFacts, scheme: Scheme) -> tuple[PartScore, ...]:
    """Return the lines of a site, of the parts that weigh anything."""
    lines = []
    for part in Part:
        weight = scheme.weight(part)
        if not weight:
            continue
        score = _SCORES[part](facts, scheme)
        missing = score is None
        # What nobody saw at the site itself counts as nothing, least of all as full.
        if missing and part is not Part.SCORE:
            score = _FILLED[scheme.missing]
        lines.append(PartScore(part, weight, score, missing))
    return tuple(lines)


def total_of(parts: Sequence[PartScore]) -> Hundredths | None:
    """Return what the lines come to, rounded half up once; None where the site was not scored.

    The products are added exactly and divided by the percent they had: 100, unless some is spread.
    """
    if any(line.part is Part.SCORE and line.score is None for line in parts):
        return None
    counted = sum(line.counted for line in parts)
    if not counted:
        return None
    return round_half_up(Fraction(sum(line.product or 0 for line in parts), counted))


def rectified_score(facts: SiteFacts, scheme: Scheme) -> Hundredths | None:
    """整改率, less what each overdue finding costs; None when nothing had to be put right."""
    rate = FindingCount(facts.raised, facts.closed, facts.overdue).rectification_rate
    return None if rate is None else max(0, rate - facts.overdue * scheme.late_cost * ONE)


def satisfaction_score(facts: SiteFacts, scheme: Scheme) -> Hundredths | None:
    """满意率; None of too few sheets."""
    return facts.survey.rate if facts.survey is not None and facts.survey.enough else None


def complaint_score(facts: SiteFacts, scheme: Scheme) -> Hundredths | None:
    """Full marks less what each complaint upheld, and each overdue, costs."""
    own = facts.complaints
    if own is None:
        return None
    return max(
        0, FULL - ONE * (own.upheld * scheme.upheld_cost + own.overdue * scheme.waiting_cost)
    )


def patrol_score(facts: SiteFacts, scheme: Scheme) -> Hundredths | None:
    """Days patrolled of those wanted, which are so many a week; more than all are all."""
    own = facts.patrols
    if own is None or own.days <= 0:
        return None
    made = Fraction(own.patrolled * _WEEK * FULL, own.days * scheme.patrols_a_week)
    return min(FULL, round_half_up(made))


def plan_score(facts: SiteFacts, scheme: Scheme) -> Hundredths | None:
    """Visits made of those planned; more than all are all."""
    own = facts.plan
    if own is None or own.wanted <= 0:
        return None
    return min(FULL, round_half_up(Fraction(own.done * FULL, own.wanted)))


_SCORES: Mapping[Part, Callable[[SiteFacts, Scheme], Hundredths | None]] = {
    Part.SCORE: lambda facts, scheme: facts.score,
    Part.RECTIFIED: rectified_score,
    Part.SATISFACTION: satisfaction_score,
    Part.COMPLAINTS: complaint_score,
    Part.PATROLS: patrol_score,
    Part.PLAN: plan_score,
}
