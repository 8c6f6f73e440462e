"""The patrol in front: what was seen at each place, every change of it on disk at once."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from inspector.domain.checklist.category import Category
from inspector.domain.errors import InspectorError
from inspector.domain.finding.finding import PUBLIC_AREA, Finding
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.patrol import PatrolEntry, with_entry
from inspector.gui.session import Session
from inspector.gui.visits.walks.open_walk import OpenWalk
from inspector.gui.visits.walks.patrol.found_before import MOST
from inspector.workspace.pending.pending_writes import (
    OnDutyPending,
    PatrolPending,
    Pending,
    evidence_upon,
    patrol_upon,
)
from inspector.workspace.visits.patrol_suggestions import Suggestion, suggestions


class PatrolWalk(OpenWalk[Scorecard]):
    """Every method that writes returns False when that was refused."""

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(session, sheet, parent)
        self.entries: list[PatrolEntry] = []
        self._before: Mapping[str, Sequence[Finding]] = {}
        self.photos_before: Mapping[str, Sequence[Evidence]] = {}
        with suppress(InspectorError):  # it only helps to look
            self._read_before()
        self._read_again()

    @property
    def stops(self) -> Sequence[Scorecard]:
        """The places in the order of the walk."""
        return self.sheet.scorecards

    def is_done(self, stop_id: str) -> bool:
        """Tell whether a place was seen."""
        return bool(self.entries_at(stop_id))

    @property
    def entry_ids(self) -> Collection[str]:
        """The ids of what was seen, '' for what is new."""
        return ["", *(entry.id for entry in self.entries)]

    def entries_at(self, card_id: str) -> list[PatrolEntry]:
        """Return what was seen at a place."""
        return [entry for entry in self.entries if entry.scorecard_id == card_id]

    def wrong_at(self, card_id: str) -> list[PatrolEntry]:
        """Return what was wrong at a place."""
        return [entry for entry in self.entries_at(card_id) if not entry.clean]

    def suggestions(self, card: Scorecard) -> tuple[Suggestion, ...]:
        """Return what can be wrong at a place by the checklist."""
        return suggestions(self.sheet.items(card))

    def evidence_of(self, entry_id: str) -> tuple[Evidence, ...]:
        """Return the photos of an entry."""
        return tuple(each for each in self.sheet.evidence if each.item_id == entry_id)

    @property
    def today(self) -> date:
        """The day on which one looks."""
        return self.session.workspace.now().date()

    def found_before(self, card: Scorecard) -> Sequence[Finding]:
        """Return what was found at a place the last times, the newest first."""
        return self._before.get(card.window_number or PUBLIC_AREA, ())

    def _read_before(self) -> None:
        """Read once, when the walk begins, what was found at its places and the photos of it."""
        workspace = self.session.workspace
        self._before = workspace.findings.lately_at_places(self.sheet.inspection.site_id, MOST)
        ids = [each.id for own in self._before.values() for each in own]
        self.photos_before = {
            finding_id: [e for e in photos if e.is_photo and e.role is EvidenceRole.FOUND]
            for finding_id, photos in workspace.evidence.of_findings(ids).items()
        }

    # Writing

    def mark_clean(self, cards: Sequence[Scorecard]) -> bool:
        """Write 未发现问题 for places without a word."""
        workspace = self.session.workspace
        new = [
            PatrolEntry(workspace.new_id(), self.id, card.id, workspace.now())
            for card in cards
            if not self.is_done(card.id)
        ]
        return self._change_entries(cards[0].id if cards else "", [*self.entries, *new])

    def note(
        self,
        card_id: str,
        text: str,
        place: str,
        item_id: str,
        category: Category | None,
        entry: PatrolEntry | None,
    ) -> bool:
        """Keep what was wrong at a place, or other words for it."""
        workspace = self.session.workspace
        noted = entry or PatrolEntry(
            workspace.new_id(), self.id, card_id, workspace.now(), to_meeting=True
        )
        return self.put(replace(noted, text=text, place=place, item_id=item_id, category=category))

    def put(self, entry: PatrolEntry) -> bool:
        """Keep an entry with other facts."""
        changed = replace(
            entry,
            at=self.session.workspace.now(),
            place=entry.place.strip(),
            text=entry.text.strip(),
        )
        return self._change_entries(entry.scorecard_id, with_entry(self.entries, changed))

    def drop(self, entry: PatrolEntry) -> bool:
        """Take an entry away."""
        left = [each for each in self.entries if each.id != entry.id]
        return self._change_entries(entry.scorecard_id, left)

    def name_on_duty(self, card: Scorecard, number: str, name: str) -> bool:
        """Say who is on duty at a window."""
        before, after = (card.staff_number, card.staff_name), (number, name)
        return before == after or self._change(
            card.id, before, after, lambda who: self._let_be_on_duty(card.id, *who)
        )

    def _let_be_on_duty(self, card_id: str, number: str, name: str) -> bool:
        write = OnDutyPending(self.id, card_id, number, name)
        if not self.session.keep(write, goes_on=True):
            return False
        self.sheet = write.upon(self.sheet)
        self.changed.emit()
        return True

    def _change_entries(self, card_id: str, after: list[PatrolEntry]) -> bool:
        return self._change(card_id, self.entries, after, self._let_be)

    def _let_be(self, entries: list[PatrolEntry]) -> bool:
        touched = {
            entry.scorecard_id
            for each, others in ((self.entries, entries), (entries, self.entries))
            for entry in each
            if entry not in others
        }
        return self._keep(PatrolPending(self.id, tuple(entries), tuple(sorted(touched))))

    def _read(self) -> None:
        workspace = self.session.workspace
        self.entries = workspace.patrols.entries(self.id)
        self.sheet = self.sheet.with_evidence(workspace.evidence.of_inspection(self.id))

    def _lay_upon(self, writes: tuple[Pending, ...]) -> None:
        photos = self.sheet.evidence
        self.entries = patrol_upon(self.id, self.entries, writes)
        self.sheet = self.sheet.with_evidence(evidence_upon(photos, writes, inspection_id=self.id))
