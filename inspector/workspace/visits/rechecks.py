"""复查: a visit with exactly the findings that are due at a site."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.domain.errors import (
    IncompleteInspectionError,
    NoInspectorError,
    NothingDueError,
    NotOpenError,
    UnexplainedError,
    UnknownPackError,
    WrongKindError,
)
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import EventKind, Source, SourceKind
from inspector.domain.finding.finding_life import allowed
from inspector.domain.finding.ledger import UNFINISHED, LedgerFilter
from inspector.domain.finding.recheck import RecheckEntry, RecheckOutcome, due_on
from inspector.domain.record.record_seal import seal_of
from inspector.domain.visit.inspection import Inspection, InspectionKind, InspectionState, Progress
from inspector.domain.visit.roster import Site
from inspector.storage.stores.recheck_store import RecheckStore
from inspector.workspace.changes import Changes
from inspector.workspace.clock import not_before
from inspector.workspace.drafts import Drafts
from inspector.workspace.findings.findings import Findings
from inspector.workspace.findings.lent_findings import LentFindings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.packs.packs import Packs
from inspector.workspace.sheet_reading import sheet_of
from inspector.workspace.visits.inspections import Inspections


class Rechecks:
    """The operations on rechecks."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._drafts = opened.of(Drafts)
        self._inspections = opened.of(Inspections)
        self._packs = opened.of(Packs)
        self._store = RecheckStore(opened.database)
        self._findings = opened.of(Findings)
        self._finding_store = opened.finding_store

    def due(self, site: Site) -> list[Finding]:
        """Return the findings of a site to be rechecked today, the oldest deadline first.

        On a hall's laptop not those that others found: they look at them again.
        """
        today = self._opened.now().date()
        asked = LedgerFilter(site_id=site.id, states=UNFINISHED)
        rows = self._findings.ledger(asked)
        due = [row for row in rows if due_on(row.state, row.deadline, today)]
        lent = self._opened.of(LentFindings).of(row.id for row in due)
        due = [row for row in due if row.id not in lent]
        due.sort(key=lambda row: (row.deadline, row.number))
        return [self._finding_store.get(row.id) for row in due]

    def entries(self, inspection_id: str) -> list[RecheckEntry]:
        """Return what a recheck looks at, with what each came to."""
        return self._store.entries(inspection_id)

    def findings(self, inspection_id: str) -> list[Finding]:
        """Return the findings of a recheck as they stand now, in its order."""
        return [self._finding_store.get(entry.finding_id) for entry in self.entries(inspection_id)]

    def progress(self, inspection_id: str) -> Progress:
        """Return how many findings were looked at."""
        return self._store.progress(inspection_id)

    def start(self, site: Site, inspectors: Sequence[str]) -> tuple[str, Changes]:
        """Start a recheck of what is due at a site today; return its id.

        Raises NothingDueError, or UnknownPackError when there is no checklist at all.
        """
        due = self.due(site)
        if not due:
            raise NothingDueError
        pack = self._packs.suggest(site)
        if pack is None:
            raise UnknownPackError("")
        with self._opened.database.transaction():
            inspection_id, changes = self._inspections.begin(
                site, InspectionKind.RECHECK, inspectors, pack, (), public_area=False
            )
            self._store.add(inspection_id, [finding.id for finding in due])
        return inspection_id, changes

    def decide(
        self, inspection_id: str, finding_id: str, outcome: RecheckOutcome | None, note: str = ""
    ) -> Changes:
        """Keep what a finding came to; None: not looked at after all. Raises NotOpenError.

        Nothing happens to the finding itself until the recheck is completed.
        """
        with self._opened.database.transaction():
            self._require_open(inspection_id)
            entry = next(e for e in self.entries(inspection_id) if e.finding_id == finding_id)
            at = self._opened.now() if outcome is not None else None
            self._store.put(replace(entry, outcome=outcome, note=note, at=at))
        return Changes(entries=inspection_id)

    def complete(self, inspection_id: str) -> Changes:
        """Close a recheck: what passed is closed, what failed goes back to be put right.

        Raises IncompleteInspectionError while findings were not looked at, UnexplainedError
        while one failed without a word on what is still wrong, NoInspectorError while nobody is
        named, NotOpenError, WrongKindError.
        """
        with self._opened.database.transaction():
            inspection = self._require_open(inspection_id)
            entries = self.entries(inspection_id)
            if left := sum(entry.outcome is None for entry in entries):
                raise IncompleteInspectionError(left)
            if unexplained := sum(entry.lacks_reason for entry in entries):
                raise UnexplainedError(unexplained)
            if not inspection.inspectors:
                raise NoInspectorError
            sheet = sheet_of(self._opened, inspection_id)
            store = self._opened.inspection_store
            ended = not_before(self._opened, inspection.started_at)
            store.seal(inspection_id, ended, seal_of(sheet, recheck=entries))
            self._drafts.forget(inspection_id)
            by = "、".join(inspection.inspectors)
            source = Source(SourceKind.RECHECK, inspection_id)
            for entry in entries:
                # Since the recheck began it may have been closed or contested; its record stays.
                if EventKind.RECHECKED in allowed(self._finding_store.get(entry.finding_id)):
                    self._findings.recheck(
                        [entry.finding_id],
                        entry.outcome is RecheckOutcome.PASSED,
                        entry.note,
                        by=by,
                        source=source,
                    )
        return Changes(inspections=True, findings=True)

    def _require_open(self, inspection_id: str) -> Inspection:
        inspection = self._opened.inspection_store.get(inspection_id)
        if inspection.kind is not InspectionKind.RECHECK:
            raise WrongKindError
        if inspection.state is not InspectionState.OPEN:
            raise NotOpenError
        return inspection
