"""Writing what was wrong at a place: where in the public area, what, and of which category."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.category import Category
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.patrol import SUB_PLACES, PatrolEntry
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import UP_DOWN
from inspector.gui.theme import GRID
from inspector.gui.visits.walks.digit_chips import ChipRow
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.lists.suggestion_list import SuggestionList
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.visits.patrol_suggestions import Suggestion, fitting

_LEAST_PLACE = 120
"""Pixels of the field of another place; the chips beside it take a further line before that."""

_TEXT, _CATEGORY = "", "category"
"""What is asked for: the words, or after words of the user's own their category."""


class EntryEditor(QWidget):
    """One line with suggestions below. A text of the user's own is asked for its category."""

    written = Signal(str, str, str, object)  # text, place, item id, Category
    left = Signal()
    lacking = Signal()
    """Enter before anything is written."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("entryEditor")
        self._offered: Sequence[Suggestion] = ()
        self._entry: PatrolEntry | None = None
        self._places = ChipRow("subPlaces", SUB_PLACES)
        self.place = LineEdit("place", tr("Place in the public area"))
        self.place.setPlaceholderText(tr("Somewhere else"))
        self.place.setMinimumWidth(_LEAST_PLACE)
        self._place_row = QWidget()
        self.text = LineEdit("wrong", tr("What is wrong"))
        self.text.setPlaceholderText(tr("What is wrong: text or pinyin initials"))
        self._list = SuggestionList()
        self._asked = label(tr("Which category?"), "section")
        self._categories = ChipRow("categories", [category_word(each) for each in Category])
        self._lay_out()
        self.commands = CommandTable(self)
        self._add_commands(self.commands)
        self._connect()

    def _lay_out(self) -> None:
        row = (self._places, (self.place, 1))
        stack(self._place_row, row, spacing=2 * GRID, across=True)
        column = (self._place_row, self.text, self._list, self._asked, self._categories)
        stack(self, column, spacing=GRID)

    def _connect(self) -> None:
        self.text.textEdited.connect(lambda text: self._suggest())
        for field in (self.text, self.place):
            field.textChanged.connect(lambda text: self._let_choose())
        self._list.clicked.connect(lambda index: self._on_enter())
        self._places.chosen.connect(self._choose_place)
        self._categories.chosen.connect(self._choose_category)

    def _add_commands(self, table: CommandTable) -> None:
        categories = [category_word(category) for category in Category]
        for name, words, choices, do, mode in (
            ("sub-place", tr("Place in the public area"), SUB_PLACES, self._choose_place, _TEXT),
            ("category", tr("Category"), categories, self._choose_category, _CATEGORY),
        ):
            digits = tuple(map(str, range(1, len(choices) + 1)))
            table.add(
                name, words, digits, do, short=words, at=self.text, modes=mode, numbered=True,
                choices=choices, left_over=True,
            )  # fmt: skip
        choose = tr("Choose a suggestion")
        table.add(
            "suggestion", choose, UP_DOWN, lambda arrow: self._list.step((-1, 1)[arrow]),
            short=choose, at=self.text, repeats=True, numbered=True, left_over=True,
            choices=(tr("Suggestion above"), tr("Suggestion below")),
        )  # fmt: skip
        modes = ((_TEXT,), (_TEXT, _CATEGORY))
        table.add_answers((tr("Keep"), self._on_enter), (tr("Back"), self._on_escape), modes=modes)

    def begin(
        self, card: Scorecard, offered: Sequence[Suggestion], entry: PatrolEntry | None = None
    ) -> None:
        """Take the keyboard for a new entry of a place, or for another text of one."""
        self._offered, self._entry = offered, entry
        in_public = not card.window_number
        self._place_row.setVisible(in_public)
        self.place.setText(entry.place if entry else "")
        self.text.setText(entry.text if entry else "")
        self._mark_place()
        self._ask_category(False)
        self._suggest()
        self.show()
        self.text.setFocus()

    def show_again(self) -> None:
        """The text is another, and nobody typed it just now."""
        self._mark_place()
        self._suggest()

    @property
    def is_asking(self) -> bool:
        """The category of what was written is asked for."""
        return self.commands.mode == _CATEGORY

    def _suggest(self) -> None:
        typed = self.text.text()
        self._list.show_suggestions(fitting(self._offered, typed), chosen=typed.isascii())
        self._let_choose()

    def _let_choose(self) -> None:
        """Let digits and arrows be commands where there is something to choose."""
        asks_place = not self._place_row.isHidden() and not self.place.text()
        # Once there is a place, “2盏灯不亮” begins with a digit.
        self.commands.set_there("sub-place", asks_place and not self.text.text())
        self.commands.set_there("suggestion", not self._list.isHidden())

    def _ask_category(self, asks: bool) -> None:
        self.text.setReadOnly(asks)  # a digit is all that is asked for
        self.commands.set_mode(_CATEGORY if asks else _TEXT)
        self._asked.setVisible(asks)
        self._categories.setVisible(asks)
        if asks:
            self._list.hide()

    def _choose_category(self, position: int) -> None:
        self._finish("", list(Category)[position])

    def _choose_place(self, position: int) -> None:
        chosen = SUB_PLACES[position]
        self.place.setText("" if self.place.text() == chosen else chosen)
        self._mark_place()
        self.text.setFocus()

    def _mark_place(self) -> None:
        place = self.place.text()
        self._places.mark(SUB_PLACES.index(place) if place in SUB_PLACES else None)

    def _on_enter(self) -> None:
        if self.place.hasFocus():
            self.text.setFocus()
            return
        suggestion = self._list.chosen
        text = self.text.text().strip()
        if suggestion is not None:
            self.text.setText(suggestion.text)
            self._finish(suggestion.item_id, suggestion.category)
        elif self._entry is not None and text == self._entry.text and self._entry.category:
            self._finish(self._entry.item_id, self._entry.category)
        elif exact := next((each for each in self._offered if each.text == text), None):
            self._finish(exact.item_id, exact.category)
        elif text:
            self._ask_category(True)
        else:
            self.lacking.emit()

    def _on_escape(self) -> None:
        if self.is_asking and not self.place.hasFocus():
            self._ask_category(False)
            self._suggest()
        else:
            self.left.emit()

    def _finish(self, item_id: str, category: Category) -> None:
        place = "" if self._place_row.isHidden() else self.place.text().strip()
        self.written.emit(self.text.text().strip(), place, item_id, category)
