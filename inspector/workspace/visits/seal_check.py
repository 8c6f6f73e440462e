"""Which of the visits on a paper no longer are what was sealed: looked at when it is written."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from inspector.domain.record.record import ChangedRecord
from inspector.domain.visit.evidence import Evidence
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.whole_files import Progress, unheard
from inspector.workspace.evidence.every_core import on_every_core
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.visits.record_check import Days, RecordCheck, Seen


@dataclass(frozen=True)
class SealCheck:
    """The visits and findings that a paper tells of, the photos on it. For any thread."""

    opened: OpenedFolder
    inspection_ids: tuple[str, ...]
    photos: tuple[Evidence, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()  # the finding's id, its visit's
    days: Days | None = None
    seen: Seen | None = None

    def changed(self, progress: Progress = unheard) -> list[ChangedRecord]:
        """Return the visits whose record, findings or photos are no longer what they were.

        Those that were sealed in the days of the paper and are gone are among them. Reading
        each photo through takes longest.
        """
        visits = list(dict.fromkeys(self.inspection_ids))
        findings = [each for each, _ in self.findings]
        before, total = len(visits), len(visits) + len(findings) + len(self.photos)
        with self.opened.reading_apart() as apart:
            changes = apart.of(RecordCheck)
            wrong = dict.fromkeys(
                changes.changed(visits, lambda done, _: progress(done, total), self.seen)
            )
            rewritten = changes.findings_changed(
                findings, self.seen, lambda done, _: progress(before + done, total)
            )
            wrong |= dict.fromkeys(visit for each, visit in self.findings if each in rewritten)
            altered = altered_photos(
                EvidenceFiles(apart.folder),
                self.photos,
                lambda done, _: progress(before + len(findings) + done, total),
            )
            wrong |= dict.fromkeys(each.inspection_id for each in altered if each.inspection_id)
            found = list(map(changes.named, wrong))
            if self.days is not None:
                found += changes.gone(self.days)
        return sorted(found, key=lambda each: (each.started_at, each.site_name))


def altered_photos(
    files: EvidenceFiles, evidence: Iterable[Evidence], progress: Progress = unheard
) -> Sequence[Evidence]:
    """Return the evidence whose file has other bytes than it was taken in with. From any thread.

    All cores read. A file that is gone is another matter: its place on a paper says so.
    """
    asked = list(evidence)

    def is_altered(each: Evidence) -> bool:
        digests = {(each.digest, each.suffix), each.shown}
        return any(os.path.isfile(files.path_of(*d)) and not files.verify(*d) for d in digests)

    def look(at: int) -> tuple[int, bool]:
        return at, is_altered(asked[at])

    altered: set[int] = set()
    with on_every_core([partial(look, at) for at in range(len(asked))]) as looked:
        for done, (at, is_other) in enumerate(looked, 1):
            progress(done, len(asked))
            if is_other:
                altered.add(at)
    return [asked[at] for at in sorted(altered)]
