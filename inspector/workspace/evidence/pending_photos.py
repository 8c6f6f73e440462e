"""Photos and files that wait to be written: new ones, and how one is to stand."""

from dataclasses import dataclass
from datetime import datetime

from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.write_target import WriteTarget


@dataclass(frozen=True, slots=True)
class PhotoPending:
    """A new photo or file. Its bytes are on a disk: in the data folder, or held elsewhere."""

    evidence: Evidence

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The photo itself."""
        return frozenset({(self.evidence.id, "")})

    @property
    def place(self) -> WriteTarget:
        """The item, place or finding it belongs to."""
        return _place(self.evidence)

    def write(self, opened: OpenedFolder) -> Changes:
        """Put it on the disk, bytes first; raises what `EvidenceBook.add` raises."""
        from inspector.workspace.evidence.evidence_book import EvidenceBook

        return opened.of(EvidenceBook).add(self.evidence)

    def upon(self, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """Return the photos of its visit or finding as they will be."""
        return _with(evidence, self.evidence)


@dataclass(frozen=True, slots=True)
class PhotoStandsPending:
    """How a photo is to stand since a moment: its item, its role, its marks.

    `removed` of None leaves it removed or not.
    """

    evidence: Evidence
    removed: bool | None
    at: datetime

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The photo itself."""
        return frozenset({(self.evidence.id, "")})

    @property
    def place(self) -> WriteTarget:
        """The item, place or finding it belongs to."""
        return _place(self.evidence)

    def write(self, opened: OpenedFolder) -> Changes:
        """Put it on the disk; raises what `EvidenceBook.let_stand` raises."""
        from inspector.workspace.evidence.evidence_book import EvidenceBook

        return opened.of(EvidenceBook).let_stand(self.evidence, self.removed, self.at)

    def upon(self, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """Return the photos of its visit or finding as they will be."""
        is_there = any(each.id == self.evidence.id for each in evidence)
        if self.removed or (self.removed is None and not is_there):
            return tuple(each for each in evidence if each.id != self.evidence.id)
        return _with(evidence, self.evidence)


@dataclass(frozen=True, slots=True)
class PicturesDonePending:
    """Which pictures of the watched folder a visit is offered no longer. Nobody misses it."""

    key: str
    pictures: str

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """Nothing."""
        return frozenset()

    def write(self, opened: OpenedFolder) -> Changes:
        """Put it on the disk."""
        SettingStore(opened.database).put(self.key, self.pictures)
        return Changes()


def photos_upon(sheet: InspectionSheet, each: PhotoPending | PhotoStandsPending) -> InspectionSheet:
    """Return the sheet of a visit with a photo of it that waits."""
    if each.evidence.inspection_id != sheet.inspection.id:
        return sheet
    return sheet.with_evidence(each.upon(sheet.evidence))


def _place(evidence: Evidence) -> WriteTarget:
    if evidence.scorecard_id is None:
        return evidence.finding_id or "", ""
    return evidence.scorecard_id, evidence.item_id or ""


def _with(evidence: tuple[Evidence, ...], one: Evidence) -> tuple[Evidence, ...]:
    others = [each for each in evidence if each.id != one.id]
    return tuple(sorted([*others, one], key=lambda each: each.added_at))
