"""The photo in front of the viewer: its copy is read, shown, and takes the marks drawn on it."""

from PySide6.QtCore import QObject

from inspector.domain.errors import InspectorError, NotFoundError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.commands.shared_keys import CONFIRM, by_hand, key_name
from inspector.gui.photos.annotation import Shape
from inspector.gui.photos.annotation_canvas import AnnotationCanvas
from inspector.gui.photos.photo_cache import LARGE, PhotoCache
from inspector.translation import tr
from inspector.workspace.sentences import sentence


class PhotoInFront(QObject):
    """`evidence` is what the canvas shows, or waits for."""

    def __init__(self, cache: PhotoCache, canvas: AnnotationCanvas) -> None:
        super().__init__(canvas)
        self._cache, self._canvas = cache, canvas
        self.evidence: Evidence | None = None
        self._waits = False  # it was not read yet
        self._burnt = ""  # the photo whose copy with marks is being made
        cache.came.connect(self._on_came)

    def show(self, evidence: Evidence) -> None:
        """Show a photo, or the name of another file; what is drawn on the same one stays."""
        before, self.evidence = self.evidence, evidence
        if before is not None and (before.id, before.shown) == (evidence.id, evidence.shown):
            return
        self._cache.want(self, [evidence], LARGE)
        if not evidence.is_photo:
            self._canvas.show_word(
                by_hand(
                    tr(
                        "{name}\n{enter} or a double click opens it",
                        name=evidence.name,
                        enter=key_name(CONFIRM),
                    ),
                    tr("{name}\nTwo taps open it", name=evidence.name),
                )
            )
            return
        if self._burnt != evidence.id:  # else the view looks like the copy that comes
            self._canvas.show_word(tr("Reading the photo…"))
        self._burnt, self._waits = "", True
        self._on_came()

    def leave(self) -> None:
        """Show none any more."""
        self.evidence = None
        self._cache.want(self, (), LARGE)

    def burn_in(self) -> tuple[Evidence, tuple[Shape, ...]] | None:
        """Make what was drawn a part of the view; return it with its photo, None: nothing was."""
        self._canvas.settle()
        shapes = tuple(self._canvas.shapes)
        if not shapes or self.evidence is None:
            return None
        self._canvas.burn_in()
        self._burnt = self.evidence.id
        return self.evidence, shapes

    def _on_came(self) -> None:
        """Show it once it is read, unless one draws on what looks like it."""
        evidence = self.evidence if self._waits else None
        found = self._cache.get(evidence, LARGE) if evidence is not None else None
        if evidence is None or found is None:
            return
        self._waits = False
        if isinstance(found, InspectorError):
            self._canvas.show_word(_why_not(found))
        elif not self._canvas.is_marked:
            self._canvas.show_photo(evidence, found)


def _why_not(error: InspectorError) -> str:
    if not isinstance(error, NotFoundError):
        return sentence(error)
    return tr("The file of this photo is gone. Put it back from a backup: {path}", path=error.path)
