"""Which days one looks at, and how keys change them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.figures.figure_facts import Phase, phase_before
from inspector.workspace.papers.summary_desk import SummaryView


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A span of days, or a phase with its days. FREE is kept where days happen to be a month."""

    span: Span
    kind: SpanKind
    phase: str = ""

    def turned(self, kind: SpanKind, today: date) -> "PeriodChoice":
        """Return a period of another kind: with today where it is in this one, else its end."""
        if kind is SpanKind.FREE:
            return PeriodChoice(self.span, SpanKind.FREE)
        within = self.span.first <= today <= self.span.last
        return PeriodChoice(span_of(kind, today if within else self.span.last), kind)

    def stepped(self, by: int, phases: Sequence[Phase]) -> "PeriodChoice":
        """Return the period before (-1) or after (1); beside the first and last phase is none."""
        if self.phase:
            titles = [phase.title for phase in phases]
            at = titles.index(self.phase) + by if self.phase in titles else 0
            return of_phase(phases[min(max(at, 0), len(phases) - 1)]) if phases else self
        span = self.span.after if by > 0 else self.span.before
        return PeriodChoice(span, self.kind)

    def compared(self, phases: Sequence[Phase]) -> Phase | None:
        """Return the phase that a phase is compared with."""
        return phase_before(phases, self.phase) if self.phase else None

    def looked(self, site_ids: tuple[str, ...]) -> SummaryView:
        """Return what is remembered of looking at it, at some sites."""
        free = self.span if self.kind is SpanKind.FREE and not self.phase else None
        return SummaryView(self.kind, free, self.phase, site_ids)


def of_phase(phase: Phase) -> PeriodChoice:
    """Return the choice of a phase."""
    return PeriodChoice(phase.span, SpanKind.FREE, phase.title)


def recalled(looked: SummaryView, phases: Sequence[Phase], today: date) -> PeriodChoice:
    """Return what was looked at last: its phase, or the period of its kind with `today`."""
    phase = next((each for each in phases if each.title == looked.phase), None)
    return of_phase(phase) if phase else PeriodChoice(looked.span(today), looked.kind)
