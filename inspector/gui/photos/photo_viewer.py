"""One photo over the whole page: large, with its facts, to be marked, moved or removed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.shared_keys import CONFIRM, press
from inspector.gui.photos.annotation_canvas import AnnotationCanvas
from inspector.gui.photos.before_after import BesidePane
from inspector.gui.photos.mark_drawing import MarkDrawing
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_in_front import PhotoInFront
from inspector.gui.photos.photo_mover import PhotoMover, Seat
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_words import clock_words, facts, role_word
from inspector.gui.photos.viewer_commands import (
    BESIDE,
    DRAWING,
    FILE,
    FIXED,
    MOVING,
    PHOTO,
    TYPING,
    viewer_commands,
)
from inspector.gui.photos.viewer_frame import ViewerFrame
from inspector.gui.session import Session
from inspector.gui.words import unsaved_word
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.photos.visit_photos import VisitPhotos


class PhotoViewer(ViewerFrame):
    """What is asked of a photo its subject does, which knows the visit."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        session.unsaved.changed.connect(self._show_facts)
        self._subject: Subject | None = None
        self._at = 0
        self._original = False
        self._before: QWidget | None = None  # had the keyboard
        cache = PhotoCache.of(session)
        self.canvas = AnnotationCanvas(cache)
        self._front = PhotoInFront(cache, self.canvas)
        self.drawing = MarkDrawing(self.canvas)
        self.mover = PhotoMover()
        self.beside = BesidePane(cache)
        for each in (self.canvas, self.mover, self.beside):
            self.middle.addWidget(each)
        self.commands = viewer_commands(self)
        self.lay_out(self.commands, self.drawing.words, lambda: self.canvas.is_marked)
        give_context_menu(self, list(self.commands))
        self.canvas.changed.connect(self._set_mode)
        self.canvas.changed.connect(self.show_keep)
        self.drawing.said.connect(self.say)
        self.drawing.asked.connect(self._set_mode)
        self.drawing.answered.connect(self.back_to_photo)
        self.mover.left.connect(self.back_to_photo)
        self.mover.chosen.connect(self._move)

    # Opening and closing

    def open(self, subject: Subject, at: int | None = None) -> None:
        """Show the photos of something, the one at `at` first.

        Only looked at, one as found stands beside one after, the first and the latest at first.
        """
        self._subject, self._at = subject, at or 0
        self._before = self.window().focusWidget()
        self._original = False
        self.say("")
        self.lie_over()
        if subject.acts is not None:
            self._show_at()
        else:
            self._look(subject, at)
        self.setFocus()
        self.show_buttons()

    def _look(self, subject: Subject, at: int | None) -> None:
        """Show photos as found beside those after."""
        self._front.leave()
        self.title.setText(subject.words)
        self.warn_of_clock("")
        self.count.setText("")
        self.facts.setText("")
        self.beside.show_evidence(subject.evidence(), at)
        self.middle.setCurrentWidget(self.beside)
        self._set_mode()

    def close_viewer(self) -> None:
        """Keep what was drawn and give the page back."""
        if self.is_open:
            self.keep_marks()
            self._front.leave()
            self.hide()
            self._subject = None
            if self._before is not None:
                self._before.setFocus()
            self._set_mode()
            self.closed.emit()

    def _set_mode(self) -> None:
        """Let the commands of what is in front work."""
        subject, shown = self._subject, self.shown
        if subject is None:
            mode = ""
        elif subject.acts is None:
            mode = BESIDE
        elif self.middle.currentWidget() is self.mover:
            mode = MOVING
        elif self.drawing.asks:
            mode = TYPING
        else:
            mode = DRAWING if self.canvas.draft else PHOTO if shown and shown.is_photo else FILE
            mode = mode if subject.seat else FIXED + mode
        self.commands.set_mode(mode)

    # What is shown

    @property
    def shown(self) -> Evidence | None:
        """What is seen in front: the original, or the copy with marks."""
        return self._front.evidence

    @property
    def _evidence(self) -> Sequence[Evidence]:
        return self._subject.evidence() if self._subject is not None else ()

    @property
    def asks(self) -> bool:
        """It is asked where the photo belongs, or for the text of a mark."""
        return self.middle.currentWidget() is self.mover or self.drawing.asks

    @property
    def current(self) -> Evidence | None:
        """The photo or file in front."""
        return self._evidence[self._at] if self._at < len(self._evidence) else None

    def refresh(self) -> None:
        """Photos were added, changed, removed or moved: show how it stands."""
        if self._subject is None or self._subject.acts is None:
            return
        ids = [each.id for each in self._evidence]
        if self.shown is not None and self.shown.id in ids:
            self._at = ids.index(self.shown.id)
        if not ids:
            self.close_viewer()
        elif self.asks and self.current is not None:  # one goes on answering
            self._tell_place()
        else:
            self._at = min(self._at, len(ids) - 1)
            self._show_at()

    def _show_at(self) -> None:
        evidence, subject = self.current, self._subject
        if evidence is None or subject is None:
            return
        self.title.setText(f"{role_word(evidence.role)} · {subject.words}")
        self._tell_place()
        off = self._session.workspace.evidence.clock_difference(evidence)
        self.warn_of_clock(clock_words(off) if off else "")
        wanted = replace(evidence, annotated=None) if self._original else evidence
        self._front.show(wanted)
        self._show_facts()
        self.back_to_photo()

    def _tell_place(self) -> None:
        self.count.setText(f"{self._at + 1} / {len(self._evidence)}")

    def _show_facts(self) -> None:
        """Say what is known of the photo in front, and first whether it is on the disk."""
        evidence = self.current
        if evidence is None or self.shown is None:
            return
        is_unsaved = (evidence.id, "") in self._session.unsaved.targets
        said = [f"! {unsaved_word()}"] if is_unsaved else []
        said.append(facts(evidence))
        if evidence.annotated:
            said.append(tr("original") if self._original else tr("copy with marks"))
        self.facts.setText(" · ".join(said))

    def turn(self, arrow: int) -> None:
        """Show the photo before (0) or after (1)."""
        target = self._at + (-1, 1)[arrow]
        if 0 <= target < len(self._evidence):
            self.say("")
            self.keep_marks()
            self._at, self._original = target, False
            self._show_at()

    def turn_original(self) -> None:
        """Show the original, or the copy with marks again."""
        evidence = self.current
        if evidence is not None and evidence.annotated:
            self.say("")
            self.keep_marks()
            self._original = not self._original
            self._show_at()
        else:
            self.say(tr("This is the original; there are no marks on it."))

    def zoom(self, steps: int) -> None:
        """Look closer (1), or from farther away (-1)."""
        for view in (self.canvas, self.beside):
            view.zoom.step(steps)

    # Drawing

    def keep_marks(self) -> bool:
        """Keep what was drawn; False when there was nothing."""
        drawn = self._front.burn_in()
        if drawn is None:
            return False
        self._original = False
        if self._subject is not None and self._subject.acts is not None:
            self._subject.acts.marks.burn_in(*drawn)
        return True

    def take_back(self) -> None:
        """Take the last mark off, else undo what was done to photos last."""
        if not self.canvas.take_back():
            self.do(lambda acts, one: acts.travel(True))

    # Acts

    def do(self, act: "Callable[[VisitPhotos, Evidence], object]") -> None:
        """Do something to the photo in front; what was drawn on it is kept first."""
        self.say("")
        self.keep_marks()
        evidence, subject = self.current, self._subject
        if evidence is not None and subject is not None and subject.acts is not None:
            act(subject.acts, evidence)

    def remove(self) -> None:
        """Remove the photo; what was drawn on it goes with it."""
        if self.current is not None:
            self.canvas.show_word("")
            self.do(lambda acts, one: acts.remove(one))

    def move_elsewhere(self) -> None:
        """Ask where the photo belongs instead."""
        subject = self._subject
        if subject is not None and subject.seat is not None and subject.sheet is not None:
            self.say("")
            self.keep_marks()
            self.middle.setCurrentWidget(self.mover)
            self.mover.open(subject.sheet(), *subject.seat)
            self._set_mode()

    def _move(self, place: Seat) -> None:
        self.back_to_photo()
        self.do(lambda acts, one: acts.move(one, place))

    def back_to_photo(self) -> None:
        """Ask nothing any more, and show the photo."""
        self.drawing.words.hide()
        self.middle.setCurrentWidget(self.canvas)
        self._set_mode()
        if self.is_open:
            self.setFocus()

    def enter(self) -> None:
        """Leave the mark where it is, else keep the marks, else open the original."""
        self.say("")
        if self.canvas.settle():
            self.say(
                tr(
                    "{enter} keeps the marks on a copy; the original stays as it is.",
                    enter=press(CONFIRM, tr("Keep")),
                )
            )
        elif not self.keep_marks():
            self.do(lambda acts, one: acts.open_file(one))

    def escape(self) -> None:
        """Give up the mark that is being placed, else close."""
        if not self.canvas.drop_draft():
            self.close_viewer()
