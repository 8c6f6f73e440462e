"""Photos as found beside those after: small beside a finding, and large over the page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_pane import PhotoPane, ShownPhoto
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.photos.photo_words import caption
from inspector.gui.session import Session


def as_found(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the photos of what was wrong, oldest first."""
    return [each for each in evidence if each.is_photo and each.role is EvidenceRole.FOUND]


def done_since(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the photos of what was done about it, oldest first."""
    return [each for each in evidence if each.is_photo and each.role is not EvidenceRole.FOUND]


class BeforeAfter(PhotoStrip):
    """The first photo as found, and the latest one after."""

    def __init__(self, session: Session) -> None:
        super().__init__("photoPair", QSize(136, 102), 1)
        self.use(session)

    def show_finding(self, evidence: Sequence[Evidence]) -> None:
        """Show the photos of a finding."""
        found, later = as_found(evidence), done_since(evidence)
        words = [caption(found[0], 1, len(found))] if found else []
        words += [caption(later[-1], len(later), len(later))] if later else []
        self.show_evidence([*found[:1], *later[-1:]], words)


class BesidePane(PhotoPane):
    """One photo of each side, each of them any of its own."""

    def __init__(self, cache: PhotoCache) -> None:
        super().__init__(cache, "photosBeside")
        self.text_size = 0
        """Of the words under the photos, in pixels, 0: as usual; a projector has larger ones."""

        self._sides: dict[bool, list[Evidence]] = {}  # as found, or after; none that is empty
        self._at: dict[bool, int] = {}

    def show_evidence(self, evidence: Sequence[Evidence], at: int | None = None) -> None:
        """Begin with the first photo as found and the latest one after, or with the one at `at`."""
        sides = {True: as_found(evidence), False: done_since(evidence)}
        self._sides = {found: photos for found, photos in sides.items() if photos}
        self._at = {found: 0 if found else len(side) - 1 for found, side in self._sides.items()}
        for found, side in self._sides.items():
            if at is not None and evidence[at] in side:
                self._at[found] = side.index(evidence[at])
        self._show()

    def turn(self, found: bool, arrow: int) -> None:
        """Show the photo before (0) or after (1) of a side."""
        if found in self._sides:
            at = self._at[found] + (-1, 1)[arrow]
            self._at[found] = max(0, min(at, len(self._sides[found]) - 1))
            self._show()

    @property
    def captions(self) -> list[str]:
        """What stands under the photos."""
        return [
            caption(photos[self._at[found]], self._at[found] + 1, len(photos))
            for found, photos in self._sides.items()
        ]

    def _show(self) -> None:
        photos = [photos[self._at[found]] for found, photos in self._sides.items()]
        self.show_photos(list(map(ShownPhoto, photos, self.captions)), self.text_size)
