"""Evidence: taking photos and files in, and what may be done with them afterwards."""

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from inspector.domain.errors import MACHINE_ERRORS, NotFoundError, NotOpenError
from inspector.domain.papers.print_size import PrintSize
from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.clock_check import photo_disagrees
from inspector.domain.visit.evidence import Evidence, EvidenceKind, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import InspectionState
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.evidence.evidence_files import copy_file
from inspector.storage.evidence.photo_making import Pixels, pixels
from inspector.storage.evidence.print_copies import PrintCopies
from inspector.storage.evidence.thumbnails import Thumbnails
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_bytes import EvidenceBytes, Prepared
from inspector.workspace.evidence.evidence_names import copy_name
from inspector.workspace.opened_folder import OpenedFolder


class EvidenceBook(EvidenceBytes):
    """The operations on evidence.

    What is done to bytes, `thumbnail`, `pixels` and `print_picture` take as long as reading a
    photo and may be called from any thread; nothing else may.
    """

    def __init__(self, opened: OpenedFolder) -> None:
        super().__init__(opened)
        self._store = opened.evidence_store
        self._thumbnails = Thumbnails(opened.folder, self._where)
        self.prints = PrintCopies(opened.folder, self._where)
        self.erased: Mapping[str, date] = self._store.erased()
        """Photos whose bytes were lawfully erased, each with the day, by their ids."""

    # Reading

    def get(self, evidence_id: str) -> Evidence:
        """Return a piece of evidence, removed or not; raises KeyError when there is none."""
        return self._store.get(evidence_id)

    def of_inspection(self, inspection_id: str) -> tuple[Evidence, ...]:
        """Return the evidence of a visit, in the order it came in."""
        return self._store.of_inspection(inspection_id)

    def of_finding(self, finding_id: str) -> tuple[Evidence, ...]:
        """Return what shows a finding, from found to rechecked, oldest first."""
        return self._store.of_finding(finding_id)

    def of_answer(self, scorecard_id: str, item_id: str) -> tuple[Evidence, ...]:
        """Return the evidence of one answer, in the order it came in."""
        inspection_id = self._opened.inspection_store.inspection_of(scorecard_id)
        return tuple(
            each
            for each in self._store.of_inspection(inspection_id)
            if (each.scorecard_id, each.item_id) == (scorecard_id, item_id)
        )

    def of_findings(self, finding_ids: list[str]) -> dict[str, tuple[Evidence, ...]]:
        """Return what shows each of several findings; one without evidence has no entry."""
        return self._store.of_findings(finding_ids)

    def digests_of_findings(self, finding_ids: list[str]) -> dict[str, set[str]]:
        """Return the digests of what ever showed each finding; one without evidence has none."""
        return self._store.digests_of_findings(finding_ids)

    def log(self, evidence_id: str) -> list[tuple[datetime, str, Mapping[str, object]]]:
        """Return what was ever done to a piece of evidence: moment, kind, content."""
        return self._store.log(evidence_id)

    def thumbnail(self, evidence: Evidence, rooms: Sequence[PrintSize] = ()) -> Path:
        """Return a small JPEG of a photo, making it when it is not there. From any thread.

        With it are made its copies for some places on paper: decoding is most of the work of each.
        Raises PhotoErasedError, as `pixels` and `print_picture` do.
        """
        self._require_kept(evidence)
        prints = self.prints if rooms else None
        return self._thumbnails.thumbnail(*evidence.shown, prints=prints, rooms=rooms)

    def pixels(self, evidence: Evidence, long_side: int) -> Pixels:
        """Return a photo for the screen, its long side `long_side` at most. From any thread."""
        self._require_kept(evidence)
        return pixels(self.shown_path(evidence), long_side)

    def print_picture(
        self, evidence: Evidence, room: PrintSize, corner: Sequence[str] = ()
    ) -> bytes:
        """Return a JPEG of a photo for its place on paper, made once.

        `corner` are lines in its corner. Papers ask `PaperPhotos`, which knows whether there are.
        """
        self._require_kept(evidence)
        return self.prints.copy(*evidence.shown, room, corner)

    def save_copy(self, evidence: Evidence, target: Path) -> None:
        """Copy the file of what is shown to where somebody wants it. From any thread.

        Raises NotFoundError or CannotReadError about ours, CannotWriteError about theirs.
        """
        self._require_kept(evidence)
        copy_file(self.shown_path(evidence), target)

    def read_erased(self) -> None:
        """Read again which photos were erased."""
        self.erased = self._store.erased()

    def _require_kept(self, evidence: Evidence) -> None:
        if (day := self.erased.get(evidence.id)) is not None:
            raise PhotoErasedError(day)

    def copy_name(self, evidence: Evidence, sheet: InspectionSheet) -> str:
        """Return what a copy is called: day, site, window, item, and the how-manieth it is."""
        return copy_name(evidence, sheet)

    def clock_difference(self, evidence: Evidence) -> timedelta | None:
        """Return how far a photo's capture time lies outside its visit, None when it fits.

        Positive: after it was taken in; the clock of the laptop or of the camera is wrong, or
        the photo is an old one. While the visit cannot be read nothing is known against it.
        """
        if evidence.taken_at is None or evidence.inspection_id is None:
            return None
        try:
            started_at = self._opened.inspection_store.get(evidence.inspection_id).started_at
        except MACHINE_ERRORS:
            return None
        return photo_disagrees(evidence.taken_at, evidence.added_at, started_at)

    # Writing

    def attach_to_finding(
        self,
        prepared: Prepared,
        finding_id: str,
        origin: EvidenceOrigin,
        role: EvidenceRole,
        inspection_id: str | None = None,
    ) -> tuple[Evidence, Changes]:
        """Let a prepared file show what became of a finding; of a recheck, name its visit.

        Raises NotOpenError once that recheck is completed.
        """
        evidence = self.made(
            prepared, origin, role, inspection_id=inspection_id, finding_id=finding_id
        )
        return evidence, self.add(evidence)

    def add(self, evidence: Evidence) -> Changes:
        """Keep a new piece of evidence, its bytes first; one that is there already stays as it is.

        Raises NotOpenError once its visit is completed, KeyError when its scorecard is another
        visit's, and what `bring_in` raises.
        """
        if self._store.standing(evidence.id) is not None:
            return Changes()
        self.bring_in(evidence)
        if not os.path.isfile(self.path_of(evidence)):
            raise NotFoundError(self.path_of(evidence))
        with self._opened.database.transaction():
            if evidence.inspection_id is not None:
                self._require_open(evidence.inspection_id, evidence.scorecard_id)
            self._store.add(evidence)
        return Changes(evidence=evidence.inspection_id or evidence.finding_id)

    def let_stand(self, then: Evidence, removed: bool | None, at: datetime) -> Changes:
        """Let a piece of evidence stand as it is to: its answer, its role, its marks.

        `removed` of None leaves it removed or not. What stands so already is not touched. Raises
        NotOpenError once its visit is completed, KeyError when there is none, and what
        `bring_in` raises.
        """
        self.bring_in(then)
        with self._opened.database.transaction():
            standing = self._store.standing(then.id)
            if standing is None:
                raise KeyError(then.id)
            now, was_removed = standing
            moves = _place(now) != _place(then)
            turns = removed is not None and removed != was_removed
            if not (moves or turns or now.annotated != then.annotated):
                return Changes()
            self._require_own_open(then.id, then.scorecard_id)
            if moves and then.scorecard_id is not None and then.item_id is not None:
                self._store.place(then.id, then.scorecard_id, then.item_id, then.role, at)
            if now.annotated != then.annotated:
                self._store.set_annotated(then.id, then.annotated, at)
            if removed is not None and turns:
                self._store.set_removed(then.id, removed, at)
        return Changes(evidence=then.inspection_id or then.finding_id)

    def made(
        self,
        prepared: Prepared,
        origin: EvidenceOrigin,
        role: EvidenceRole,
        *,
        inspection_id: str | None = None,
        scorecard_id: str | None = None,
        item_id: str | None = None,
        finding_id: str | None = None,
    ) -> Evidence:
        """Return what a prepared file becomes: drawn once, kept by `add` as often as need be."""
        facts = prepared.facts
        return Evidence(
            id=self._opened.new_id(),
            digest=prepared.file.digest,
            suffix=prepared.file.suffix,
            size=prepared.file.size,
            kind=EvidenceKind.PHOTO if facts else EvidenceKind.FILE,
            role=role,
            name=prepared.name,
            origin=origin,
            added_at=self._opened.now(),
            inspection_id=inspection_id,
            scorecard_id=scorecard_id,
            item_id=item_id,
            finding_id=finding_id,
            width=facts.width if facts else None,
            height=facts.height if facts else None,
            taken_at=facts.taken_at if facts else None,
        )

    def _require_own_open(self, evidence_id: str, scorecard_id: str | None = None) -> str | None:
        """Return the visit or finding of a piece of evidence that may still be touched."""
        evidence = self._store.get(evidence_id)
        if evidence.inspection_id is not None:
            self._require_open(evidence.inspection_id, scorecard_id)
            return evidence.inspection_id
        return evidence.finding_id

    def _require_open(self, inspection_id: str, scorecard_id: str | None = None) -> None:
        store = self._opened.inspection_store
        if scorecard_id is not None and store.inspection_of(scorecard_id) != inspection_id:
            raise KeyError(scorecard_id)
        if store.get(inspection_id).state is not InspectionState.OPEN:
            raise NotOpenError


def _place(evidence: Evidence) -> tuple[object, ...]:
    return evidence.scorecard_id, evidence.item_id, evidence.role
