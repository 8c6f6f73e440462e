"""One photo over the whole page: large, with its facts, to be marked, moved or removed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.domain.errors import InspectorError, NotFoundError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.commands.key_line import Keys
from inspector.gui.photos.annotation import Mark
from inspector.gui.photos.annotation_canvas import AnnotationCanvas
from inspector.gui.photos.photo_cache import LARGE, PhotoCache
from inspector.gui.photos.photo_mover import PhotoMover, Seat
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_visit import PhotoVisit
from inspector.gui.photos.photo_words import clock_words, facts, role_word
from inspector.gui.photos.viewer_keys import viewer_keys
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.keyed_edit import KeyedEdit
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.words import unsaved_word
from inspector.translation import tr
from inspector.workspace.sentences import sentence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TO_WINDOW = (Qt.Key.Key_F1, Qt.Key.Key_Question)


class PhotoViewer(QFrame):
    """What it does to a photo it asks for by signals; it writes nothing itself."""

    closed = Signal()
    turned = Signal()  # something else is in front: other keys
    remove_wanted = Signal(object)  # Evidence
    role_wanted = Signal(object)
    move_wanted = Signal(object, object)  # Evidence, Seat
    marks_drawn = Signal(object, object)  # Evidence as it was shown, its shapes
    marks_off_wanted = Signal(object)
    open_wanted = Signal(object)
    copy_wanted = Signal(object)
    paste_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Photo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        session.unsaved.changed.connect(self._show_facts)
        self._holder: PhotoVisit | None = None
        self._subject: Subject | None = None
        self._at = 0
        self._shown: Evidence | None = None  # what the canvas shows or waits for
        self._original = False
        self._burnt = ""  # the photo whose copy with marks is being made
        self._cache = PhotoCache.of(session)
        self._cache.came.connect(self._on_came)
        self._waits = False  # what is in front was not read yet
        self._title = ElidedLabel("title")
        self._title.setObjectName("photoTitle")
        self._count = label("", "secondary")
        self.canvas = AnnotationCanvas()
        self.mover = PhotoMover()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.canvas)
        self._middle.addWidget(self.mover)
        self._said = wrapped("", "caution")
        self._said.setObjectName("photoLine")
        self._clock = wrapped("", "caution")
        self._clock.setObjectName("photoClock")
        self._facts = ElidedLabel("secondary")
        self._facts.setObjectName("photoFacts")
        self._words = KeyedEdit(self._on_text_key)
        self._words.setObjectName("markText")
        self._words.setAccessibleName(tr("Text on the photo"))
        self._words.setPlaceholderText(tr("Text on the photo, then ↵"))
        self._buttons = self._make_buttons()
        self._row = FlowRow([each for each, _ in self._buttons])
        self._lay_out()
        self.mover.left.connect(self._back_to_photo)
        self.mover.chosen.connect(self._move)
        self.hide()

    def _make_buttons(self) -> list[tuple[QPushButton, bool]]:
        """Return the buttons, each with whether it is for photos only."""
        made = []
        for text, name, only_photo, act in (
            (tr("Remove Del"), "photoRemove", False, self._remove),
            (tr("Move M"), "photoMove", False, self._begin_move),
            (tr("As found/corrected C"), "photoRole", False, self._turn_role),
            (tr("Arrow A"), "markArrow", True, lambda: self._draw(Mark.ARROW)),
            (tr("Box B"), "markBox", True, lambda: self._draw(Mark.BOX)),
            (tr("Blur F"), "markBlur", True, lambda: self._draw(Mark.BLUR)),
            (tr("Text T"), "markText_", True, self._ask_text),
            (tr("Original O"), "photoOriginal", True, self._toggle_original),
            (tr("Save copy S"), "photoCopy", False, self._copy),
            (tr("Close Esc"), "photoClose", False, self.close_viewer),
        ):
            each = button(text, name, "quiet")
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.clicked.connect(lambda checked=False, act=act: act())
            made.append((each, only_photo))
        return made

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

    def open(self, holder: PhotoVisit, subject: Subject, position: int) -> None:
        """Show the photos of something, one of them first."""
        self._holder, self._subject, self._at = holder, subject, position
        self._original = False
        self.say("")
        self._show_at()
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self.turned.emit()

    def close_viewer(self) -> None:
        """Keep what was drawn and give the page back."""
        if self.is_open:
            self.keep_marks()
            self._cache.want(self, (), LARGE)
            self._shown = None
            self.hide()
            self._holder = None
            self.closed.emit()

    def keys(self) -> Keys:
        """Return the keys of what is in front."""
        is_photo = self._shown is not None and self._shown.is_photo
        return viewer_keys(is_photo, self._may_move)

    def say(self, text: str) -> None:
        """Say something under the photo, until the next key."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    # What is shown

    @property
    def _evidence(self) -> tuple[Evidence, ...]:
        if self._holder is None or self._subject is None:
            return ()
        return self._holder.sheet.evidence_of(self._subject.card, self._subject.id)

    @property
    def _may_move(self) -> bool:
        return self._subject is not None and self._subject.item is not None

    @property
    def current(self) -> Evidence | None:
        """The photo or file in front."""
        return self._evidence[self._at] if self._at < len(self._evidence) else None

    def refresh(self) -> None:
        """Photos were added, changed, removed or moved: show how it stands."""
        if not self.is_open:
            return
        ids = [each.id for each in self._evidence]
        if self._shown is not None and self._shown.id in ids:
            self._at = ids.index(self._shown.id)
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
        self._show_facts()
        off = self._session.workspace.evidence.clock_difference(evidence)
        self._clock.setText(clock_words(off) if off else "")
        self._clock.setVisible(off is not None)
        for each, only_photo in self._buttons:
            may = self._may_move or each.objectName() != "photoMove"
            each.setVisible(may and (evidence.is_photo or not only_photo))
        self._row.arrange()
        self._back_to_photo()
        self.turned.emit()
        wanted = replace(evidence, annotated=None) if self._original else evidence
        if self._shown is not None and (self._shown.id, self._shown.shown) == (
            wanted.id, wanted.shown,
        ):  # fmt: skip
            return  # what was drawn on it meanwhile stays
        self._shown = wanted
        self._cache.want(self, [wanted], LARGE)
        if not evidence.is_photo:
            self.canvas.show_word(tr("{name}\n↵ opens it", name=evidence.name))
            return
        if self._burnt != evidence.id:  # else the view looks like the copy that comes
            self.canvas.show_word(tr("Reading the photo…"))
        self._burnt, self._waits = "", True
        self._on_came()

    def _on_came(self) -> None:
        """Show the photo in front once it is read, unless one draws on what looks like it."""
        found = self._cache.get(self._shown, LARGE) if self._shown and self._waits else None
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
        if evidence is None:
            return
        is_unsaved = (evidence.id, "") in self._session.unsaved.spots
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

    def _turn(self, step: int) -> None:
        target = self._at + step
        if 0 <= target < len(self._evidence):
            self.keep_marks()
            self._at, self._original = target, False
            self._show_at()

    def _toggle_original(self) -> None:
        evidence = self.current
        if evidence is not None and evidence.annotated:
            self.keep_marks()
            self._original = not self._original
            self._show_at()
        else:
            self.say(tr("This is the original; there are no marks on it."))

    # Drawing

    def keep_marks(self) -> bool:
        """Keep what was drawn; False when there was nothing."""
        self.canvas.settle()
        shapes = tuple(self.canvas.shapes)
        if not shapes or self._shown is None:
            return False
        shown, self._original = self._shown, False
        self.canvas.burn_in()
        self._burnt = shown.id
        self.marks_drawn.emit(shown, shapes)
        return True

    def _draw(self, mark: Mark) -> None:
        if self.current is not None and self.current.is_photo:
            self.canvas.begin(mark)
            self.say(tr("Arrow keys or the mouse place it, ↵ keeps it, Ctrl+Z takes it back."))

    def _ask_text(self) -> None:
        if self.canvas.has_image:
            self._words.clear()
            self._words.show()
            self._words.setFocus()

    def _begin_text(self) -> None:
        text = self._words.text().strip()
        self._back_to_photo()
        if text:
            self.canvas.begin(Mark.TEXT, text)
            self.say(tr("Arrow keys or the mouse place it, ↵ keeps it, Ctrl+Z takes it back."))

    def _take_back(self) -> None:
        if not self.canvas.take_back():
            self.undo_wanted.emit()

    # Acts

    def _with_current(self, signal: Callable[[Evidence], None]) -> None:
        self.keep_marks()
        if self.current is not None:
            signal(self.current)

    def _remove(self) -> None:
        if self.current is not None:
            self.canvas.show_word("")  # what was drawn on it goes with it
            self.remove_wanted.emit(self.current)

    def _turn_role(self) -> None:
        self._with_current(self.role_wanted.emit)

    def _copy(self) -> None:
        if self._shown is not None:
            self.keep_marks()
            self.copy_wanted.emit(self._shown)

    def _begin_move(self) -> None:
        holder, subject = self._holder, self._subject
        if holder is not None and subject is not None and subject.item is not None:
            self.keep_marks()
            self._middle.setCurrentWidget(self.mover)
            self.mover.open(holder.sheet, subject.card, subject.item)

    def _move(self, place: Seat) -> None:
        self._back_to_photo()
        if self.current is not None:
            self.move_wanted.emit(self.current, place)

    def _back_to_photo(self) -> None:
        self._words.hide()
        self._middle.setCurrentWidget(self.canvas)
        if self.is_open:
            self.setFocus()

    def _enter(self) -> None:
        if self.canvas.settle():
            self.say(tr("↵ again keeps the marks on a copy; the original stays as it is."))
        elif not self.keep_marks() and self.current is not None:
            self.open_wanted.emit(self.current)

    def _escape(self) -> None:
        if not self.canvas.drop_draft():
            self.close_viewer()

    # The keyboard

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() not in _TO_WINDOW:
                event.accept()  # the shortcuts of the page below are not meant
            return True
        return super().event(event)

    def _on_text_key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self._begin_text()
        elif event.key() == Qt.Key.Key_Escape:
            self._back_to_photo()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._take_back()
            return
        if event.matches(QKeySequence.StandardKey.Redo) or (
            event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.redo_wanted.emit()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
            return
        key = Qt.Key(event.key())
        if key in _ARROWS and self.canvas.draft is not None:
            stretch = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.canvas.move_draft(*_ARROWS[key], stretch)
            return
        if event.isAutoRepeat() and key not in _ARROWS:
            return
        act = self._acts().get(Qt.Key.Key_Return if key in _ENTER else key)
        if act is not None:
            self.say("")
            act()

    def _acts(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_Left: lambda: self._turn(-1),
            Qt.Key.Key_Right: lambda: self._turn(1),
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_Backspace: self._remove,
            Qt.Key.Key_M: self._begin_move,
            Qt.Key.Key_C: self._turn_role,
            Qt.Key.Key_A: lambda: self._draw(Mark.ARROW),
            Qt.Key.Key_B: lambda: self._draw(Mark.BOX),
            Qt.Key.Key_F: lambda: self._draw(Mark.BLUR),
            Qt.Key.Key_T: self._ask_text,
            Qt.Key.Key_O: self._toggle_original,
            Qt.Key.Key_U: lambda: self._with_current(self.marks_off_wanted.emit),
            Qt.Key.Key_S: self._copy,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Escape: self._escape,
        }
