"""What is done to a photo that is there: seen large, removed, moved, marked, opened, copied."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.photos import evidence_steps, photo_words
from inspector.gui.photos.mark_keeper import MarkKeeper
from inspector.gui.photos.photo_mover import Seat
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.session import Session
from inspector.gui.visits.parts.undoable_visit import UndoableVisit
from inspector.gui.visits.parts.visit_photos import VisitPhotos
from inspector.gui.widgets.file_choice import evidence_to_write
from inspector.translation import tr
from inspector.workspace.evidence.pending_photos import PhotoStandsPending


class PhotoActs(QObject):
    """With the viewer over the page; each act is one step of the visit to undo, and says so."""

    def __init__(
        self,
        session: Session,
        page: QWidget,
        photos: VisitPhotos,
        visit: Callable[[], UndoableVisit | None],
        travel: Callable[[bool], object],
    ) -> None:
        """`travel` undoes (True) or redoes on the page."""
        super().__init__(page)
        self._session, self._page = session, page
        self._visit, self._travel, self._say = visit, travel, photos.say
        self._marks = MarkKeeper(session, self._keep_marks, self)
        self.viewer = viewer = photos.viewer = PhotoViewer(session, page)
        viewer.remove_wanted.connect(self.remove)
        viewer.role_wanted.connect(self._turn_role)
        viewer.move_wanted.connect(self._move)
        viewer.marks_drawn.connect(self._marks.burn_in)
        viewer.marks_off_wanted.connect(self._take_marks_off)
        viewer.open_wanted.connect(self._open)
        viewer.copy_wanted.connect(self._save_copy)
        viewer.paste_wanted.connect(photos.paste)
        viewer.undo_wanted.connect(lambda: self._undo(True))
        viewer.redo_wanted.connect(lambda: self._undo(False))
        session.closing.connect(self.finish)

    def view(self, subject: Subject, evidence: Sequence[Evidence], at: int = 0) -> None:
        """Show the photos of something, one of them first; a file opens at once."""
        if at < len(evidence) and not evidence[at].is_photo:
            self._open(evidence[at])
        elif visit := self._visit():
            self.viewer.open(visit, subject, at)

    def finish(self) -> None:
        """Close the photo and wait for what is being drawn."""
        self.viewer.close_viewer()
        self._marks.finish()

    def remove(self, evidence: Evidence) -> None:
        """Take a photo or file off."""
        if self._change(evidence, None):
            self._say(tr("“{name}” was removed. Ctrl+Z brings it back.", name=evidence.name))

    def _change(self, evidence: Evidence, then: Evidence | None) -> bool:
        visit = self._visit()
        return visit is not None and visit.change_photo(evidence, then)

    def _undo(self, back: bool) -> None:
        """Undo or redo from the viewer: photos only, since nothing else is in sight."""
        visit = self._visit()
        if visit is None or visit.photo_change(back=back) is None:
            self.viewer.say(tr("Nothing about photos is left to undo; Esc closes the photo."))
        else:
            self._travel(back)

    def _turn_role(self, evidence: Evidence) -> None:
        was_corrected = evidence.role is EvidenceRole.CORRECTED
        then = EvidenceRole.FOUND if was_corrected else EvidenceRole.CORRECTED
        self._change(evidence, replace(evidence, role=then))

    def _move(self, evidence: Evidence, seat: Seat) -> None:
        visit, (card, item) = self._visit(), seat
        if visit is None:
            return
        role = visit.sheet.fitting_role(card, item.id, evidence.role)
        then = replace(evidence, scorecard_id=card.id, item_id=item.id, role=role)
        if visit.change_photo(evidence, then):
            words = photo_words.place_words(card, item)
            self._say(tr("Moved to {place}. Ctrl+Z undoes it.", place=words))

    def _keep_marks(self, evidence: Evidence, picture: bytes) -> None:
        visit = self._visit()
        if visit is None or visit.id != evidence.inspection_id:
            if made := evidence_steps.annotated(self._session, evidence, picture):
                then, refused = made
                at = self._session.workspace.now()
                self._session.keep(PhotoStandsPending(then, None, at), refused)
            return
        now = evidence_steps.find(visit.sheet, evidence.id)
        if now is not None and visit.annotate(now, picture):  # else removed meanwhile
            self._say(tr("Marks kept on a copy; the original stays as it is."))

    def _take_marks_off(self, evidence: Evidence) -> None:
        if evidence.annotated and self._change(evidence, replace(evidence, annotated=None)):
            self._say(tr("The marks are off. Ctrl+Z brings them back."))

    def _open(self, evidence: Evidence) -> None:
        """Let the system open the untouched original."""
        path = self._session.workspace.evidence.path_of(evidence)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = tr("The system has no program for “{name}”.", name=evidence.name)
            self._say(said, False)

    def _save_copy(self, evidence: Evidence) -> None:
        book, visit = self._session.workspace.evidence, self._visit()
        if visit is None:
            return
        name = book.copy_name(evidence, visit.sheet)
        target = evidence_to_write(self._session, self._page, tr("Save a copy"), name)
        if target is None:
            return

        def save() -> bool:
            book.save_copy(evidence, target)
            return True

        if self._session.attempt(save):
            self._say(tr("Saved as {name}", name=target.name))
