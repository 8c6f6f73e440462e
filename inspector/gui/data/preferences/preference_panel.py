"""偏好: a form made from the table of preferences; what is changed is kept at once."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from inspector.domain.errors import InspectorError
from inspector.gui.commands.command import Command
from inspector.gui.commands.shared_keys import CONFIRM, UP_DOWN, by_hand, key_name
from inspector.gui.data.preferences.about_rows import AboutRows
from inspector.gui.data.preferences.column_list import ColumnLists
from inspector.gui.data.preferences.lock_choice import LockChoice, lock_words
from inspector.gui.data.preferences.preference_words import (
    choice_label,
    preference_hint,
    preference_label,
)
from inspector.gui.data.preferences.touch_choice import TouchChoice, touch_words
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.panel import Panel
from inspector.gui.measures import sized
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.gui.widgets.file_choice import folder_to_watch
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.policy.ruling_words import faulty_short
from inspector.workspace.preferences import (
    ATTACHMENTS,
    COMPLAINT_LIMITS,
    LANGUAGE,
    LETTERS,
    LOCK_MINUTES,
    ON_PAPER,
    PREFERENCES,
    SURVEYS,
    Preference,
)

_LABEL_WIDTH = 136
_FIELD_WIDTH, _NARROW_FIELD = 360, 224
_LEAST_PAGE = 760
"""Pixels, below which the fields leave room for what is said of them."""


class PreferencePanel(Panel):
    """A field for each preference, then what this program is and where its data lie."""

    chapter = "keeping"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._fields: dict[Preference, QComboBox | QLineEdit] = {}
        self._of_width: Sequence[QWidget] = ()  # what is as wide as there is room for
        # Inside each other from the first: what gets another parent is dressed anew.
        self._scroll = scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = surface(area=QWidget(scroll))
        scroll.setWidget(self._content)
        stack(self, (scroll,))
        add = self.commands.add
        add("next-field", tr("Next field"), "Tab", short=tr("Next field"))
        add("choose", tr("Choose"), UP_DOWN, short=tr("Choose"))
        add("show-column", tr("Columns: show or hide one"), "Space")
        add("move-column", tr("Columns: move one"), ("Alt+Up", "Alt+Down"))
        words = tr("About this program: licences")
        add("about", words, "Ctrl+I", self._show_about, short=tr("About"))
        session.closing.connect(self._keep_all)

    def build(self) -> Iterator[None]:
        choices = [preference for preference in PREFERENCES if preference.choices]
        on_paper = [preference for preference in choices if preference in ON_PAPER]
        of_window = [preference for preference in choices if preference not in ON_PAPER]
        attachments = list(ATTACHMENTS)
        apart = (*ATTACHMENTS, *SURVEYS, *COMPLAINT_LIMITS, LOCK_MINUTES)
        of_lock = [LOCK_MINUTES]
        numbers = [each for each in PREFERENCES if each.most and each not in apart]
        folders = [preference for preference in PREFERENCES if preference.is_folder]
        known = {*choices, *numbers, *folders, *apart, *LETTERS}
        texts = [preference for preference in PREFERENCES if preference not in known]
        column = stack(self._content, (), margin=2 * GRID, spacing=2 * GRID)
        for title, preferences in (
            (tr("This window"), of_window),
            (tr("Lock of the window"), of_lock),  # some Tabs away, not below everything
            (tr("On paper and at meetings"), on_paper),
            (tr("Written into visits and workbooks"), texts),
            (tr("Official letters"), list(LETTERS)),
            (tr("Photos on the spot"), folders),
            (tr("What was found, and meetings"), numbers),
            (tr("Satisfaction surveys"), list(SURVEYS)),
            (tr("Answers to complaints"), list(COMPLAINT_LIMITS)),
        ):
            column.addWidget(label(title, "section"))
            form = self._form(preferences)
            column.addLayout(form)
            if preferences is of_window:
                self._add_touch(form)
            if preferences is of_lock:
                self._add_lock(form)
            column.addSpacing(GRID)
            yield
        column.addWidget(label(tr("Attachment numbers of workbooks"), "section"))
        column.addLayout(self._form(attachments))
        column.addSpacing(GRID)
        yield
        self._columns = ColumnLists(self.session, self._content)
        column.addWidget(label(tr("Columns of workbooks"), "section"))
        column.addWidget(self._columns)
        column.addSpacing(GRID)
        yield
        column.addWidget(label(tr("This program"), "section"))
        column.addLayout(self._about(self.commands["about"]))
        column.addWidget(self._about_rows.inside)
        column.addStretch(1)
        lines = {each.key: field for each, field in self._fields.items()
                 if isinstance(field, QLineEdit)}  # fmt: skip
        self._draft = DraftKeeper(self.session, "preferences", lines, self)
        self._of_width = (*self._fields.values(), self._touch, self._about_rows.folder)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        room = self.width() < sized(_LEAST_PAGE)
        for field in self._of_width:
            field.setFixedWidth(sized(_NARROW_FIELD if room else _FIELD_WIDTH))

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.preferences

    def redraw(self) -> None:
        self._columns.refresh()
        self._touch.show_choice()
        self._lock.show_choice()
        for preference, field in self._fields.items():
            value = self.session.workspace.preferences.get(preference)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            elif field.text() != value and not self._is_being_typed(preference):
                field.setText(value)
                self._draft.took(preference.key)
        if not self._draft.is_begun:
            self._draft.begin("")

    def enter(self) -> None:
        self.draw()
        self._touch.show_choice()  # it may have been taken up where it was offered
        unkept = [each for each in PREFERENCES if each.key in self._draft.differing]
        self._fields[(unkept or PREFERENCES)[0]].setFocus()
        if unkept:
            self.session.hinted.emit(
                by_hand(
                    tr(
                        "Written and not kept yet: {enter} keeps it, and so does leaving the page.",
                        enter=key_name(CONFIRM),
                    ),
                    tr("Written and not kept yet: leaving the page keeps it."),
                )
            )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep_all()  # what was typed is meant when one leaves it

    def _is_being_typed(self, preference: Preference) -> bool:
        if not self._draft.is_begun:  # nothing was shown yet that could have been changed
            return False
        return self._fields[preference].hasFocus() or preference.key in self._draft.differing

    def _keep_all(self) -> None:
        """Keep every line that was typed into; what is refused waits in its field."""
        if not self.is_whole:
            return
        preferences = self.session.workspace.preferences
        for preference, field in self._fields.items():
            if isinstance(field, QLineEdit) and preference.key in self._draft.differing:
                with suppress(InspectorError):
                    preferences.set(preference, field.text())
                    self._draft.took(preference.key)

    # The form

    def _form(self, preferences: list[Preference]) -> QFormLayout:
        form = _form_layout()
        for preference in preferences:
            field = self._choice(preference) if preference.choices else self._text(preference)
            field.setObjectName(f"preference-{preference.key}")
            field.setAccessibleName(preference_label(preference))
            self._fields[preference] = field
            row = stack(None, (), spacing=2 * GRID, across=True)
            row.addWidget(field)
            if preference.is_folder and isinstance(field, QLineEdit):
                row.addWidget(self._folder_button(preference, field))
            is_ruled = self.session.workspace.preferences.ruled(preference) is not None
            field.setEnabled(not is_ruled)
            hint = self._why_ruled() if is_ruled else preference_hint(preference)
            if hint:
                field.setAccessibleDescription(hint)
                row.addWidget(wrapped(hint, "small"), 1)
            else:
                row.addStretch(1)
            name = _name(preference_label(preference))
            name.setBuddy(field)
            form.addRow(name, row)
        return form

    def _why_ruled(self) -> str:
        policy = self.session.workspace.preferences.policy
        if policy.fault is None:
            return tr("Ruled by an administrator")
        return tr("Numbers only: {why}", why=faulty_short(policy))

    def _add_touch(self, form: QFormLayout) -> None:
        """Add what is kept of this computer, and not with the data."""
        self._touch = TouchChoice(self._content)
        row = stack(None, (self._touch,), spacing=2 * GRID, across=True)
        hint = tr("Of this computer; a long press opens the menu, a drag scrolls")
        self._touch.setAccessibleDescription(hint)
        row.addWidget(wrapped(hint, "small"), 1)
        name = _name(touch_words())
        name.setBuddy(self._touch)
        form.addRow(name, row)

    def _add_lock(self, form: QFormLayout) -> None:
        """Add the password: a curtain before the window, which the words say."""
        self._lock = LockChoice(self.session, self._content)
        self._lock.told.connect(self.session.hinted)
        row = stack(None, (self._lock,), spacing=2 * GRID, across=True)
        hint = tr(
            "Hides the window from passers-by; the data on the disk are not locked by it."
            " Forgotten: the command inspector unlock takes it off"
        )
        self._lock.field.setAccessibleDescription(hint)
        row.addWidget(wrapped(hint, "small"), 1)
        name = _name(lock_words())
        name.setBuddy(self._lock.field)
        form.insertRow(0, name, row)

    def _choice(self, preference: Preference) -> QComboBox:
        field = Combo(self._content)
        for choice in preference.choices:
            field.addItem(choice_label(preference, choice), choice)
        field.activated.connect(lambda _: self._keep(preference, field.currentData()))
        return field

    def _text(self, preference: Preference) -> QLineEdit:
        field = QLineEdit()
        TextLimit(field, preference.longest or LINE)
        field.editingFinished.connect(lambda: self._keep(preference, field.text()))
        return field

    def _folder_button(self, preference: Preference, field: QLineEdit) -> QPushButton:
        choose = button(tr("Choose…"), f"choose-{preference.key}")
        choose.setAccessibleName(tr("Choose: {what}", what=preference_label(preference)))

        def ask() -> None:
            folder = folder_to_watch(self.session, self, preference_label(preference), field.text())
            if folder is not None:
                field.setText(str(folder))
                self._keep(preference, field.text())

        choose.clicked.connect(ask)
        return choose

    def _keep(self, preference: Preference, value: str) -> None:
        preferences = self.session.workspace.preferences
        if value.strip() == preferences.get(preference):
            self._draft.took(preference.key)
            return
        if self.session.attempt(lambda: preferences.set(preference, value)) is None:
            self.redraw()  # a choice that was not kept is not shown
            field = self._fields[preference]
            if isinstance(field, QLineEdit):
                field.setText(preferences.get(preference))
                self._draft.took(preference.key)
            return
        self._draft.took(preference.key)
        if preference is LANGUAGE:
            self.session.told.emit(tr("The language changes when the program is opened again."), "")

    def _about(self, command: Command) -> QFormLayout:
        self._about_rows = AboutRows(self.session, command)
        form = _form_layout()
        for text, row in self._about_rows.rows():
            form.addRow(_name(text), row)
        return form

    def _show_about(self) -> None:
        self._about_rows.show_inside(self._scroll)


def _name(text: str) -> QLabel:
    """Return what stands before a field, in the middle of its height whatever the hand."""
    made = label(text, "secondary")
    fix_width(made, _LABEL_WIDTH)
    policy = QSizePolicy.Policy
    made.setSizePolicy(policy.Preferred, policy.MinimumExpanding)
    return made


def _form_layout() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(GRID)
    form.setVerticalSpacing(GRID)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    return form
