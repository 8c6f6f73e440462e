"""What may be meant by what is being typed, below its field; the keyboard stays in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt

from inspector.gui.measures import measures
from inspector.gui.widgets.lists.text_list import TextList
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.visits.patrol_suggestions import Suggestion


class SuggestionList(TextList[Suggestion]):
    """A few lines; the chosen one is what Enter takes."""

    def __init__(self) -> None:
        super().__init__("suggestions", tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion that Enter takes."""
        return self.value if self.isVisible() else None

    def show_suggestions(self, offered: Sequence[Suggestion], chosen: bool) -> None:
        """Show suggestions; the first is chosen when it is what was meant by initials."""
        self.texts.clear()
        for each in offered:
            self.add(f"{each.text}    {category_word(each.category)}", each)
        self.setFixedHeight(len(offered) * measures().item + 2)
        self.setVisible(bool(offered))
        self._choose(0 if chosen else -1)

    def step(self, step: int) -> None:
        """Choose the line below or above; above the first is none."""
        row = self.currentIndex().row() + step
        self._choose(max(-1, min(row, self.texts.rowCount() - 1)))

    def _choose(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        index = self.texts.index(row, 0) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
