"""Completed patrols read back whole, with what became of what they found."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from inspector.domain.finding_event import FindingEvent
from inspector.domain.finding_life import history
from inspector.domain.patrol import PatrolEntry
from inspector.domain.patrol_record import PatrolRecord, SeenPlace, with_findings
from inspector.storage.finding_store import FindingStore
from inspector.storage.patrol_store import PatrolStore

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


class PatrolRecords:
    """Reads completed patrols; changes nothing."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._store = PatrolStore(workspace.database)
        self._findings = FindingStore(workspace.database)

    def of(self, inspection_id: str) -> PatrolRecord:
        """Return one patrol."""
        return self._record(inspection_id, self._store.entries(inspection_id))

    def between(self, first: date, last: date, site_name: str | None = None) -> list[PatrolRecord]:
        """Return the completed patrols of a period, oldest first."""
        entries = self._store.between(first, last, site_name)
        return [
            self._record(inspection_id, list(group))
            for inspection_id, group in groupby(entries, lambda entry: entry.inspection_id)
        ]

    def _record(self, inspection_id: str, entries: Sequence[PatrolEntry]) -> PatrolRecord:
        store = self._workspace.inspection_store
        cards = {card.id: card for card in store.scorecards(inspection_id)}
        findings = self._findings.of_inspection(inspection_id)
        lives = self._lives(finding.id for finding in findings)
        return PatrolRecord(
            store.get(inspection_id),
            tuple(cards.values()),
            tuple(
                SeenPlace(
                    cards[entry.scorecard_id],
                    entry,
                    finding,
                    lives.get(finding.id, ()) if finding else (),
                )
                for entry, finding in with_findings(entries, findings)
            ),
            self._workspace.records.unchanged(inspection_id),
        )

    def _lives(self, finding_ids: Iterable[str]) -> dict[str, tuple[FindingEvent, ...]]:
        return {
            finding_id: tuple(entry.event for entry in history(events) if entry.counts)
            for finding_id, events in self._findings.histories(finding_ids).items()
        }
