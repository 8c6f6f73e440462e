"""Why somebody is on a list, has no award or no rank: as facts, the words are somebody else's."""

from dataclasses import dataclass
from enum import StrEnum

from inspector.domain.evaluation.evaluation_facts import SiteFacts
from inspector.domain.evaluation.scheme import Scheme


class ReasonKind(StrEnum):
    """What is told; of `number` and `limit` each uses what it says."""

    RED_LINE = "red-line"  # number: how often
    OVERDUE = "overdue"  # number of findings, limit from which it counts
    UPHELD = "upheld"  # number of complaints, limit
    BELOW = "below"  # number: the total in hundredths; limit: the line in whole points
    NOT_SCORED = "not-scored"  # nobody visited it, or too little was observed each time
    FEW_VISITS = "few-visits"  # number of ranked visits, limit
    RANK = "rank"  # number: the rank; limit: of how many
    TOTAL = "total"  # number: the total in hundredths
    MEAN = "mean"  # number: the mean in hundredths; limit: of how many visits


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason."""

    kind: ReasonKind
    number: int = 0
    limit: int = 0


def bars(facts: SiteFacts, scheme: Scheme) -> tuple[Reason, ...]:
    """Return what bars a site from awards: 红线, 逾期, 投诉属实 (DOMAIN §4.2, §4.3)."""
    return _of_cases(facts, scheme.bar_overdue, scheme.bar_upheld)


def yellow_cards(facts: SiteFacts, total: int | None, scheme: Scheme) -> tuple[Reason, ...]:
    """Return why a site gets a 黄牌; `total` is of a ranked site only."""
    low = total is not None and total < scheme.yellow_below * 100
    below = (Reason(ReasonKind.BELOW, total or 0, scheme.yellow_below),) if low else ()
    return below + _of_cases(facts, scheme.yellow_overdue, scheme.yellow_upheld)


def why_unranked(facts: SiteFacts, scheme: Scheme) -> Reason | None:
    """Return why a site gets no rank; None: it was seen enough."""
    if facts.score is None:
        return Reason(ReasonKind.NOT_SCORED)
    if facts.ranked_visits < scheme.least_visits:
        return Reason(ReasonKind.FEW_VISITS, facts.ranked_visits, scheme.least_visits)
    return None


def _of_cases(facts: SiteFacts, overdue: int, upheld: int) -> tuple[Reason, ...]:
    found = []
    if facts.vetoes:
        found.append(Reason(ReasonKind.RED_LINE, facts.vetoes))
    if overdue and facts.overdue >= overdue:
        found.append(Reason(ReasonKind.OVERDUE, facts.overdue, overdue))
    if upheld and facts.complaints is not None and facts.complaints.upheld >= upheld:
        found.append(Reason(ReasonKind.UPHELD, facts.complaints.upheld, upheld))
    return tuple(found)
