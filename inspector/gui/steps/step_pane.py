"""The form of a step: what it is about, its fields, Enter to do it, Esc to leave it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Generic, TypeVar
from zlib import crc32

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector.domain.visit.evidence import EvidenceRole
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import PASTE
from inspector.gui.editor_draft import DraftKeeper, Dropped, Field, stand_behind
from inspector.gui.fault_fields import FaultFields
from inspector.gui.photos.photo_tray import PhotoTray
from inspector.gui.session import Session
from inspector.gui.steps.fields_area import FieldsArea
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.words_box import WordsBox
from inspector.translation import tr
from inspector.workspace.changes import Changes

Operation = Callable[[], Changes]

_MANY = 2000
"""Subjects of one step, above which whose draft it is does not depend on each to the letter."""


@dataclass(frozen=True, slots=True)
class StepSubjects:
    """What a step is for."""

    ids: Sequence[str]
    today: date

    @property
    def words(self) -> str:
        """A number, or how many."""
        raise NotImplementedError

    @property
    def about(self) -> str:
        """What a single one is about; '' for several."""
        raise NotImplementedError


Of = TypeVar("Of", bound=StepSubjects)


class StepPane(QWidget, Generic[Of]):
    """Add fields in `__init__`; say what `begin` fills in and what `operation` does."""

    confirmed = Signal()
    left = Signal()

    photos_wanted = Signal(object, object)
    """Photos are to be seen large: a Subject, and the place of the one to begin with, or None."""

    title = ""
    """What the step is called."""

    def __init__(self, session: Session, name: str, confirm: str, nothing: Of) -> None:
        """`nothing` is what it is for until it is opened."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.subjects = nothing
        self._heading = wrapped("", "title")
        self._first: QWidget = self
        self._last: QWidget = self
        self._about = ElidedLabel("secondary")
        self.by = QLineEdit()
        TextLimit(self.by, LINE)
        self.by.setObjectName("stepBy")
        self.drafted: dict[str, Field] = {}
        """The fields whose content is a draft until the step is taken, by name, in their order."""
        self.faults = FaultFields()
        self._draft: DraftKeeper | None = None
        self._goes_on = False  # with what was left of it
        self._tray: PhotoTray | None = None
        self.fields = QVBoxLayout()
        self.fields.setSpacing(GRID)
        self.commands = CommandTable(self)
        self.add_commands(confirm)
        self.confirm = command_button(self.commands["confirm"], "confirmStep", "primary")
        self._cancel = cancel = command_button(self.commands["leave"], "cancelStep")
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID - 1, 2 * GRID, 2 * GRID)
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.confirm)
        area = FieldsArea()
        said = (self._heading, self._about, self.fields)
        stack(area.inside, said, margin=(2 * GRID, 2 * GRID, 2 * GRID, 0), spacing=GRID)
        column = stack(self, (area, area.edge, foot))
        column.addStretch(1)

    # Making the form

    def add_commands(self, confirm: str) -> None:
        """Add what can be done in the form, in the order in which it is told."""
        add = self.commands.add
        self.commands.add_answers((confirm, self.confirmed.emit), (tr("Cancel"), self.left.emit))
        add("next-field", tr("Next field"), "Tab", short=tr("Next field"))
        add("new-line", tr("New line"), "Shift+Return", short=tr("New line"))

    def add(self, title: str, widget: QWidget) -> QLabel:
        """Put a field under its name; return the label that says it."""
        name = label(title, "secondary")
        self.fields.addLayout(_named(name, widget))
        self.drafted[f"{len(self.drafted)}"] = widget
        self._last = widget
        return name

    def add_pair(self, *fields: tuple[str, QWidget]) -> None:
        """Put two fields beside each other."""
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for title, widget in fields:
            row.addLayout(_named(label(title, "secondary"), widget), 1)
            self.drafted[f"{len(self.drafted)}"] = widget
        self.fields.addLayout(row)

    def add_words(self, name: str, title: str) -> WordsBox:
        """Add a box for a few lines."""
        box = WordsBox(name, title)
        box.finished.connect(self.confirmed)
        self.add(title, box)
        return box

    def add_line(self, name: str, title: str) -> QLineEdit:
        """Add a field for one line."""
        line = QLineEdit()
        line.setObjectName(name)
        TextLimit(line, LINE)
        line.setAccessibleName(title)
        self.add(title, line)
        return line

    def add_photos(self, box: WordsBox, role: EvidenceRole) -> PhotoTray:
        """Add photos of what the step is: chosen, dropped or pasted, into the words as well."""
        tray = self._tray = PhotoTray(self.session, role)
        box.picture_pasted.connect(tray.intake.paste)
        tray.opened.connect(self.photos_wanted)
        self.fields.addWidget(tray)
        for name, words, keys, do in (
            ("choose-photos", tr("Add photos…"), "Ctrl+O", tray.intake.choose),
            ("paste-photo", tr("Paste photo"), PASTE, tray.intake.paste),
        ):
            self.commands.add(name, words, keys, do, short=words)
        return tray

    def add_by(self, title: str) -> None:
        """Add the field that says who takes the step."""
        self.by.setAccessibleName(title)
        self.add(title, self.by)

    # Using it

    def open_for(self, subjects: Of) -> None:
        """Begin the step, or go on with it; who took the last one is proposed."""
        if self._draft is None:
            self._draft = DraftKeeper(self.session, self.objectName(), self.drafted, self)
        self._draft.leave()
        self.subjects = subjects
        self._heading.setText(" · ".join(filter(None, (self.title, subjects.words))))
        self._about.setText(subjects.about)
        self._about.setVisible(bool(subjects.about))
        self.by.setText(self.usual_by())
        self._first = self.begin(subjects)
        self._goes_on = self._draft.begin(_owner(subjects.ids))

    def drop(self) -> None:
        """The step was taken: nothing in the form waits any more."""
        if self._draft is not None:
            self._draft.drop()

    def let_go(self) -> Dropped | None:
        """Drop what is in the form; return it where there was something to bring back."""
        return self._draft.let_go() if self._draft is not None else None

    def bring_back(self, dropped: Dropped) -> None:
        """Let be in the form, open again, what was dropped."""
        if self._draft is not None:
            self._draft.bring_back(dropped)

    def take_focus(self) -> None:
        """Give the keyboard to the field that is filled in first."""
        # The buttons were there before the fields; in its window only, which it is in by now.
        QWidget.setTabOrder(self._last, self._cancel)
        QWidget.setTabOrder(self._cancel, self.confirm)
        self._first.setFocus(Qt.FocusReason.TabFocusReason)  # ready to be written over
        if self._goes_on:
            stand_behind(self._first.focusProxy() or self._first)

    def begin(self, subjects: Of) -> QWidget:
        """Empty or fill in the fields; return the one that is filled in first."""
        raise NotImplementedError

    def finish_photos(self) -> bool:
        """Wait for photos that are being read; False when the step is for other things by then."""
        subjects = self.subjects
        if self._tray is not None:
            self._tray.intake.finish()
        return self.subjects is subjects

    def operation(self) -> Operation:
        """Return what is to be done; raises an InspectorError for what cannot be read."""
        raise NotImplementedError

    def go_to(self, error: Exception) -> None:
        """Take the focus to the field that an error is about."""
        if field := self.faults.of(error):
            field.setFocus()

    @property
    def who(self) -> str:
        """Who takes the step."""
        return self.by.text().strip()

    def usual_by(self) -> str:
        """Return who is proposed as the one who takes the step."""
        return self.session.workspace.ledger_desk.by

    def remember_by(self) -> None:
        """Remember who took the step, for the next one; raises CannotWriteError."""
        self.session.workspace.ledger_desk.remember_by(self.who)


def _owner(ids: Sequence[str]) -> str:
    """Return whose draft it is: the single one's, or that of just these together."""
    if len(ids) == 1:
        return ids[0]
    if len(ids) > _MANY:  # to put them in order would hold the form up
        return f"{len(ids)}-{sum(map(crc32, map(str.encode, ids))):x}"
    return sha256("\n".join(sorted(ids)).encode()).hexdigest()[:32]


def _named(name: QLabel, widget: QWidget) -> QVBoxLayout:
    name.setBuddy(widget)
    both = QVBoxLayout()
    both.setSpacing(GRID // 2)
    both.addWidget(name)
    both.addWidget(widget)
    both.addStretch(1)
    return both
