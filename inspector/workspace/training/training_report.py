"""What should be trained in a period, and what became of what was trained."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inspector.domain.days.span import Span
from inspector.domain.training.suggestion import Suggestion
from inspector.domain.training.training_entry import Effect, TrainingHeld
from inspector.domain.training.training_facts import Group, Grouping


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A training that stands, and its figures; None on the day itself, and with nothing after."""

    held: TrainingHeld
    after: Span | None
    effect: Effect


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """Suggestions of a span by team and by window kind, and the trainings held in or before it."""

    span: Span
    today: date
    suggested: Mapping[Grouping, tuple[Suggestion, ...]]
    held: tuple[HeldLine, ...]
    kinds: Mapping[str, str]  # titles of window kinds by their ids

    @property
    def is_empty(self) -> bool:
        """There is nothing to suggest, and nothing was held."""
        return not self.held and not any(self.suggested.values())

    def held_for(self, suggestion: Suggestion) -> TrainingHeld | None:
        """Return the last training that was held for a suggestion since its span began."""
        own = suggestion.key.identity
        return next(
            (
                line.held
                for line in self.held
                if line.held.key.identity == own and line.held.held_on >= self.span.first
            ),
            None,
        )

    def group_name(self, group: Group) -> str:
        """Return what a group is called, without its site."""
        if group.grouping is Grouping.KIND:
            return self.kinds.get(group.name, group.name)
        return " ".join(filter(None, (group.name, group.team)))
