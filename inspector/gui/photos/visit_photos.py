"""The photos of a visit: they come in, are seen large, removed, moved, marked, opened, copied."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.commands.shared_keys import LEAVE, UNDO, press
from inspector.gui.photos import evidence_steps, photo_words
from inspector.gui.photos.mark_keeper import MarkKeeper
from inspector.gui.photos.photo_mover import Seat
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.photos.photo_visit import PhotoVisit, Target
from inspector.gui.photos.visit_intake import VisitIntake
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.file_choice import evidence_to_write
from inspector.translation import tr
from inspector.workspace.evidence.pending_photos import PhotoStandsPending


class VisitPhotos(QObject):
    """Over the page of a visit; what is done to a photo is one step to undo, and says so."""

    turned = Signal()
    """Something else is in front while one is seen large: other keys."""

    closed = Signal()
    """The page is in front again."""

    def __init__(
        self,
        session: Session,
        page: QWidget,
        line: AskLine,
        visit: Callable[[], PhotoVisit | None],
        target: Callable[[], Target | None],
        travel: Callable[[bool], object],
    ) -> None:
        """`visit` is in front, `target` as in VisitIntake; `travel` undoes (True) or redoes."""
        super().__init__(page)
        self._session, self._page, self._line = session, page, line
        self._visit, self._travel = visit, travel
        self.intake = VisitIntake(session, page, line, visit, target, self.say)
        self.marks = MarkKeeper(session, self._keep_marks, self)

    @cached_property
    def viewer(self) -> PhotoViewer:
        """Where one is seen large; made for the first of them."""
        made = PhotoViewer(self._session, self._page)
        made.turned.connect(self.turned)
        made.closed.connect(self.closed)
        self._session.closing.connect(made.close_viewer)
        return made

    @property
    def are_large(self) -> bool:
        """One is seen large."""
        return "viewer" in self.__dict__ and self.viewer.is_open

    def close_viewer(self) -> None:
        """Give the page back, if one is seen large."""
        if self.are_large:
            self.viewer.close_viewer()

    def refresh(self) -> None:
        """Photos were added, changed, removed or moved: show how it stands."""
        if self.are_large:
            self.viewer.refresh()

    def view(self, subject: Subject | None, nothing: str, at: int | None = None) -> None:
        """Show photos large, the one at `at` first; a file there opens; `nothing`: no photo."""
        evidence = subject.evidence() if subject is not None else ()
        if subject is None or not evidence:
            self.say(nothing, False)
        elif at is not None and at < len(evidence) and not evidence[at].is_photo:
            self.open_file(evidence[at])
        else:
            self.viewer.open(subject, at)

    def finish(self) -> None:
        """Close the photo, and wait for what is being read or drawn."""
        self.close_viewer()
        self.intake.finish()
        self.marks.finish()

    def say(self, text: str, good: bool) -> None:
        """Say something where it is seen, without taking the place of a question."""
        if self.are_large:
            self.viewer.say(text)
        elif self._visit() is None or self._line.waiting:
            self._session.told.emit(text, "")
        elif good:
            self._line.tell(text)
        else:
            self._line.ask(text)

    def open_file(self, evidence: Evidence) -> None:
        """Let the system open the untouched original."""
        path = self._session.workspace.evidence.path_of(evidence)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.say(tr("The system has no program for “{name}”.", name=evidence.name), False)

    def remove(self, evidence: Evidence) -> None:
        """Take a photo or file off what it belongs to."""
        if self._change(evidence, None):
            said = tr(
                "“{name}” was removed. {undo} brings it back.",
                name=evidence.name,
                undo=press(UNDO),
            )
            self.say(said, True)

    def _change(self, evidence: Evidence, then: Evidence | None) -> bool:
        visit = self._visit()
        return visit is not None and visit.change_photo(evidence, then)

    def turn_role(self, evidence: Evidence) -> None:
        """Let it count as corrected, or as found again."""
        was_found = evidence.role is EvidenceRole.FOUND
        then = EvidenceRole.CORRECTED if was_found else EvidenceRole.FOUND
        self._change(evidence, replace(evidence, role=then))

    def move(self, evidence: Evidence, seat: Seat) -> None:
        """Let it belong to another item, perhaps of another window."""
        card, item = seat
        visit = self._visit()
        if visit is None:
            return
        role = visit.sheet.fitting_role(card, item.id, evidence.role)
        then = replace(evidence, scorecard_id=card.id, item_id=item.id, role=role)
        if visit.change_photo(evidence, then):
            words = photo_words.place_words(card, item)
            self.say(tr("Moved to {place}. {undo} undoes it.", place=words, undo=press(UNDO)), True)

    def _keep_marks(self, evidence: Evidence, picture: bytes) -> None:
        visit = self._visit()
        if visit is None or visit.sheet.inspection.id != evidence.inspection_id:
            if made := evidence_steps.annotated(self._session, evidence, picture):
                then, refused = made
                at = self._session.workspace.now()
                self._session.keep(PhotoStandsPending(then, None, at), refused)
            return
        now = evidence_steps.find(visit.sheet, evidence.id)
        if now is not None and visit.annotate(now, picture):  # else removed meanwhile
            self.say(tr("Marks kept on a copy; the original stays as it is."), True)

    def take_marks_off(self, evidence: Evidence) -> None:
        """Show the original instead of the copy with marks."""
        if evidence.annotated and self._change(evidence, replace(evidence, annotated=None)):
            self.say(tr("The marks are off. {undo} brings them back.", undo=press(UNDO)), True)

    def save_copy(self, evidence: Evidence) -> None:
        """Save what is shown to where somebody wants it."""
        visit, book = self._visit(), self._session.workspace.evidence
        name = book.copy_name(evidence, visit.sheet) if visit is not None else evidence.name
        target = evidence_to_write(self._session, self._page, tr("Save a copy"), name)
        if target is None:
            return

        def save() -> bool:
            book.save_copy(evidence, target)
            return True

        if self._session.attempt(save):
            self.say(tr("Saved as {name}", name=target.name), True)

    def travel(self, back: bool) -> None:
        """Undo or redo from the viewer: photos only, since nothing else is in sight."""
        visit = self._visit()
        if visit is None or visit.photo_change(back=back) is None:
            self.viewer.say(
                tr(
                    "Nothing about photos is left to undo; {esc} closes the photo.",
                    esc=press(LEAVE, tr("Close")),
                )
            )
        else:
            self._travel(back)
