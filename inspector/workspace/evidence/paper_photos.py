"""Photos as papers carry them; every paper with photos asks here.

Each is a small copy; if the preferences say so, with the site and the time in its corner. The
original, its thumbnails and what the window shows never have them.
"""

from inspector.domain.errors import InspectorError
from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence
from inspector.storage.evidence.photo_making import crossed_out, erased_picture
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import PHOTO_CORNER, PreferenceBook

_SMALL = 512
"""Pixels of the long side in a table of many, where there are words to be read."""


class PaperPhotos:
    """Makes copies for paper, on any thread."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._book = opened.of(EvidenceBook)
        self._preferences = opened.of(PreferenceBook)

    def picture(self, evidence: Evidence, site: str) -> bytes:
        """Return a JPEG of a photo of a site; a crossed box for one that cannot be read."""
        try:
            return self._book.print_picture(evidence, self._corner(evidence, site))
        except PhotoErasedError as error:
            return erased_picture(error.day)
        except InspectorError:  # damaged since it was taken in: the paper is written still
            return crossed_out()

    def small(self, evidence: Evidence, site: str) -> bytes:
        """Return a smaller JPEG, where a paper has hundreds; raises what reading one raises."""
        if corner := self._corner(evidence, site):
            return self._book.print_picture(evidence, corner, _SMALL)
        return self._book.thumbnail(evidence).read_bytes()

    def _corner(self, evidence: Evidence, site: str) -> tuple[str, ...]:
        """Return the lines of the corner: what the camera says, else when it was taken in."""
        if self._preferences.get(PHOTO_CORNER) != "yes":
            return ()
        if evidence.taken_at is not None:
            return site, f"{evidence.taken_at:%Y-%m-%d %H:%M}"
        return site, f"{evidence.added_at:%Y-%m-%d %H:%M} 录入"
