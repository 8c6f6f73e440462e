"""Completed patrols read back whole, with what became of what they found."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from inspector.domain.days.span import Span
from inspector.domain.finding.finding_event import FindingEvent
from inspector.domain.finding.finding_life import history
from inspector.domain.record.patrol_record import PatrolRecord, SeenPlace, with_findings
from inspector.domain.visit.inspection import Slot
from inspector.domain.visit.patrol import HABIT, PatrolEntry, slot_of
from inspector.domain.visit.patrol_duty import PatrolDuty, due_days, duty
from inspector.storage.stores.patrol_store import PatrolStore
from inspector.workspace.clock import remark_on
from inspector.workspace.extent import Extent
from inspector.workspace.holidays import Holidays
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.visits.records import Records


class PatrolRecords:
    """Reads completed patrols; changes nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._holidays = opened.of(Holidays)
        self._records = opened.of(Records)
        self._store = PatrolStore(opened.database)
        self._findings = opened.finding_store

    def of(self, inspection_id: str) -> PatrolRecord:
        """Return one patrol."""
        unchanged = self._records.unchanged(inspection_id)
        return self._record(inspection_id, self._store.entries(inspection_id), unchanged)

    def between(self, first: date, last: date, site_name: str | None = None) -> list[PatrolRecord]:
        """Return the completed patrols of a period, oldest first."""
        entries = self._store.between(first, last, site_name)
        by_patrol = {
            inspection_id: list(group)
            for inspection_id, group in groupby(entries, lambda entry: entry.inspection_id)
        }
        changes = self._records.changes
        changed = set(changes.changed(by_patrol))
        records = [self._record(each, own, each not in changed) for each, own in by_patrol.items()]
        told = [finding.id for record in records for finding in record.findings]
        rewritten = changes.findings_changed(told)
        return [
            replace(record, unchanged=record.unchanged and not _tells_of(record, rewritten))
            for record in records
        ]

    def made_between(self, extent: Extent) -> bool:
        """Tell whether a patrol of an extent was completed."""
        return bool(self._last_days(extent.period.first, extent.period.last, extent))

    def _last_days(self, first: date, last: date, extent: Extent) -> dict[str, date]:
        found = self._store.last_days(first, last, extent.site)
        return {name: day for name, day in found.items() if extent.covers(name)}

    def duties(self, extent: Extent, records: Sequence[PatrolRecord]) -> dict[str, PatrolDuty]:
        """Return how the patrols of an extent stand to those due, by the name of the site.

        `records` are all that were made in it. A site that was patrolled shortly before and not
        in it is among them; a day off asks for none.
        """
        first, last = extent.period.first, extent.period.last
        now, calendar = self._opened.now(), self._holidays.calendar()
        fortnight = first - timedelta(days=min(HABIT, first.toordinal() - 1))
        eve = first - timedelta(days=min(1, first.toordinal() - 1))
        before = self._last_days(fortnight, eve, extent) if eve < first else {}
        made: dict[str, Counter[tuple[date, Slot]]] = {name: Counter() for name in before}
        for record in records:
            inspection = record.inspection
            slot = inspection.slot or slot_of(inspection.started_at)
            own = made.setdefault(inspection.site_name, Counter())
            own[inspection.started_at.date(), slot] += 1
        span = Span(first, last)
        stand: dict[str, PatrolDuty] = {}
        for name, own in made.items():
            patrolled, last_before = {day for day, _ in own}, before.get(name)
            days = due_days(span, patrolled, last_before, calendar)
            begins = min(patrolled, default=None) if last_before is None else None
            stand[name] = duty(own, days, now, begins)
        return {name: own for name, own in stand.items() if own.due or own.made}

    def _record(
        self, inspection_id: str, entries: Sequence[PatrolEntry], unchanged: bool
    ) -> PatrolRecord:
        store = self._opened.inspection_store
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
            unchanged,
            remark_on(self._opened, inspection_id),
        )

    def _lives(self, finding_ids: Iterable[str]) -> dict[str, tuple[FindingEvent, ...]]:
        return {
            finding_id: tuple(entry.event for entry in history(events) if entry.counts)
            for finding_id, events in self._findings.histories(finding_ids).items()
        }


def _tells_of(record: PatrolRecord, finding_ids: set[str]) -> bool:
    return any(finding.id in finding_ids for finding in record.findings)
