"""Originals that go while copies of them are wanted."""

from pathlib import Path

from inspector.storage.evidence.erased_files import remove_files
from inspector.storage.evidence.evidence_files import EvidenceFiles, StoredFile


def take_away(files: EvidenceFiles, kept: StoredFile) -> None:
    """Take the original away: whoever makes a copy of it now fails."""
    path = files.path_of(kept.digest, kept.suffix)
    path.chmod(0o600)
    path.unlink()


class ErasedMeanwhile:
    """Tells where an original is; the second time, when it was read already, it is erased."""

    def __init__(self, folder: Path, files: EvidenceFiles) -> None:
        self._folder, self._files = folder, files
        self.asked = 0

    def path_of(self, digest: str, suffix: str) -> Path:
        self.asked += 1
        if self.asked == 2:
            remove_files(self._folder, [(digest, suffix)])
        return self._files.path_of(digest, suffix)
