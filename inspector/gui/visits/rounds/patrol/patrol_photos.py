"""The photos of a patrol's entry, large: seen, marked, told apart, copied, removed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.photos import evidence_steps
from inspector.gui.photos.mark_keeper import MarkKeeper
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import evidence_to_write
from inspector.gui.words import scorecard_title
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.rounds.patrol.patrol_page import PatrolPage


class PatrolPhotos(QObject):
    """Over a patrol page; each act is one step of its round to undo, and says so."""

    def __init__(self, session: Session, page: "PatrolPage") -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.viewer = viewer = PhotoViewer(session, page)
        self._marks = MarkKeeper(session, self._keep_marks, self)
        viewer.remove_wanted.connect(self.remove)
        viewer.role_wanted.connect(self._turn_role)
        viewer.marks_drawn.connect(self._marks.burn_in)
        viewer.marks_off_wanted.connect(self._take_marks_off)
        viewer.open_wanted.connect(self._open)
        viewer.copy_wanted.connect(self._save_copy)
        viewer.paste_wanted.connect(page.photos.paste)
        viewer.undo_wanted.connect(lambda: self._travel(back=True))
        viewer.redo_wanted.connect(lambda: self._travel(back=False))
        session.closing.connect(self.finish)

    def view(self, at: int = 0) -> None:
        """V or a click: the photos of the entry in front, large; a file opens at once."""
        page, entry = self._page, self._page.entry
        evidence = page.round.evidence_of(entry.id) if entry is not None else ()
        if entry is None or not evidence:
            page.line.ask(tr("There is no photo here yet: Ctrl+V pastes one, P chooses files."))
        elif at < len(evidence) and not evidence[at].is_photo:
            self._open(evidence[at])
        else:
            place = scorecard_title(page.place)
            words = tr("{window} · {item}", window=place, item=entry.text)
            self.viewer.open(page.round, Subject(page.place, entry.id, words), at)

    def finish(self) -> None:
        """Close the photo and wait for what is being drawn."""
        self.viewer.close_viewer()
        self._marks.finish()

    def remove(self, evidence: Evidence) -> None:
        """Take a photo off its entry."""
        if self._page.round.change_photo(evidence, None):
            self._say(tr("Taken away. Ctrl+Z puts it back."))

    def _turn_role(self, evidence: Evidence) -> None:
        was_found = evidence.role is EvidenceRole.FOUND
        then = EvidenceRole.CORRECTED if was_found else EvidenceRole.FOUND
        self._page.round.change_photo(evidence, replace(evidence, role=then))

    def _keep_marks(self, evidence: Evidence, picture: bytes) -> None:
        now = evidence_steps.find(self._page.round.sheet, evidence.id)
        if now is not None and self._page.round.annotate(now, picture):  # else removed meanwhile
            self._say(tr("Marks kept on a copy; the original stays as it is."))

    def _take_marks_off(self, evidence: Evidence) -> None:
        then = replace(evidence, annotated=None)
        if evidence.annotated and self._page.round.change_photo(evidence, then):
            self._say(tr("The marks are off. Ctrl+Z brings them back."))

    def _open(self, evidence: Evidence) -> None:
        """Let the system open the untouched original."""
        path = self._session.workspace.evidence.path_of(evidence)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(tr("The system has no program for “{name}”.", name=evidence.name))

    def _save_copy(self, evidence: Evidence) -> None:
        book = self._session.workspace.evidence
        name = book.copy_name(evidence, self._page.round.sheet)
        target = evidence_to_write(self._session, self._page, tr("Save a copy"), name)
        if target is None:
            return

        def save() -> bool:
            book.save_copy(evidence, target)
            return True

        if self._session.attempt(save):
            self._say(tr("Saved as {name}", name=target.name))

    def _travel(self, *, back: bool) -> None:
        """Undo or redo from the viewer: photos only, since nothing else is in sight."""
        round_ = self._page.round
        if round_.photo_change(back=back) is None:
            said = tr("Nothing about photos is left to undo; Esc closes the photo.")
            self.viewer.say(said)
        elif back:
            round_.undo()
        else:
            round_.redo()

    def _say(self, text: str) -> None:
        """Say something where it is seen."""
        if self.viewer.is_open:
            self.viewer.say(text)
        else:
            self._page.line.tell(text)
