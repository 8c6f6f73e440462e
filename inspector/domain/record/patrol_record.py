"""A completed patrol as it is told to others: its places, what was seen, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import FindingEvent
from inspector.domain.record.record import ChangedRecord
from inspector.domain.visit.clock_remark import ClockRemark
from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.patrol import PatrolEntry


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """An entry of a patrol at its place, and the finding it became with what happened to it."""

    card: Scorecard
    entry: PatrolEntry
    finding: Finding | None = None  # of one that is not clean
    life: tuple[FindingEvent, ...] = ()  # the steps that count, oldest first


@dataclass(frozen=True, slots=True)
class PatrolRecord:
    """A completed patrol, whole. `unchanged` is False when it no longer is what was sealed."""

    inspection: Inspection
    cards: tuple[Scorecard, ...]
    seen: tuple[SeenPlace, ...]  # in the order it was written
    unchanged: bool = True
    clock_remark: ClockRemark | None = None  # its time is wrong

    @property
    def named(self) -> ChangedRecord:
        """The patrol as papers name it when it was changed."""
        inspection = self.inspection
        return ChangedRecord(inspection.id, inspection.site_name, inspection.started_at)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What its entries became."""
        return tuple(place.finding for place in self.seen if place.finding is not None)

    @property
    def wrong(self) -> tuple[SeenPlace, ...]:
        """What was wrong."""
        return tuple(place for place in self.seen if not place.entry.clean)

    @property
    def clean(self) -> tuple[Scorecard, ...]:
        """The places where nothing was wrong, in the order of the round."""
        clean = {place.card.id for place in self.seen if place.entry.clean}
        return tuple(card for card in self.cards if card.id in clean)

    @property
    def not_seen(self) -> tuple[Scorecard, ...]:
        """The places that were left out, in the order of the round."""
        seen = {place.card.id for place in self.seen}
        return tuple(card for card in self.cards if card.id not in seen)


def with_findings(
    entries: Sequence[PatrolEntry], findings: Sequence[Finding]
) -> list[tuple[PatrolEntry, Finding | None]]:
    """Pair the entries of a completed patrol with the findings they became, both in order."""
    following = iter(findings)
    return [(entry, None if entry.clean else next(following, None)) for entry in entries]
