"""One photo over the whole page: large, with its facts, to be marked, moved or removed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.errors import InspectorError, NotFoundError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.shared_keys import CONFIRM, UNDO, key_name
from inspector.gui.photos.annotation import Mark
from inspector.gui.photos.annotation_canvas import AnnotationCanvas
from inspector.gui.photos.before_after import BesidePane
from inspector.gui.photos.photo_cache import LARGE, PhotoCache
from inspector.gui.photos.photo_mover import PhotoMover, Seat
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_words import clock_words, facts, role_word
from inspector.gui.photos.viewer_commands import (
    BESIDE,
    DRAWING,
    FILE,
    FIXED,
    PHOTO,
    TYPING,
    viewer_commands,
)
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.keyed_edit import KeyedEdit
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.words import unsaved_word
from inspector.translation import tr
from inspector.workspace.sentences import sentence

if TYPE_CHECKING:
    from inspector.gui.photos.visit_photos import VisitPhotos

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = ((0, -1), (0, 1), (-1, 0), (1, 0))
"""Up, down, left, right, as steps to the right and down."""


class PhotoViewer(QFrame):
    """What is asked of a photo its subject does, which knows the visit."""

    closed = Signal()
    turned = Signal()  # something else is in front: other keys

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Photo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        session.unsaved.changed.connect(self._show_facts)
        self._subject: Subject | None = None
        self._at = 0
        self.shown: Evidence | None = None
        """What the canvas shows, or waits for."""

        self._original = False
        self._before: QWidget | None = None  # had the keyboard
        self._burnt = ""  # the photo whose copy with marks is being made
        self._cache = PhotoCache.of(session)
        self._cache.came.connect(self._on_came)
        self._waits = False  # what is in front was not read yet
        self._title = ElidedLabel("title")
        self._title.setObjectName("photoTitle")
        self._count = label("", "secondary")
        self.canvas = AnnotationCanvas()
        self.mover = PhotoMover()
        self.beside = BesidePane(self._cache)
        self._middle = QStackedWidget()
        for each in (self.canvas, self.mover, self.beside):
            self._middle.addWidget(each)
        self._said = wrapped("", "caution")
        self._said.setObjectName("photoLine")
        self._clock = wrapped("", "caution")
        self._clock.setObjectName("photoClock")
        self._facts = ElidedLabel("secondary")
        self._facts.setObjectName("photoFacts")
        self._words = KeyedEdit(self._on_text_key)
        self._words.setObjectName("markText")
        self._words.setAccessibleName(
            tr(
                "Text on the photo",
            )
        )
        self._words.setPlaceholderText(
            tr("Text on the photo, then {enter}", enter=key_name(CONFIRM))
        )
        self.commands = viewer_commands(self)
        self._buttons = self._made_buttons()
        self._row = FlowRow(list(self._buttons.values()))
        self._lay_out()
        self.canvas.changed.connect(self._set_mode)
        self.commands.changed.connect(self._show_buttons)
        parent.installEventFilter(self)
        self.mover.left.connect(self._back_to_photo)
        self.mover.chosen.connect(self._move)
        self.hide()

    def _made_buttons(self) -> dict[str, QPushButton]:
        """Return the buttons by the names of their commands."""
        made = {}
        for name, words in (
            ("remove", tr("Remove")),
            ("move", tr("Move")),
            ("role", tr("As found/corrected")),
            ("arrow", tr("Arrow")),
            ("box", tr("Box")),
            ("blur", tr("Blur")),
            ("text", tr("Text")),
            ("original", tr("Original")),
            ("zoom-in", tr("Larger")),
            ("zoom-out", tr("Smaller")),
            ("copy", tr("Save copy")),
            ("close", tr("Close")),
        ):
            made[name] = command_button(self.commands[name], f"photo-{name}", "quiet", words)
            made[name].setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _show_buttons(self) -> None:
        for name, each in self._buttons.items():
            each.setVisible(self.commands[name].isVisible())
        self._row.arrange()
        self.turned.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self._middle, 1)
        for widget in (self._words, self._said, self._clock, self._facts, self._row):
            column.addWidget(widget)
        for hidden in (self._words, self._said, self._clock):
            hidden.hide()

    # Opening and closing

    @property
    def is_open(self) -> bool:
        """It lies over the page."""
        return not self.isHidden()

    def open(self, subject: Subject, position: int = 0) -> None:
        """Show the photos of something, one of them first; only looked at, all of them at once."""
        self._subject, self._at = subject, position
        self._before = self.window().focusWidget()
        self._original = False
        self.say("")
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        if subject.acts is not None:
            self._show_at()
        else:
            self._look(subject)
        self.setFocus()
        self._show_buttons()

    def _look(self, subject: Subject) -> None:
        """Show photos as found beside those after."""
        self.shown = None
        self._title.setText(subject.words)
        self._clock.hide()
        self._count.setText("")
        self._facts.setText("")
        self.beside.show_evidence(subject.evidence())
        self._middle.setCurrentWidget(self.beside)
        self._set_mode()

    def close_viewer(self) -> None:
        """Keep what was drawn and give the page back."""
        if self.is_open:
            self.keep_marks()
            self._cache.want(self, (), LARGE)
            self.shown = None
            self.hide()
            self._subject = None
            if self._before is not None:
                self._before.setFocus()
            self._set_mode()
            self.closed.emit()

    def _set_mode(self) -> None:
        """Let the commands of what is in front work."""
        subject, is_photo = self._subject, self.shown is not None and self.shown.is_photo
        if subject is None:
            mode = ""
        elif subject.acts is None:
            mode = BESIDE
        elif self._middle.currentWidget() is self.mover or not self._words.isHidden():
            mode = TYPING
        else:
            mode = DRAWING if self.canvas.draft else PHOTO if is_photo else FILE
            mode = mode if subject.seat else FIXED + mode
        self.commands.set_mode(mode)

    def say(self, text: str) -> None:
        """Say something under the photo, until the next key."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    # What is shown

    @property
    def _evidence(self) -> Sequence[Evidence]:
        return self._subject.evidence() if self._subject is not None else ()

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
        else:
            self._at = min(self._at, len(ids) - 1)
            self._show_at()

    def _show_at(self) -> None:
        evidence, subject = self.current, self._subject
        if evidence is None or subject is None:
            return
        self._title.setText(f"{role_word(evidence.role)} · {subject.words}")
        self._count.setText(f"{self._at + 1} / {len(self._evidence)}")
        off = self._session.workspace.evidence.clock_difference(evidence)
        self._clock.setText(clock_words(off) if off else "")
        self._clock.setVisible(off is not None)
        wanted = replace(evidence, annotated=None) if self._original else evidence
        before, self.shown = self.shown, wanted
        self._show_facts()
        self._back_to_photo()
        if before is not None and (before.id, before.shown) == (wanted.id, wanted.shown):
            return  # what was drawn on it meanwhile stays
        self._cache.want(self, [wanted], LARGE)
        if not evidence.is_photo:
            self.canvas.show_word(
                tr("{name}\n{enter} opens it", name=evidence.name, enter=key_name(CONFIRM))
            )
            return
        if self._burnt != evidence.id:  # else the view looks like the copy that comes
            self.canvas.show_word(tr("Reading the photo…"))
        self._burnt, self._waits = "", True
        self._on_came()

    def _on_came(self) -> None:
        """Show the photo in front once it is read, unless one draws on what looks like it."""
        found = self._cache.get(self.shown, LARGE) if self.shown and self._waits else None
        if found is None:
            return
        self._waits = False
        if isinstance(found, InspectorError):
            self._refuse(found)
        elif not self.canvas.is_marked:
            self.canvas.show_image(found)

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
        self._facts.setText(" · ".join(said))

    def _refuse(self, error: InspectorError) -> None:
        said = sentence(error)
        if isinstance(error, NotFoundError):
            said = tr(
                "The file of this photo is gone. Put it back from a backup: {path}", path=error.path
            )
        self.canvas.show_word(said)

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
        self.canvas.settle()
        shapes = tuple(self.canvas.shapes)
        if not shapes or self.shown is None:
            return False
        shown, self._original = self.shown, False
        self.canvas.burn_in()
        self._burnt = shown.id
        if self._subject is not None and self._subject.acts is not None:
            self._subject.acts.marks.burn_in(shown, shapes)
        return True

    def draw(self, mark: Mark) -> None:
        """Begin a mark in the middle of the photo."""
        if self.current is not None and self.current.is_photo:
            self.canvas.begin(mark)
            self.say(
                tr(
                    "Arrow keys or the mouse place it, {enter} keeps it, {undo} takes it back.",
                    enter=key_name(CONFIRM),
                    undo=key_name(UNDO),
                )
            )

    def ask_text(self) -> None:
        """Ask for the words of a mark."""
        self.say("")
        if self.canvas.has_image:
            self._words.clear()
            self._words.show()
            self._words.setFocus()
            self._set_mode()

    def _begin_text(self) -> None:
        text = self._words.text().strip()
        self._back_to_photo()
        if text:
            self.canvas.begin(Mark.TEXT, text)
            self.say(
                tr(
                    "Arrow keys or the mouse place it, {enter} keeps it, {undo} takes it back.",
                    enter=key_name(CONFIRM),
                    undo=key_name(UNDO),
                )
            )

    def move_mark(self, stretch: bool, arrow: int) -> None:
        """Move the mark that is being placed (up 0, down, left, right), or its second corner."""
        self.canvas.move_draft(*_ARROWS[arrow], stretch)

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
            self._middle.setCurrentWidget(self.mover)
            self.mover.open(subject.sheet(), *subject.seat)
            self._set_mode()

    def _move(self, place: Seat) -> None:
        self._back_to_photo()
        self.do(lambda acts, one: acts.move(one, place))

    def _back_to_photo(self) -> None:
        self._words.hide()
        self._middle.setCurrentWidget(self.canvas)
        self._set_mode()
        if self.is_open:
            self.setFocus()

    def enter(self) -> None:
        """Leave the mark where it is, else keep the marks, else open the original."""
        self.say("")
        if self.canvas.settle():
            self.say(
                tr(
                    "{enter} again keeps the marks on a copy; the original stays as it is.",
                    enter=key_name(CONFIRM),
                )
            )
        elif not self.keep_marks():
            self.do(lambda acts, one: acts.open_file(one))

    def escape(self) -> None:
        """Give up the mark that is being placed, else close."""
        if not self.canvas.drop_draft():
            self.close_viewer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self.parentWidget() and self.is_open:
            self.resize(event.size())
        return False

    def _on_text_key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self._begin_text()
        elif event.key() == Qt.Key.Key_Escape:
            self._back_to_photo()
        else:
            return False
        return True
