"""Sealed records: signing them, and later words about them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import (
    AlreadySignedError,
    NotCompletedError,
    RefusedInputError,
    SealBrokenError,
    UnknownInspectionError,
)
from inspector.domain.faults import Fault, Problem
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.reviewed_score import reviewed_score, reviews_of
from inspector.domain.record.amendment import Amendment
from inspector.domain.record.journal import SLACK, WAITED
from inspector.domain.record.record import Record
from inspector.domain.record.signatory import names_a_person, signatory
from inspector.domain.record.signature import Signature, Stroke
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Inspection, InspectionState
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.stores.journal_store import JournalStore
from inspector.storage.stores.record_store import RecordStore
from inspector.workspace.changes import Changes
from inspector.workspace.clock import not_before, remark_on
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.packs.packs import Packs
from inspector.workspace.sheet_reading import sheet_of
from inspector.workspace.visits.answer_moves import AnswerMoves
from inspector.workspace.visits.came_in_part import came_in_part, other_signatures
from inspector.workspace.visits.record_check import Days, RecordCheck, Seen
from inspector.workspace.visits.seal_check import SealCheck, altered_photos


class Records:
    """The operations on completed visits. Nothing of what was found is ever changed."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._evidence = opened.of(EvidenceBook)
        self._packs = opened.of(Packs)
        self._store = RecordStore(opened.database)
        self.changes = opened.of(RecordCheck)
        self._seen = Seen(0)

    def signature(self, inspection_id: str) -> Signature | None:
        """Return the signature under a record, if there is one."""
        return self._store.signature(inspection_id)

    def amendments(self, inspection_id: str) -> list[Amendment]:
        """Return the later words about a record, oldest first."""
        return self._store.amendments(inspection_id)

    def suggested_signer(self, inspection_id: str) -> str:
        """Return who probably signs: who last did at this site, else its head of the roster.

        A person by name, or '': a department signs nothing.
        """
        store = self._opened.inspection_store
        inspection, cards = store.get(inspection_id), store.scorecards(inspection_id)
        units = [inspection.site_name, *(card.department for card in cards)]
        last = self._store.last_signer(inspection.site_id)
        if names_a_person(last, units):
            return last
        return signatory((card.leader for card in cards), units)

    def record(self, inspection_id: str) -> Record:
        """Return a completed visit with all that is printed of it.

        Raises NotCompletedError, UnknownInspectionError.
        """
        try:
            sheet = sheet_of(self._opened, inspection_id)
        except KeyError as error:
            raise UnknownInspectionError(inspection_id) from error
        if sheet.inspection.state is not InspectionState.COMPLETED:
            raise NotCompletedError
        reviews = reviews_of(self._opened.finding_store.of_inspection(inspection_id))
        return Record(
            sheet=sheet,
            signature=self.signature(inspection_id),
            amendments=tuple(self.amendments(inspection_id)),
            unchanged=self.unchanged(inspection_id),
            reviews=reviews,
            reviewed=reviewed_score(sheet, reviews) if reviews else None,
            item_texts=self._item_texts(sheet.pack),
            code=self.code(),
            clock_remark=remark_on(self._opened, inspection_id),
            moves=self._opened.of(AnswerMoves).of(inspection_id),
            came=came_in_part(self._opened, sheet),
            others=tuple(other_signatures(self._opened, inspection_id)),
        )

    def check(
        self,
        inspection_ids: Iterable[str],
        photos: Iterable[Evidence] = (),
        findings: Iterable[Finding] = (),
        days: Days | None = None,
        counted: Iterable[tuple[str, str]] = (),
    ) -> SealCheck:
        """Return what tells, when a paper is written, which of its visits were changed.

        `findings` are those it tells of, `counted` the ids of those it only counts, each with its
        visit's; `days` are those of which nothing may be missing.
        """
        told = (*((finding.id, finding.inspection_id) for finding in findings), *counted)
        visits = (*inspection_ids, *(visit for _, visit in told))
        version = self._opened.database.written_by_others
        if self._seen.version != version:
            self._seen = Seen(version)
        return SealCheck(self._opened, visits, tuple(photos), told, days, self._seen)

    def photos_altered(self, sheet: InspectionSheet) -> bool:
        """Tell whether a photo or file of a visit has other bytes than were sealed.

        Reads them through; may be asked on any thread.
        """
        return bool(altered_photos(self._evidence.files, sheet.evidence))

    def _item_texts(self, pack: Pack) -> dict[str, str]:
        """Return the words of a pack's items as it is now, with those a site switched off."""
        if not pack.overrides:
            return {}
        own = (known for known in self._packs.all() if known.id == pack.id)
        return {item.id: item.text for known in own for item in known.items()}

    def unchanged(self, inspection_id: str) -> bool:
        """Tell whether a record, its pack, scores, signature and findings still are what they were.

        The bytes of its photos are another matter: `photos_altered`.
        """
        findings = self._opened.finding_store.ids_of_inspection(inspection_id)
        return not self.changes.changed([inspection_id]) and not (
            self.changes.findings_changed(findings)
        )

    def code(self) -> str:
        """Return the code of the journal's newest entry, as papers print it, and its day."""
        head = JournalStore(self._opened.database).head()
        return f"{head.code} {head.day}" if head else ""

    def sign(self, inspection_id: str, signer: str, strokes: Sequence[Stroke]) -> Changes:
        """Put a drawn signature under a record.

        Raises NotCompletedError, AlreadySignedError, SealBrokenError, or RefusedInputError when
        nothing is drawn.
        """
        inspection = self._opened.inspection_store.get(inspection_id)
        return self.let_sign(inspection_id, self.signed(inspection, signer, strokes))

    def refuse(self, inspection_id: str, signer: str, reason: str) -> Changes:
        """Write down that the site's head would not sign, and why.

        Raises NotCompletedError, AlreadySignedError, SealBrokenError, or RefusedInputError without
        a reason.
        """
        inspection = self._opened.inspection_store.get(inspection_id)
        return self.let_sign(inspection_id, self.refused(inspection, signer, reason))

    def signed(self, inspection: Inspection, signer: str, strokes: Sequence[Stroke]) -> Signature:
        """Return a drawn signature of this moment; `let_sign` puts it under the record.

        Raises RefusedInputError when nothing is drawn.
        """
        if not any(len(stroke) > 1 for stroke in strokes):
            raise RefusedInputError([Problem("signature", Fault.MISSING)])
        return self._signature(inspection, signer, tuple(strokes), "")

    def refused(self, inspection: Inspection, signer: str, reason: str) -> Signature:
        """Return a refusal of this moment; raises RefusedInputError without a reason."""
        if not reason.strip():
            raise RefusedInputError([Problem("reason", Fault.MISSING)])
        return self._signature(inspection, signer, (), reason.strip())

    def let_sign(self, inspection_id: str, signature: Signature) -> Changes:
        """Put a signature or a refusal under a record; the same one twice is there once.

        Raises NotCompletedError, AlreadySignedError, SealBrokenError.
        """
        with self._opened.database.transaction():
            kept = self._store.signature(inspection_id)
            if kept == signature:
                return Changes()
            if kept is not None:
                raise AlreadySignedError
            if self._sealed(inspection_id).seal != signature.seal:
                raise SealBrokenError
            self._store.sign(inspection_id, signature, self._note(signature.signed_at))
        return Changes(records=True)

    def amend(
        self,
        inspection_id: str,
        text: str,
        reason: str,
        author: str,
        scorecard_id: str | None = None,
        item_id: str | None = None,
    ) -> Changes:
        """Add a later word about a record: what is to be read otherwise, why, and who says so.

        Raises NotCompletedError, SealBrokenError, or RefusedInputError with every field that is
        empty.
        """
        inspection = self._sealed(inspection_id)
        earlier = self.amendments(inspection_id)
        return self.let_amend(
            self.amended(inspection, earlier, text, reason, author, scorecard_id, item_id)
        )

    def amended(
        self,
        inspection: Inspection,
        earlier: Iterable[Amendment],
        text: str,
        reason: str,
        author: str,
        scorecard_id: str | None = None,
        item_id: str | None = None,
    ) -> Amendment:
        """Return a later word of this moment, behind `earlier` ones; `let_amend` keeps it.

        Raises RefusedInputError with every field that is empty.
        """
        written = {"text": text.strip(), "reason": reason.strip(), "author": author.strip()}
        missing = [Problem(field, Fault.MISSING) for field, value in written.items() if not value]
        if missing:
            raise RefusedInputError(missing)
        moments = [each.at for each in earlier]
        return Amendment(
            id=self._opened.new_id(),
            inspection_id=inspection.id,
            at=not_before(self._opened, inspection.completed_at, *moments),
            scorecard_id=scorecard_id,
            item_id=item_id,
            **written,
        )

    def let_amend(self, amendment: Amendment) -> Changes:
        """Add a later word to its record; the same one twice is there once.

        Raises NotCompletedError, SealBrokenError.
        """
        with self._opened.database.transaction():
            if amendment.id in {each.id for each in self.amendments(amendment.inspection_id)}:
                return Changes()
            self._sealed(amendment.inspection_id)
            self._store.amend(amendment, self._note(amendment.at))
        return Changes(records=True)

    def _signature(
        self, inspection: Inspection, signer: str, strokes: tuple[Stroke, ...], refusal: str
    ) -> Signature:
        now = not_before(self._opened, inspection.started_at, inspection.completed_at)
        # To the second, as it is kept: read again it is the same.
        now = now.replace(microsecond=0)
        return Signature(signer.strip(), strokes, refusal, now, inspection.seal)

    def _note(self, made_at: datetime) -> str:
        """Return what the journal notes of something that was made at a moment."""
        return WAITED if self._opened.now() - made_at > SLACK else ""

    def _sealed(self, inspection_id: str) -> Inspection:
        """Return a completed visit that is what was sealed: nobody puts a name under another."""
        inspection = self._opened.inspection_store.get(inspection_id)
        if inspection.state is not InspectionState.COMPLETED:
            raise NotCompletedError
        if not self.unchanged(inspection_id):
            raise SealBrokenError
        return inspection
