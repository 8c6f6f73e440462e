"""Which photos stand on a screen of the meeting, before beside after, and what is written there."""

from dataclasses import dataclass

from inspector.domain.finding.finding import Finding
from inspector.domain.meeting.meeting import Praise, PraiseKind
from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.before_after import as_found, done_since
from inspector.gui.photos.photo_pane import ShownPhoto
from inspector.gui.photos.photo_words import caption, day_text, numbered
from inspector.gui.words import short_day_text
from inspector.translation import tr
from inspector.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShownPhotos:
    """The photos of what was found, one of which is in front, and the one to stand beside it."""

    found: tuple[ShownPhoto, ...] = ()
    beside: ShownPhoto | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All of them, the one that stands beside last."""
        return tuple(each.evidence for each in (*self.found, *filter(None, [self.beside])))

    def pair(self, turned: int) -> tuple[ShownPhoto, ...]:
        """Return what is in front after turning over some photos, and what stands beside it."""
        front = (self.found[turned % len(self.found)],) if self.found else ()
        return front + ((self.beside,) if self.beside else ())


def photos_of_finding(workspace: Workspace, finding: Finding) -> ShownPhotos:
    """Return the photos of a finding: beside, the one after it was put right, else the last time's.

    A repeat with nothing put right yet shows how it looked the last time.
    """
    evidence = workspace.evidence.of_finding(finding.id)
    found, after = as_found(evidence), done_since(evidence)
    shown = tuple(
        ShownPhoto(each, caption(each, number, len(found))) for number, each in enumerate(found, 1)
    )
    if after:
        return ShownPhotos(shown, ShownPhoto(after[-1], caption(after[-1])))
    return ShownPhotos(shown, _last_time(workspace, finding))


def photos_of_praise(workspace: Workspace, praise: Praise) -> ShownPhotos:
    """Return the photos of a highlight."""
    if praise.kind is not PraiseKind.HIGHLIGHT or not praise.item_id:
        return ShownPhotos()
    photos = [
        each
        for each in workspace.evidence.of_answer(praise.scorecard_id, praise.item_id)
        if each.is_photo
    ]
    return ShownPhotos(
        tuple(
            ShownPhoto(each, numbered(day_text(each), number, len(photos)))
            for number, each in enumerate(photos, 1)
        )
    )


def _last_time(workspace: Workspace, finding: Finding) -> ShownPhoto | None:
    before = workspace.findings.earlier(finding) if finding.is_repeat else None
    if before is None:
        return None
    photos = as_found(workspace.evidence.of_finding(before.id))
    if not photos:
        return None
    day = short_day_text(before.raised_at.date())
    return ShownPhoto(photos[0], tr("Last time {day}", day=day))
