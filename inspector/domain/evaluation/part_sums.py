"""How the score of a part was worked out, where it is more than one figure: 46.43−9×2."""

from inspector.domain.checklist.points import format_score
from inspector.domain.evaluation.evaluation_facts import SiteFacts
from inspector.domain.evaluation.scheme import Part, Scheme
from inspector.domain.figures.summary import FindingCount


def part_sum(part: Part, facts: SiteFacts, scheme: Scheme) -> str:
    """Return what a score begins with and what is taken off; '' where nothing is.

    A sum below nothing counts as nothing.
    """
    taken: list[tuple[int, int]] = []
    begun: int | None = None
    if part is Part.RECTIFIED:
        begun = FindingCount(facts.raised, facts.closed, facts.overdue).rectification_rate
        taken = [(facts.overdue, scheme.late_cost)]
    elif part is Part.COMPLAINTS and (own := facts.complaints) is not None:
        begun = 100 * 100
        taken = [(own.upheld, scheme.upheld_cost), (own.overdue, scheme.waiting_cost)]
    costs = "".join(f"−{number}×{cost}" for number, cost in taken if number and cost)
    return f"{format_score(begun)}{costs}" if begun is not None and costs else ""
