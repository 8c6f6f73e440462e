"""What the page of trainings calls groupings, figures and outcomes."""

from inspector.domain.checklist.points import format_score
from inspector.domain.training.suggestion import Counted
from inspector.domain.training.training_entry import Outcome
from inspector.domain.training.training_facts import Grouping
from inspector.translation import tr
from inspector.workspace.training.training_report import HeldLine


def grouping_word(grouping: Grouping) -> str:
    """Return what a grouping is called."""
    return {Grouping.TEAM: tr("By team"), Grouping.KIND: tr("By window kind")}[grouping]


def outcome_word(outcome: Outcome) -> str:
    """Return what a training came to."""
    return {
        Outcome.BETTER: tr("Better"),
        Outcome.NOT_BETTER: tr("No better"),
        Outcome.TOO_FEW: tr("Too few to tell"),
    }[outcome]


def counted_text(counted: Counted) -> str:
    """Return how often something was wrong, with what that is of: 14/60 · 23.33%."""
    if counted.rate is None:
        return "—"
    return f"{counted.wrong}/{counted.judged} · {format_score(counted.rate)}%"


def after_text(line: HeldLine) -> str:
    """Return what was wrong after a training; a dash while nothing was judged."""
    return counted_text(line.effect.after)
