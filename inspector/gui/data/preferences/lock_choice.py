"""The password of the window among the preferences: typed twice into one line, or taken away.

Once there is one, the window can be locked from here.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.errors import ShortPassphraseError
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.fields.secret_field import SecretField
from inspector.gui.widgets.labels import button
from inspector.translation import tr
from inspector.workspace.preferences import WINDOW_PASSWORD

_FIELD_WIDTH = 224


class LockChoice(QWidget):
    """`told` says what to do next, or what was done."""

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._first = ""  # as it was typed the first time
        self.field = SecretField("preference-window_password", lock_words())
        fix_width(self.field, _FIELD_WIDTH)
        self._set = button(tr("Set"), "setWindowPassword")
        self._remove = button(tr("Remove"), "removeWindowPassword", "quiet")
        self._remove.setAccessibleName(tr("Remove: {what}", what=lock_words()))
        self._now = button(tr("Lock now"), "lockNow")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for each in (self.field, self._set, self._now, self._remove):
            row.addWidget(each)
        self.field.returnPressed.connect(self._take)
        self._set.clicked.connect(self._take)
        self._remove.clicked.connect(self._take_away)
        self._now.clicked.connect(session.lock_wanted)
        self.show_choice()

    def show_choice(self) -> None:
        """Show what holds now; what was begun is begun anew."""
        is_set = bool(self._session.workspace.preferences.get(WINDOW_PASSWORD))
        self._first = ""
        self.field.clear()
        self.field.setPlaceholderText(tr("Set; type another one") if is_set else tr("None"))
        for each in (self._now, self._remove):
            each.setVisible(is_set)

    def _take(self) -> None:
        from inspector.workspace.keeping.window_password import require_password, set_password

        typed, preferences = self.field.text(), self._session.workspace.preferences
        if not typed:
            self.field.setFocus()
            return
        if not self._first:
            try:
                require_password(typed)
            except ShortPassphraseError as error:
                self._session.refused.emit(error)
                return
            self.field.clear()
            self.field.setPlaceholderText(tr("The same again"))
            self._first = typed
            self.field.setFocus()
            self.told.emit(tr("Type the same password again."))
            return
        if typed != self._first:
            self.show_choice()
            self.field.setFocus()
            self.told.emit(tr("The two are not the same. Nothing was changed."))
            return
        if self._session.attempt(lambda: set_password(preferences, typed)) is not None:
            self.show_choice()
            self.told.emit(tr("The window can be locked now, and asks when it is opened."))

    def _take_away(self) -> None:
        from inspector.workspace.keeping.window_password import remove_password

        preferences = self._session.workspace.preferences
        if self._session.attempt(lambda: remove_password(preferences)) is not None:
            self.show_choice()
            self.field.setFocus()
            self.told.emit(tr("The window is locked no more."))


def lock_words() -> str:
    """Return what it is called."""
    return tr("Window password")
