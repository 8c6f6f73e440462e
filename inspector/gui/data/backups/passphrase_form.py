"""The line for passphrases: one to open a backup, two to set one, three to change it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.errors import ShortPassphraseError
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.secret_field import SecretField
from inspector.gui.widgets.labels import breakable, hairline, label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

_LEAST_FIELD, _MOST_FIELD = 100, 240
"""Pixels."""

BEFORE, FRESH, AGAIN, OPENS = "before", "fresh", "again", "opens"
"""What is asked for: the one so far, a new one, the same again, that of a backup."""


class PassphraseForm(QWidget):
    """Hidden until something is asked for; what was typed is forgotten with the answer."""

    removal_wanted = Signal()
    opened = Signal()
    left = Signal()
    """It was answered, or put away."""

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self.setObjectName("passphraseForm")
        self._wanted: Sequence[str] = ()
        self._then: Callable[[dict[str, str]], object] = lambda typed: None
        self._said = wrapped()
        self._said.setObjectName("passphraseSaid")
        titles = {
            BEFORE: tr("Passphrase so far"),
            FRESH: tr("New passphrase"),
            AGAIN: tr("The same again"),
            OPENS: tr("Passphrase of the backup"),
        }
        self._fields = {each: SecretField(f"passphrase-{each}", titles[each]) for each in titles}
        self.commands = CommandTable(self)
        done, leave = self.commands.add_answers(
            (tr("OK"), self._confirm), (tr("Cancel"), self.stop)
        )
        words = tr("Remove passphrase")
        remove = self.commands.add("remove", words, (), self.removal_wanted.emit)
        self._remove = command_button(remove, "removePassphrase", "quiet")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self._named: dict[str, QWidget] = {}
        for each, field in self._fields.items():
            field.setMinimumWidth(_LEAST_FIELD)
            field.setMaximumWidth(_MOST_FIELD)
            named = self._named[each] = QWidget()
            stack(named, (label(titles[each], "secondary"), field), spacing=GRID // 2)
            row.addWidget(named, 1)
        row.addStretch(1)
        for made in (
            self._remove,
            command_button(leave, "cancelPassphrase"),
            command_button(done, "confirmPassphrase", steady=True),
        ):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout()
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._said)
        column.addLayout(row)
        stack(self, (hairline(), column))
        self.hide()

    def ask(
        self,
        said: str,
        wanted: Sequence[str],
        then: Callable[[dict[str, str]], object],
        *,
        removable: bool = False,
    ) -> None:
        """Ask for what is `wanted`, saying why; `then` gets each by its name.

        `removable`: the one there is may be removed instead.
        """
        self.commands.set_there("remove", removable)
        self._remove.setVisible(removable)
        self._wanted, self._then = wanted, then
        self._said.setText(breakable(said))
        for each, field in self._fields.items():
            field.clear()
            self._named[each].setVisible(each in wanted)
        self.show()
        self.opened.emit()
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        if self._wanted:
            self._fields[self._wanted[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, text: str) -> None:
        """Say what is wrong with the new one, which is typed twice again."""
        self._said.setText(breakable(text))
        self._fields[FRESH].clear()
        self._fields[AGAIN].clear()
        self._fields[FRESH].setFocus(Qt.FocusReason.TabFocusReason)

    def stop(self) -> None:
        """Put it away; nothing that was typed stays."""
        was_there = not self.isHidden()
        self.hide()
        for field in self._fields.values():
            field.clear()
        if was_there:
            self.left.emit()

    def _confirm(self) -> None:
        from inspector.workspace.keeping.backup_passphrase import require_long
        from inspector.workspace.sentences import sentence

        typed = {each: self._fields[each].text() for each in self._wanted}
        for each in self._wanted:
            if not typed[each]:
                self._fields[each].setFocus(Qt.FocusReason.TabFocusReason)
                return
        if FRESH in typed:
            try:
                require_long(typed[FRESH])
            except ShortPassphraseError as error:
                self._say(sentence(error))
                return
        if AGAIN in typed and typed[AGAIN] != typed[FRESH]:
            self._say(tr("The two are not the same. Nothing was changed."))
            return
        then = self._then
        self.stop()
        then(typed)
