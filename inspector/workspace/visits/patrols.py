"""日常巡视: starting a walk, what was seen at each place, handing it in."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from inspector.domain.checklist.category import Category
from inspector.domain.errors import (
    NoInspectorError,
    NothingInspectedError,
    NotOpenError,
    UnexplainedError,
    UnknownPackError,
    WrongKindError,
)
from inspector.domain.visit.inspection import (
    Inspection,
    InspectionKind,
    InspectionState,
    Progress,
    Slot,
)
from inspector.domain.visit.patrol import (
    HABIT,
    PatrolEntry,
    SlotStanding,
    slot_of,
    standings,
    unexplained_entries,
    with_entry,
)
from inspector.domain.visit.roster import Site
from inspector.storage.stores.patrol_store import PatrolStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.visits.inspections import Duty, Inspections


class SitePatrols(NamedTuple):
    """How today's patrols of a site stand."""

    site: Site
    slots: tuple[SlotStanding, ...]


class Patrols:
    """The operations on patrols."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = PatrolStore(opened.database)

    # Reading

    def entries(self, inspection_id: str) -> list[PatrolEntry]:
        """Return what was seen on a patrol, in the order it was written."""
        return self._store.entries(inspection_id)

    def progress(self, inspection_id: str) -> Progress:
        """Return how many of the places were seen."""
        return self._store.progress(inspection_id)

    def today(self, site: Site) -> SitePatrols:
        """Return how today's patrols of a site stand."""
        now = self._opened.now()
        day = now.date()
        begun = self._store.was_patrolled(site.id, day - timedelta(days=HABIT), day)
        return SitePatrols(site, standings(self._store.made_on(site.id, day), now, begun=begun))

    def habitual(self) -> list[SitePatrols]:
        """Return how today's patrols stand at every site that is patrolled daily."""
        since = self._opened.now().date() - timedelta(days=HABIT)
        return [self.today(Site(key, name)) for key, name in self._store.patrolled_since(since)]

    # Writing

    def start(
        self, site: Site, patrollers: Sequence[str], slot: Slot | None = None
    ) -> tuple[str, Changes]:
        """Start a walk of a site's public area and all its windows; return its id.

        Without `slot`, the shift that the clock says. Raises UnknownPackError when there is no
        checklist at all.
        """
        from inspector.workspace.packs.overrides import Overrides
        from inspector.workspace.packs.packs import Packs

        pack = self._opened.of(Packs).suggest(site)
        if pack is None:
            raise UnknownPackError("")
        windows = self._opened.of(Rosters).windows(site.id)
        duties = [Duty(window, window.staff[0] if window.staff else None) for window in windows]
        return self._opened.of(Inspections).begin(
            site,
            InspectionKind.PATROL,
            patrollers,
            self._opened.of(Overrides).pack_for(site, pack.id),
            duties,
            public_area=True,
            slot=slot or slot_of(self._opened.now()),
        )

    def note(
        self,
        inspection_id: str,
        scorecard_id: str,
        text: str,
        *,
        place: str = "",
        category: Category | None = None,
        item_id: str = "",
        handled: str | None = None,
        to_meeting: bool = True,
        entry_id: str | None = None,
    ) -> tuple[str, Changes]:
        """Keep what was wrong at a place, in a new entry or as another text of one; return its id.

        What was handled on the spot says how before the patrol is handed in. A place where
        something is wrong is no longer 未发现问题. Raises NotOpenError, WrongKindError.
        """
        with self._opened.database.transaction():
            self._require_open(inspection_id)
            entry = PatrolEntry(
                id=entry_id or self._opened.new_id(),
                inspection_id=inspection_id,
                scorecard_id=scorecard_id,
                at=self._opened.now(),
                place=place.strip(),
                category=category,
                item_id=item_id,
                text=text.strip(),
                handled=handled,
                to_meeting=to_meeting,
            )
            self.let_be(inspection_id, with_entry(self.entries(inspection_id), entry))
        return entry.id, Changes(entries=inspection_id)

    def mark_clean(self, inspection_id: str, scorecard_ids: Iterable[str]) -> Changes:
        """Write 未发现问题 for places that have no entry yet; others stay as they are."""
        with self._opened.database.transaction():
            self._require_open(inspection_id)
            seen = {entry.scorecard_id for entry in self.entries(inspection_id)}
            for scorecard_id in scorecard_ids:
                if scorecard_id not in seen:
                    now = self._opened.now()
                    self._store.put(
                        PatrolEntry(self._opened.new_id(), inspection_id, scorecard_id, now)
                    )
        return Changes(entries=inspection_id)

    def drop(self, inspection_id: str, entry_id: str) -> Changes:
        """Take an entry away again; its photos stay with its id."""
        with self._opened.database.transaction():
            self._require_open(inspection_id)
            self._store.drop(entry_id)
        return Changes(entries=inspection_id)

    def let_be(self, inspection_id: str, entries: Sequence[PatrolEntry]) -> Changes:
        """Let the entries of a patrol be exactly these, as they were before or after a step."""
        with self._opened.database.transaction():
            self._require_open(inspection_id)
            wanted = {entry.id: entry for entry in entries}
            now = {entry.id: entry for entry in self.entries(inspection_id)}
            for entry_id in now.keys() - wanted.keys():
                self._store.drop(entry_id)
            for entry_id, entry in wanted.items():
                if now.get(entry_id) != entry:
                    self._store.put(entry)
        return Changes(entries=inspection_id)

    def complete(self, inspection_id: str) -> Changes:
        """Hand a patrol in: seal it and raise what was wrong as findings.

        Raises NothingInspectedError without any entry, UnexplainedError while something was
        handled without a word on how, NoInspectorError, NotOpenError, WrongKindError.
        """
        from inspector.domain.finding.finding_event import Source, SourceKind
        from inspector.domain.finding.patrol_findings import findings_of
        from inspector.domain.record.record_seal import seal_of
        from inspector.workspace.clock import not_before
        from inspector.workspace.drafts import Drafts
        from inspector.workspace.findings.finding_numbers import FindingNumbers
        from inspector.workspace.findings.findings import Findings
        from inspector.workspace.holidays import Holidays
        from inspector.workspace.sheet_reading import sheet_of

        with self._opened.database.transaction():
            inspection = self._require_open(inspection_id)
            entries = self.entries(inspection_id)
            if not entries:
                raise NothingInspectedError
            if unexplained := unexplained_entries(entries):
                raise UnexplainedError(len(unexplained))
            if not inspection.inspectors:
                raise NoInspectorError
            sheet = sheet_of(self._opened, inspection_id)
            store = self._opened.inspection_store
            ended = not_before(self._opened, inspection.started_at)
            store.seal(inspection_id, ended, seal_of(sheet, patrol=entries))
            self._opened.of(Drafts).forget(inspection_id)
            wrong = [entry for entry in entries if not entry.clean]
            findings = findings_of(
                inspection,
                sheet.pack,
                {card.id: card for card in sheet.scorecards},
                wrong,
                self._opened.of(FindingNumbers).draw(inspection.started_at, len(wrong)),
                iter(self._opened.new_id, ""),
                self._opened.of(Holidays).calendar(),
            )
            by = "、".join(inspection.inspectors)
            source = Source(SourceKind.INSPECTION, inspection_id)
            steps = self._opened.of(Findings)
            steps.raise_all(findings, by=by, source=source)
            for entry, finding in zip(wrong, findings, strict=True):
                self._opened.evidence_store.link(entry.scorecard_id, entry.id, finding.id)
                self._store.link(entry.id, finding.id)
                if entry.handled is not None:
                    steps.correct([finding.id], entry.handled, by=by, source=source)
        return Changes(inspections=True, findings=True)

    def _require_open(self, inspection_id: str) -> Inspection:
        inspection = self._opened.inspection_store.get(inspection_id)
        if inspection.kind is not InspectionKind.PATROL:
            raise WrongKindError
        if inspection.state is not InspectionState.OPEN:
            raise NotOpenError
        return inspection
