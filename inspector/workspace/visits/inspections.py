"""Visits: starting, answering, leaving windows out, completing, the bin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.method import Form
from inspector.domain.errors import (
    IncompleteInspectionError,
    NoInspectorError,
    NothingInspectedError,
    NotOpenError,
    UnexplainedError,
    WrongKindError,
)
from inspector.domain.visit.inspection import (
    Answer,
    Inspection,
    InspectionKind,
    InspectionState,
    Progress,
    Scorecard,
    Slot,
)
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.storage.stores.patrol_store import PatrolStore
from inspector.workspace.changes import Changes
from inspector.workspace.inspectors.inspectors import Inspectors
from inspector.workspace.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import Pack
    from inspector.domain.figures.standing import Standing
    from inspector.domain.finding.finding import Finding
    from inspector.domain.visit.coverage import Coverage
    from inspector.domain.visit.inspection_sheet import InspectionSheet
    from inspector.domain.visit.visit_search import VisitSearch


@dataclass(frozen=True, slots=True)
class Duty:
    """A window to be inspected and who is on duty there."""

    window: Window
    staff: Staff | None = None


WHOLE = (0, 0)
"""No part of a shared visit."""


class InspectionLine(NamedTuple):
    """An inspection in a list: how far it is, or what it came to after appeals.

    `found` is how it stood before them, where that is different.
    """

    inspection: Inspection
    progress: Progress | None = None  # of an open one
    score: int | None = None  # hundredths, of a completed one
    grade: str = ""  # ★ for a veto
    found: "Standing | None" = None
    coverage: "Coverage | None" = None  # of a completed one; None: not kept of it
    part: tuple[int, int] = WHOLE  # of a shared visit (分头检查): which one of how many are here


class Inspections:
    """The operations on inspections."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = opened.inspection_store

    # Reading

    def sheet(self, inspection_id: str) -> "InspectionSheet":
        """Return an inspection, whole; raises KeyError when there is none."""
        from inspector.workspace.sheet_reading import sheet_of

        return sheet_of(self._opened, inspection_id)

    def unfinished(self, limit: int = 50, *, with_progress: bool = True) -> list[InspectionLine]:
        """Return open inspections, newest first; their progress needs their checklists read."""
        return [
            InspectionLine(inspection, self._progress(inspection) if with_progress else None)
            for inspection in self._store.in_state(InspectionState.OPEN, limit)
        ]

    def completed(self, limit: int = 50) -> list[InspectionLine]:
        """Return the newest completed inspections with their scores."""
        return self._with_scores(self._store.in_state(InspectionState.COMPLETED, limit))

    def find(self, search: "VisitSearch", limit: int = 50) -> list[InspectionLine]:
        """Return the newest completed visits that a search is for, with their scores."""
        from inspector.storage.stores.visit_finding import found_visits
        from inspector.workspace.pinyin import matches

        known: dict[str, bool] = {}
        words = search.words.split()

        def has(part: str, word: str) -> bool:
            key = f"{word}\0{part}"
            if key not in known:
                known[key] = matches(part, word)
            return known[key]

        def fits(text: str) -> bool:
            parts = text.split("\n")
            return all(any(has(part, word) for part in parts) for word in words)

        return self._with_scores(found_visits(self._opened.database, search, fits, limit))

    def discarded(self, limit: int = 50) -> list[InspectionLine]:
        """Return what is in the bin, newest first."""
        return [
            InspectionLine(inspection)
            for inspection in self._store.in_state(InspectionState.DISCARDED, limit)
        ]

    def findings(self, inspection_id: str) -> "list[Finding]":
        """Return the findings raised from a completed inspection, in sheet order."""
        return self._opened.finding_store.of_inspection(inspection_id)

    # Writing

    def start(
        self,
        site: Site,
        kind: InspectionKind,
        inspectors: Sequence[str],
        pack_id: str,
        duties: Sequence[Duty],
        public_area: bool = True,
        phase: str = "",
        form: Form = Form.FULL,
        shared_by: str = "",
    ) -> tuple[str, Changes]:
        """Start a visit with today's roster and the site's pack as it is now; return its id.

        `shared_by` names the group of which each takes windows and seals a part (分头检查).

        What 抽查 asks is drawn by a seed that is printed, one for all parts of a shared visit. The
        pack is kept without the site's own numbers, too: by that one it is ranked. An inspector
        who belongs to the site, by its roster or by their unit, is named as such on the record.
        Raises UnknownPackError, NothingInspectedError when nothing is chosen, or WrongKindError
        for a patrol or a recheck, which have operations of their own.
        """
        if not kind.scores:
            raise WrongKindError
        from inspector.workspace.packs.overrides import Overrides
        from inspector.workspace.packs.packs import Packs

        pack = self._opened.of(Overrides).pack_for(site, pack_id)
        base = self._opened.of(Packs).get(pack_id) if pack.overrides else None
        return self.begin(
            site,
            kind,
            inspectors,
            pack,
            duties,
            public_area,
            phase=phase,
            form=form,
            base=base,
            shared_by=shared_by,
        )

    def begin(
        self,
        site: Site,
        kind: InspectionKind,
        inspectors: Sequence[str],
        pack: "Pack",
        duties: Sequence[Duty],
        public_area: bool,
        phase: str = "",
        slot: Slot | None = None,
        form: Form = Form.FULL,
        base: "Pack | None" = None,
        shared_by: str = "",
    ) -> tuple[str, Changes]:
        """Keep a new visit of any kind with its scorecards; return its id.

        `base` is the pack without the site's own numbers, where it has any.

        Raises NothingInspectedError when there is no scorecard on a visit that needs one.
        """
        inspection_id = self._opened.new_id()
        cards: list[Scorecard] = []
        if public_area and (pack.items_for(Scope.PUBLIC) or not kind.scores):
            cards.append(Scorecard(self._opened.new_id(), inspection_id, 0, Scope.PUBLIC))
        cards.extend(
            _window_card(self._opened.new_id(), inspection_id, position, duty, pack)
            for position, duty in enumerate(duties, len(cards))
        )
        if not cards and kind is not InspectionKind.RECHECK:
            raise NothingInspectedError
        # An inspector walks in past the first window, a patroller past the entrance.
        windows = (card for card in cards if card.scope is Scope.WINDOW and kind.scores)
        first = next(windows, None) or next(iter(cards), None)
        now, group = self._opened.now(), " ".join(shared_by.split())
        seed = self._seed(site, now.date(), kind, phase, group) if form is Form.DRAWN else ""
        with self._opened.database.transaction():
            self._store.add(
                Inspection(
                    id=inspection_id,
                    site_id=site.id,
                    site_name=site.name,
                    kind=kind,
                    inspectors=tuple(inspectors),
                    pack_hash=self._opened.pack_store.freeze(pack),
                    state=InspectionState.OPEN,
                    started_at=now,
                    phase=phase,
                    cursor_scorecard=first.id if first else None,
                    slot=slot,
                    conflicts=self._conflicts(site, kind, inspectors),
                    form=form,
                    seed=seed,
                    base_hash=self._opened.pack_store.freeze(base) if base else "",
                    party=self._opened.of(Inspectors).party(inspectors),
                    shared_by=group,
                ),
                cards,
            )
        return inspection_id, Changes(inspections=True)

    def _seed(self, site: Site, day: date, kind: InspectionKind, phase: str, group: str) -> str:
        """Return what 抽查 draws by: of a part of a shared visit what all its parts draw by."""
        if not group:
            return self._opened.new_id()[:6].upper()
        from inspector.domain.visit.joined_visit import shared_seed

        return shared_seed(site.name, day, kind, phase, group)

    def name_inspectors(
        self, inspection_id: str, inspectors: Sequence[str]
    ) -> tuple[Inspection, Changes]:
        """Say who inspects on a visit of any kind that is not completed yet; return it.

        Raises NoInspectorError when nobody is named, NotOpenError.
        """
        named = tuple(name.strip() for name in inspectors if name.strip())
        if not named:
            raise NoInspectorError
        with self._opened.database.transaction():
            self._require_open(inspection_id, scored=False)
            visit = self._store.get(inspection_id)
            sites = self._opened.roster_store.sites(ended=True)
            site = next(each for each in sites if each.id == visit.site_id)
            conflicts = self._conflicts(site, visit.kind, named)
            party = self._opened.of(Inspectors).party(named)
            self._store.set_inspectors(inspection_id, named, conflicts, party)
        return self._store.get(inspection_id), Changes(inspections=True)

    def _conflicts(
        self, site: Site, kind: InspectionKind, inspectors: Sequence[str]
    ) -> tuple[str, ...]:
        """Return who of those named belongs to the site, unless the visit is the hall's own."""
        return self._opened.of(Inspectors).conflicts(inspectors, site) if kind.judges_others else ()

    def record(
        self,
        inspection_id: str,
        scorecard_id: str,
        answers: Iterable[Answer],
        cleared: Iterable[str] = (),
        next_item: str | None = None,
    ) -> Changes:
        """Keep answers of one scorecard and turn `cleared` items back into 未查.

        With `next_item` also remember that the inspector goes on there. On disk when it returns.
        Raises NotOpenError once the inspection is completed.
        """
        with self._opened.database.transaction():
            self._require_open(inspection_id, scorecard_id)
            self._store.clear_answers(scorecard_id, cleared)
            self._store.put_answers(scorecard_id, answers)
            if next_item is not None:
                self._store.set_cursor(inspection_id, scorecard_id, next_item)
        return Changes(scorecard=scorecard_id)

    def stand_at(self, inspection_id: str, scorecard_id: str, item_id: str | None) -> None:
        """Remember where the inspector stands, to come back to it; nothing once it is closed."""
        if self._store.get(inspection_id).state is InspectionState.OPEN:
            self._store.set_cursor(inspection_id, scorecard_id, item_id)

    def leave_out(
        self, inspection_id: str, scorecard_id: str, left_out: bool, reason: str = ""
    ) -> Changes:
        """Say that a window is not inspected after all and why, or is; its answers are kept."""
        with self._opened.database.transaction():
            self._require_open(inspection_id, scorecard_id)
            self._store.set_left_out(scorecard_id, left_out, reason)
            if left_out:
                from inspector.workspace.visits.left_out_reasons import LeftOutReasons

                self._opened.of(LeftOutReasons).remember(reason)
        return Changes(scorecard=scorecard_id)

    def name_on_duty(
        self, inspection_id: str, scorecard_id: str, number: str, name: str = ""
    ) -> Changes:
        """Say who is on duty at a window of a visit of any kind that is not completed yet.

        It is frozen with the visit, whatever the roster says later; blank: nobody is named.
        Raises NotOpenError.
        """
        with self._opened.database.transaction():
            self._require_open(inspection_id, scorecard_id, scored=False)
            self._store.set_on_duty(scorecard_id, number.strip(), name.strip())
        return Changes(scorecard=scorecard_id)

    def complete(self, inspection_id: str) -> Changes:
        """Close a visit: keep its scores and raise its findings, all in one transaction.

        Raises IncompleteInspectionError while items are unanswered, UnexplainedError while a
        veto or a bonus has no reason, NoInspectorError while nobody is named,
        NothingInspectedError when every window was left out, NotOpenError when it is closed
        already.
        """
        from inspector.domain.record.record_seal import seal_of
        from inspector.storage.stores.kept_ranked_scores import keep_coverage, keep_ranked
        from inspector.workspace.clock import not_before
        from inspector.workspace.drafts import Drafts
        from inspector.workspace.visits.stopwatches import Stopwatches

        database = self._opened.database
        with database.transaction():
            self._require_open(inspection_id)
            sheet = self.sheet(inspection_id)
            if not sheet.inspected:
                raise NothingInspectedError
            if missing := sheet.missing():
                raise IncompleteInspectionError(len(missing))
            if unexplained := sheet.unexplained():
                raise UnexplainedError(len(unexplained))
            if not sheet.inspection.inspectors:
                raise NoInspectorError
            self._store.complete(
                inspection_id,
                not_before(self._opened, sheet.inspection.started_at),
                seal_of(sheet),
                sheet.site_score(),
                [(card, sheet.score(card)) for card in sheet.inspected],
            )
            keep_coverage(database, sheet)
            keep_ranked(database, sheet, {})
            findings = self._raised(sheet)
            self._begin_lives(sheet, findings)
            evidence = self._opened.evidence_store
            for finding in findings:
                evidence.link(finding.scorecard_id, finding.item_id, finding.id)
            self._opened.of(Stopwatches).forget(inspection_id)
            self._opened.of(Drafts).forget(inspection_id)
        return Changes(inspections=True, findings=True)

    def discard(self, inspection_id: str) -> Changes:
        """Put an open inspection of any kind into the bin, whole."""
        with self._opened.database.transaction():
            self._require_open(inspection_id, scored=False)
            self._store.set_state(inspection_id, InspectionState.DISCARDED)
        return Changes(inspections=True)

    def take_back(self, inspection_id: str) -> Changes:
        """Take a discarded inspection out of the bin, as it was."""
        if self._store.get(inspection_id).state is InspectionState.DISCARDED:
            self._store.set_state(inspection_id, InspectionState.OPEN)
        return Changes(inspections=True)

    def _begin_lives(self, sheet: "InspectionSheet", findings: "Sequence[Finding]") -> None:
        """Raise findings; what was corrected under the inspector's eyes is closed at once."""
        from inspector.domain.finding.finding_event import Source, SourceKind
        from inspector.workspace.findings.findings import Findings

        by = "、".join(sheet.inspection.inspectors)
        source = Source(SourceKind.INSPECTION, sheet.inspection.id)
        steps = self._opened.of(Findings)
        steps.raise_all(findings, by=by, source=source)
        for finding in findings:
            answer = sheet.answers[finding.scorecard_id][finding.item_id]
            if answer.correction is not None:
                steps.correct([finding.id], answer.correction, by=by, source=source)

    def _with_scores(self, inspections: Sequence[Inspection]) -> list[InspectionLine]:
        if not inspections:
            return []
        scores = self._store.site_scores([inspection.id for inspection in inspections])
        lines = [_line(inspection, *scores[inspection.id]) for inspection in inspections]
        shared = [each.started_at.date() for each in inspections if each.shared_by]
        if not shared:
            return lines
        from inspector.storage.stores.joined.joined_visits import leads_between

        leads = leads_between(self._opened.database, min(shared), max(shared))
        return [
            line._replace(part=leads.part(line.inspection.id))
            if line.inspection.shared_by
            else line
            for line in lines
        ]

    def _progress(self, inspection: Inspection) -> Progress:
        match inspection.kind:
            case InspectionKind.PATROL:
                return PatrolStore(self._opened.database).progress(inspection.id)
            case InspectionKind.RECHECK:
                from inspector.storage.stores.recheck_store import RecheckStore

                return RecheckStore(self._opened.database).progress(inspection.id)
            case _:
                return self.sheet(inspection.id).total_progress()

    def _raised(self, sheet: "InspectionSheet") -> "list[Finding]":
        from inspector.domain.finding.finding import raise_findings
        from inspector.workspace.findings.finding_numbers import FindingNumbers
        from inspector.workspace.holidays import Holidays

        count = sum(sheet.deductions(card) for card in sheet.inspected)
        return raise_findings(
            sheet.inspection,
            sheet.pack,
            sheet.scorecards,
            sheet.answers,
            numbers=self._opened.of(FindingNumbers).draw(sheet.inspection.started_at, count),
            ids=iter(self._opened.new_id, ""),
            calendar=self._opened.of(Holidays).calendar(),
        )

    def _require_open(
        self, inspection_id: str, scorecard_id: str | None = None, scored: bool = True
    ) -> None:
        if scorecard_id and self._store.inspection_of(scorecard_id) != inspection_id:
            raise KeyError(scorecard_id)  # it may be one of a completed inspection
        inspection = self._store.get(inspection_id)
        if inspection.state is not InspectionState.OPEN:
            raise NotOpenError
        if scored and not inspection.kind.scores:
            raise WrongKindError


def _window_card(
    scorecard_id: str, inspection_id: str, position: int, duty: Duty, pack: "Pack"
) -> Scorecard:
    window, staff = duty.window, duty.staff
    return Scorecard(
        id=scorecard_id,
        inspection_id=inspection_id,
        position=position,
        scope=Scope.WINDOW,
        window_id=window.id,
        window_number=window.number,
        window_kind=pack.taken_kind(window.kind, window.number).id,
        staff_number=staff.number if staff else "",
        staff_name=staff.name if staff else "",
        department=window.department,
        leader=window.leader,
    )


def _line(
    inspection: Inspection, after: "Standing", found: "Standing", coverage: "Coverage | None"
) -> InspectionLine:
    grade = ("★ " if after.vetoes else "") + after.grade
    before = None if found == after else found
    return InspectionLine(inspection, None, after.total, grade, before, coverage)
