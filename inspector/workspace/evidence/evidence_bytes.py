"""The bytes of evidence: examined, put on a disk, found again; held elsewhere while a disk refuses.

Bytes come first: nothing that names them is written before they are on a disk.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import (
    BrokenPictureError,
    CannotReadError,
    CannotWriteError,
    DamagedDatabaseError,
    MachineError,
)
from inspector.domain.visit.attachment import kept_suffix, refuse_program
from inspector.domain.visit.evidence import Evidence
from inspector.storage.evidence.evidence_files import EvidenceFiles, StoredFile
from inspector.storage.evidence.held_files import HeldFiles
from inspector.storage.evidence.photo_reading import PhotoFacts, examine
from inspector.workspace.opened_folder import OpenedFolder

PASTED_NAME = "粘贴图片"
"""What a picture without a file is called, with the moment behind it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was examined and is on disk, and belongs to nothing yet.

    `refused` is why the data folder did not take its bytes, which are held elsewhere then.
    """

    file: StoredFile
    facts: PhotoFacts | None  # of a photo
    name: str
    refused: MachineError | None = None


class EvidenceBytes:
    """The files of one data folder, and those it could not take yet. From any thread."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self.files = EvidenceFiles(opened.folder)
        self._held = HeldFiles(opened.folder)

    def path_of(self, evidence: Evidence) -> Path:
        """Return the file of the untouched original."""
        return self._where(evidence.digest, evidence.suffix)

    def shown_path(self, evidence: Evidence) -> Path:
        """Return the file of what is shown: the annotated copy if there is one."""
        return self._where(*evidence.shown)

    def _where(self, digest: str, suffix: str) -> Path:
        """Return where bytes lie: in the data folder, else where they are held meanwhile."""
        path = self.files.path_of(digest, suffix)
        return path if os.path.isfile(path) else self._held.path(digest, suffix) or path

    def is_held(self, evidence: Evidence) -> bool:
        """Tell whether bytes have to be brought into the data folder before it is kept."""
        return any(
            not os.path.isfile(self.files.path_of(*each)) and self._held.path(*each) is not None
            for each in _files_of(evidence)
        )

    def prepare(self, source: Path | bytes, name: str = "") -> Prepared:
        """Examine a file or pasted picture and put its bytes on disk. From any thread.

        Raises CannotReadError, NotFoundError, CannotWriteError, or what is wrong with it:
        NotAPictureError, BrokenPictureError, PictureTooLargeError, ProgramFileError.
        """
        facts, name, suffix = self._examined(source, name)
        self._opened.database.require_in_place()  # else a folder would be made anew
        return Prepared(self.files.keep(source, suffix), facts, name)

    def take_in(self, source: Path | bytes, name: str = "") -> Prepared:
        """Examine a file like `prepare`; its bytes are held elsewhere if the data folder refuses.

        From any thread. Raises what `prepare` raises, CannotWriteError when no disk takes them.
        """
        facts, name, suffix = self._examined(source, name)
        file, refused = self.hold(source, suffix)
        return Prepared(file, facts, name, refused)

    def hold(self, source: Path | bytes, suffix: str) -> tuple[StoredFile, MachineError | None]:
        """Put bytes on a disk, if not in the data folder then elsewhere; say why elsewhere.

        From any thread. Raises NotFoundError or CannotReadError about the source; when no disk
        takes them, why the data folder does not.
        """
        try:
            self._opened.database.require_in_place()
            return self.files.keep(source, suffix), None
        except (CannotWriteError, DamagedDatabaseError) as error:
            try:
                return self._held.keep(source, suffix), error
            except CannotWriteError:
                raise error from None

    def bring_in(self, evidence: Evidence) -> None:
        """Have the bytes of a piece of evidence in the data folder, where they are not yet.

        From any thread. Raises CannotWriteError or DamagedDatabaseError while it refuses, and
        BrokenPictureError when what was held is damaged.
        """
        for digest, suffix in _files_of(evidence):
            path = self.files.path_of(digest, suffix)
            if os.path.isfile(path):
                continue
            held = self._held.path(digest, suffix)
            if held is None:
                continue  # nothing to bring; what is missing is said where it is wanted
            self._opened.database.require_in_place()
            try:
                kept = self.files.keep(held, suffix)
            except CannotReadError as error:
                raise BrokenPictureError(evidence.name) from error
            if kept.digest != digest:
                raise BrokenPictureError(evidence.name)

    def let_go(self, evidence: Evidence) -> None:
        """Hold the bytes elsewhere no longer, of which the data folder has its own."""
        for each in _files_of(evidence):
            if os.path.isfile(self.files.path_of(*each)):
                self._held.drop(*each)

    def _examined(self, source: Path | bytes, name: str) -> tuple[PhotoFacts | None, str, str]:
        """Return the facts of a photo, the name and the suffix; raises what `prepare` raises."""
        if isinstance(source, Path):
            name = name or source.name
            refuse_program(name)
        facts = examine(source, name)
        suffix = facts.suffix if facts else kept_suffix(name)
        return facts, name or f"{PASTED_NAME}{self._opened.now():%H%M%S}.{suffix}", suffix


def _files_of(evidence: Evidence) -> list[tuple[str, str]]:
    """Return digest and suffix of the original and of the copy with marks, if there is one."""
    original = (evidence.digest, evidence.suffix)
    return [original] if evidence.annotated is None else [original, evidence.shown]
