"""What the columns of a superior's form are taken for, before it is filled: one row a column."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, LEAVE
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from inspector.excel.forms.form_mapping import FormMapping, FormTable, MappedHead

_CHOICE_WIDTH = 240
_HEAD_WIDTH = 280


class FormColumns(Part):
    """The columns with a choice each; what is chosen is kept for the next form with these heads."""

    chapter = "forms"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choices: list[tuple[FormTable, MappedHead, Choice, QLabel]] = []
        self._fill: Callable[[], object] = lambda: None
        self.head = PageHead()
        self.commands = table = CommandTable(self)
        fill, back = tr("Fill in the form"), tr("Back")
        table.add("fill", fill, COMPLETE, self._go_on, short=fill)
        table.add("back", back, LEAVE, self.left.emit, short=back)
        self.head.lead_back(table["back"])
        self.head.add(command_button(table["fill"], "fillForm", "primary"))
        self._area = QScrollArea()
        self._area.setObjectName("formColumns")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stack(self, (self.head, (self._area, 1)))

    def open(self, form: "Path", mapping: "FormMapping", fill: Callable[[], object]) -> None:
        """Show what a form is taken for; `fill` it when somebody says so."""
        self._fill = fill
        self.head.set_texts(tr("Columns of the form"), form.name)
        self._choices.clear()
        inner = surface()
        column = stack(inner, (), margin=2 * GRID, spacing=GRID)
        said = tr(
            "Below each head stands what is chosen here. It is kept for the next form with the"
            " same heads."
        )
        column.addWidget(wrapped(said, "secondary"))
        for table in mapping.kinds:
            column.addLayout(self._grid(table, titled=len(mapping.kinds) > 1))
        filled = list(dict.fromkeys(each.label for each in mapping.labels if each.word))
        left = list(dict.fromkeys(each.label for each in mapping.labels if not each.word))
        for names, sentence in (
            (filled, tr("Also filled in, as far as the preferences say it: {labels}.",
                        labels="、".join(filled))),
            (left, tr("Left blank for the pen: {labels}.", labels="、".join(left))),
        ):  # fmt: skip
            if names:
                column.addWidget(wrapped(sentence, "secondary"))
        column.addStretch(1)
        self._area.setWidget(inner)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where somebody has to look, else on the first column."""
        looked_at = [c for _, h, c, _ in self._choices if h.word and not h.is_sure]
        everyone = [c for _, _, c, _ in self._choices]
        for choice in (looked_at or everyone)[:1]:
            choice.setFocus()

    def _grid(self, table: "FormTable", *, titled: bool) -> QGridLayout:
        from inspector.excel.forms.form_mapping import words_for

        words = [(tr("not filled in"), "")]
        words += [(word.partition(".")[2], word) for word in words_for(table.records.kind)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(4, 1)
        if titled:
            grid.addWidget(label(table.sheet, "section"), 0, 0, 1, 4)
        for row, head in enumerate(table.heads, 1):
            name = ElidedLabel()
            name.setFixedWidth(sized(_HEAD_WIDTH))
            name.setText(head.head)
            choice = Choice(f"column{head.key}", head.head)
            choice.setFixedWidth(sized(_CHOICE_WIDTH))
            choice.offer(words)
            choice.choose(head.word)
            note = label("", "secondary")
            note.setMinimumWidth(note.fontMetrics().horizontalAdvance(tr("please check")))
            letter = label(tr("Column {name}", name=head.key), "secondary")
            letter.setObjectName("columnLetter")
            grid.addWidget(letter, row, 0)
            grid.addWidget(name, row, 1)
            grid.addWidget(choice, row, 2)
            grid.addWidget(note, row, 3)
            self._choices.append((table, head, choice, note))
            choice.currentIndexChanged.connect(self._tell)
        self._tell()
        return grid

    def _tell(self) -> None:
        """Say which columns were guessed, and which stay blank."""
        for _, head, choice, note in self._choices:
            guessed = choice.currentData() == head.word and head.word and not head.is_sure
            note.setText(tr("please check") if guessed else "")

    def _go_on(self) -> None:
        from inspector.workspace.papers.form_choices import FormChoices

        chosen: dict[str, dict[str, str]] = {}
        tables: dict[str, FormTable] = {}
        for table, head, choice, _ in self._choices:
            tables[table.digest] = table
            chosen.setdefault(table.digest, {})[head.key] = choice.currentData()
        put = self._session.workspace.of(FormChoices).put
        kept = (partial(put, tables[digest], words) for digest, words in chosen.items())
        if all(self._session.attempt(keep) is not None for keep in kept):
            self.left.emit()
            self._fill()
