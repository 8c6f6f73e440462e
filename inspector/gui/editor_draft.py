"""What is typed into an editor is a draft on the disk until it is handed in.

Any editor keeps its draft by naming its fields. A short pause writes it, and so does leaving a
field, the place, the page or the window; a key never waits for it.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from inspector.domain.errors import InspectorError
from inspector.domain.visit.draft import DraftKey
from inspector.gui.session import Session
from inspector.translation import tr_count
from inspector.workspace.pending.pending_writes import DraftPending, drafts_upon

PAUSE = 300
"""Milliseconds without a key before what is typed is written."""

LONGEST = 2000
"""Milliseconds that it waits at most while somebody types on and on."""


@runtime_checkable
class Drafted(Protocol):
    """A field of our own that knows how to be a draft; `changed` says that it is another."""

    changed: SignalInstance

    def draft_text(self) -> str:
        """Return what is in it."""

    def show_draft(self, text: str) -> None:
        """Let this be in it."""


Field = QWidget | Drafted


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was in an editor when it was left with Esc."""

    key: DraftKey
    values: Mapping[str, str]


class DraftKeeper(QObject):
    """Keeps the draft of one editor; its fields, by name, in the order they are filled in again.

    `beside` are those that nobody types in, and that say what the others are about.
    """

    def __init__(
        self,
        session: Session,
        editor: str,
        fields: Mapping[str, Field],
        parent: QObject,
        beside: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self._beside = frozenset(beside)
        self._session, self._editor = session, editor
        self._fields = dict(fields)
        self._key: DraftKey | None = None
        self._base: dict[str, str] = {}
        self._kept = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.keep)
        for field in self._fields.values():
            _changes(field).connect(self._on_changed)
        session.closing.connect(self.keep)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def begin(self, owner: str, place: str = "") -> bool:
        """Watch the fields as they are now, with the draft that was left; True where one was."""
        self.leave()
        key = DraftKey(self._editor, owner, place)
        self._base = self._values()
        self._kept = drafts_of(self._session, owner).get(key, "")
        self._show(_read(self._kept))
        self._key = key
        return bool(self._kept)

    @property
    def is_begun(self) -> bool:
        """The fields are watched."""
        return self._key is not None

    @property
    def is_written(self) -> bool:
        """Something is in the fields that was not there to begin with."""
        return self._key is not None and bool(self._content())

    @property
    def is_in_front(self) -> bool:
        """One of the fields can be seen."""
        fields = self._fields.values()
        return any(isinstance(each, QWidget) and each.isVisible() for each in fields)

    @property
    def differing(self) -> tuple[str, ...]:
        """The names of the fields in which something else is than to begin with."""
        return tuple(name for name, text in self._values().items() if text != self._base.get(name))

    def keep(self) -> None:
        """Write what is typed, if it is not on the disk."""
        self._pause.stop()
        self._longest.stop()
        if self._key is not None:
            self._write(self._key, self._content())

    def leave(self) -> None:
        """Keep what is typed, and watch the fields no longer."""
        self.keep()
        self._key = None

    def drop(self) -> None:
        """It is handed in, or not wanted: nothing of it is kept, nothing watched."""
        key, self._key = self._key, None
        self.keep()  # stops the timers
        if key is not None:
            self._write(key, "")

    def took(self, name: str) -> None:
        """One field is handed in alone: what is in it now is what it begins with."""
        if name in self._fields:
            self._base[name] = _text(self._fields[name])
            self.keep()

    def let_go(self) -> Dropped | None:
        """Drop what is typed; return it where there was something, so that it can come back."""
        key, values = self._key, self._values()
        dropped = Dropped(key, values) if key is not None and self.is_written else None
        self.drop()
        return dropped

    def bring_back(self, dropped: Dropped) -> None:
        """Let be in the fields what was dropped; `begin` was called for its place."""
        self._show(dropped.values)
        self.keep()

    def _on_changed(self) -> None:
        if self._key is not None:
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()

    def _on_focus(self) -> None:
        if self._pause.isActive():
            self.keep()

    def _write(self, key: DraftKey, content: str) -> None:
        if content != self._kept:
            self._kept = content
            self._session.keep_quietly(DraftPending(key, content))

    def _content(self) -> str:
        values = self._values()
        typed = [name for name, text in values.items() if text != self._base.get(name)]
        if self._beside.issuperset(typed):
            return ""
        kept = {name: values[name] for name in values if name in typed or name in self._beside}
        return json.dumps(kept, ensure_ascii=False)

    def _values(self) -> dict[str, str]:
        return {name: _text(field) for name, field in self._fields.items()}

    def _show(self, values: Mapping[str, str]) -> None:
        for name, field in self._fields.items():
            if name in values and values[name] != _text(field):
                _fill(field, values[name])


def drafts_of(session: Session, owner: str) -> dict[DraftKey, str]:
    """Return what was typed about a visit, a meeting or a finding; nothing where none is read."""
    try:
        kept = session.workspace.drafts.of(owner)
    except InspectorError:
        kept = []
    return drafts_upon(owner, kept, session.unsaved.waiting)


def stand_behind(field: QWidget | None) -> None:
    """Let the next key go on with what is in a field, instead of writing over it."""
    match field:
        case QLineEdit():
            field.deselect()
            field.end(False)
        case QPlainTextEdit():
            field.moveCursor(field.textCursor().MoveOperation.End)


def not_handed_in(count: int, enter: str, esc: str) -> str:
    """Say that something is written and not kept, standing on the first of it; with its keys."""
    return tr_count(
        count,
        "1 thing is written and not kept yet: {enter} keeps it, {esc} puts it away.",
        "{count} things are written and not kept yet; this is the first:"
        " {enter} keeps it, {esc} puts it away.",
        enter=enter,
        esc=esc,
    )


def _read(content: str) -> dict[str, str]:
    try:
        values = json.loads(content) if content else {}
    except ValueError:
        return {}
    found = values.items() if isinstance(values, dict) else ()
    return {name: text for name, text in found if isinstance(text, str)}


def _changes(field: Field) -> SignalInstance:
    match field:
        case QLineEdit() | QPlainTextEdit():
            return field.textChanged
        case QComboBox():
            return field.editTextChanged if field.isEditable() else field.currentIndexChanged
        case QCheckBox():
            return field.toggled
        case QSpinBox():
            return field.valueChanged
        case QDateTimeEdit():
            return field.dateTimeChanged
        case Drafted():
            return field.changed
    raise TypeError(type(field))


def _text(field: Field) -> str:
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QComboBox():
            return field.currentText()
        case QCheckBox():
            return "1" if field.isChecked() else ""
        case QSpinBox():
            return str(field.value())
        case QDateTimeEdit():
            return field.date().toString("yyyy-MM-dd")
        case Drafted():
            return field.draft_text()
    raise TypeError(type(field))


def _fill(field: Field, text: str) -> None:
    match field:
        case QLineEdit():
            field.setText(text)
        case QPlainTextEdit():
            field.setPlainText(text)
            field.moveCursor(field.textCursor().MoveOperation.End)
        case QComboBox() if field.isEditable():
            field.setEditText(text)
        case QComboBox():
            if (at := field.findText(text)) >= 0:
                field.setCurrentIndex(at)
        case QCheckBox():
            field.setChecked(bool(text))
        case QSpinBox():
            field.setValue(int(text))
        case QDateTimeEdit():
            field.setDate(field.date().fromString(text, "yyyy-MM-dd"))
        case Drafted():
            field.show_draft(text)
