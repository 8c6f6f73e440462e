"""In the panel: the note of an answered item."""

from PySide6.QtCore import Signal

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import FORGET
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.note_edit import NoteEdit
from inspector.translation import tr


class NoteSection(PanelSection):
    """The inspector's own words. While there are none, digits choose and + − count."""

    digit = Signal(int)  # from 1
    step = Signal(int)  # +1 or −1
    forget_wanted = Signal()  # the chosen text of the user's own

    def __init__(self) -> None:
        super().__init__()
        self.field = NoteEdit("note", tr("Note"))
        table = self.commands = CommandTable(self.field)
        count, signs = tr("Count"), ("+", "-", "=")
        choose = table.add(
            "choose", tr("Choose, while nothing is written"), tuple("123456789"),
            lambda at: self.digit.emit(at + 1), short=tr("Choose"), numbered=True,
            choices=lambda: self._choices, left_over=True,
        )  # fmt: skip
        self._count = table.add(
            "count", count, signs, lambda at: self.step.emit((1, -1, 1)[at]), short=count,
            numbered=True, choices=(tr("One more"), tr("One less")), repeats=True, left_over=True,
        )  # fmt: skip
        table.add(
            "forget", tr("Offer a ticked one of mine no longer"), FORGET,
            self.forget_wanted.emit, left_over=True,
        )  # fmt: skip
        choose.for_keys = self._count.for_keys = True
        self._choices: tuple[str, ...] = ()
        self._counts = False
        self.field.textChanged.connect(self._follow_text)
        self._title = label(tr("Note"), "small")
        self.column.addWidget(self._title)
        self.column.addWidget(self.field)

    def wanted(self, shown: Shown) -> bool:
        return shown.answer is not None

    def fill(self, shown: Shown, other: bool) -> None:
        assert shown.answer is not None
        praise = tr("Highlight: what was done well")
        self._title.setText(praise if shown.praised else tr("Note"))
        self._choices = tuple(offer.text for offer in shown.choices)
        self._counts = (
            shown.counts or shown.judges or bool(self._choices)
        )  # where there is none, no sign is text
        counts = shown.counts or shown.judges or shown.item.is_bonus
        self._count.set_short(self._count.text() if counts else "")
        self.field.show_text(shown.answer.note)
        self._follow_text()
        self.field.setReadOnly(shown.card.left_out)

    def empty(self) -> None:
        self.field.show_text("")

    def _follow_text(self) -> None:
        """Let digits and signs be commands where nothing is written."""
        is_empty = not self.field.toPlainText()
        for name in ("choose", "forget"):
            self.commands.set_there(name, is_empty and bool(self._choices))
        self.commands.set_there("count", is_empty and self._counts)
