"""Which of the visits on a paper no longer are what was sealed: looked at when it is written."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.domain.evidence import Evidence
from inspector.domain.record import ChangedRecord
from inspector.storage.evidence_files import EvidenceFiles
from inspector.storage.whole_files import Progress, unheard

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


@dataclass(frozen=True)
class SealCheck:
    """The visits that a paper tells of, and the photos on it. May be asked on any thread."""

    workspace: "Workspace"
    inspection_ids: tuple[str, ...]
    photos: tuple[Evidence, ...] = ()

    def changed(self, progress: Progress = unheard) -> list[ChangedRecord]:
        """Return the visits whose record, or a photo of theirs, is no longer what it was.

        It takes milliseconds for each visit, and reading each photo through.
        """
        visits = list(dict.fromkeys(self.inspection_ids))
        total = len(visits) + len(self.photos)
        with self.workspace.reading_apart() as apart:
            found = apart.records.changed_among(visits, lambda done, _: progress(done, total))
            altered = altered_photos(
                apart.evidence.files,
                self.photos,
                lambda done, _: progress(len(visits) + done, total),
            )
            known = {each.inspection_id for each in found}
            shown_wrong = dict.fromkeys(each.inspection_id for each in altered)
            found += [
                apart.records.named(each) for each in shown_wrong if each and each not in known
            ]
        return sorted(found, key=lambda each: (each.started_at, each.site_name))


def altered_photos(
    files: EvidenceFiles, evidence: Iterable[Evidence], progress: Progress = unheard
) -> Sequence[Evidence]:
    """Return the evidence whose file has other bytes than it was taken in with. From any thread.

    A file that is gone is another matter: its place on a paper says so.
    """
    asked, altered = list(evidence), []
    for done, each in enumerate(asked, 1):
        digests = {(each.digest, each.suffix), each.shown}
        if any(os.path.isfile(files.path_of(*d)) and not files.verify(*d) for d in digests):
            altered.append(each)
        progress(done, len(asked))
    return altered
