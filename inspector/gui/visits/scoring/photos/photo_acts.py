"""What is done to a photo that is there: removed, moved, marked, opened, copied."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.photos import evidence_steps, photo_words
from inspector.gui.photos.mark_keeper import MarkKeeper
from inspector.gui.photos.photo_mover import Seat
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.session import Session
from inspector.gui.visits.scoring.photos.photo_inlet import Say
from inspector.gui.widgets.file_choice import evidence_to_write
from inspector.translation import tr
from inspector.workspace.evidence.pending_photos import PhotoStandsPending

if TYPE_CHECKING:
    from inspector.gui.visits.scoring.scoring_page import ScoringPage


class PhotoActs(QObject):
    """Each is one step to undo, and says so."""

    def __init__(
        self,
        session: Session,
        page: "ScoringPage",
        viewer: PhotoViewer,
        say: Say,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._page, self._say = session, page, say
        self._marks = MarkKeeper(session, self._keep_marks, self)
        viewer.remove_wanted.connect(self.remove)
        viewer.role_wanted.connect(self._turn_role)
        viewer.move_wanted.connect(self._move)
        viewer.marks_drawn.connect(self._marks.burn_in)
        viewer.marks_off_wanted.connect(self._take_marks_off)
        viewer.open_wanted.connect(self.open)
        viewer.copy_wanted.connect(self._save_copy)

    def finish(self) -> None:
        """Wait for what is being drawn."""
        self._marks.finish()

    def remove(self, evidence: Evidence) -> None:
        """Take a photo or file off its item."""
        if self._page.scoring.change_photo(evidence, None):
            said = tr("“{name}” was removed. Ctrl+Z brings it back.", name=evidence.name)
            self._say(said, True)

    def open(self, evidence: Evidence) -> None:
        """Let the system open the untouched original."""
        path = self._session.workspace.evidence.path_of(evidence)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = tr("The system has no program for “{name}”.", name=evidence.name)
            self._say(said, False)

    def _turn_role(self, evidence: Evidence) -> None:
        then = EvidenceRole.CORRECTED
        if evidence.role is then:
            then = EvidenceRole.FOUND
        self._page.scoring.change_photo(evidence, replace(evidence, role=then))

    def _move(self, evidence: Evidence, seat: Seat) -> None:
        card, item = seat
        role = self._page.scoring.sheet.fitting_role(card, item.id, evidence.role)
        then = replace(evidence, scorecard_id=card.id, item_id=item.id, role=role)
        if self._page.scoring.change_photo(evidence, then):
            words = photo_words.place_words(card, item)
            self._say(tr("Moved to {place}. Ctrl+Z undoes it.", place=words), True)

    def _keep_marks(self, evidence: Evidence, picture: bytes) -> None:
        place = self._page.place
        if not place.is_open or place.scoring.sheet.inspection.id != evidence.inspection_id:
            if made := evidence_steps.annotated(self._session, evidence, picture):
                then, refused = made
                at = self._session.workspace.now()
                self._session.keep(PhotoStandsPending(then, None, at), refused)
            return
        now = evidence_steps.find(place.scoring.sheet, evidence.id)
        if now is not None and place.scoring.annotate(now, picture):  # else removed meanwhile
            self._say(tr("Marks kept on a copy; the original stays as it is."), True)

    def _take_marks_off(self, evidence: Evidence) -> None:
        then = replace(evidence, annotated=None)
        if evidence.annotated and self._page.scoring.change_photo(evidence, then):
            self._say(tr("The marks are off. Ctrl+Z brings them back."), True)

    def _save_copy(self, evidence: Evidence) -> None:
        book = self._session.workspace.evidence
        name = book.copy_name(evidence, self._page.scoring.sheet)
        target = evidence_to_write(self._session, self._page, tr("Save a copy"), name)
        if target is None:
            return

        def save() -> bool:
            book.save_copy(evidence, target)
            return True

        if self._session.attempt(save):
            self._say(tr("Saved as {name}", name=target.name), True)
