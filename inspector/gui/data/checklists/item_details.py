"""The strip below the items: everything about the chosen one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.domain.checklist.checklist import Item, Override, Pack
from inspector.gui.data.checklists.override_text import override_text
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import item_facts


class ItemDetails(QWidget):
    """The text, a line of facts, then requirement, phrases and basis side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = wrapped("", "section")
        self._text.setObjectName("itemText")
        self._facts = wrapped("", "secondary")
        self._facts.setObjectName("itemFacts")
        self._override = wrapped("", "caution")
        self._override.setObjectName("itemOverride")
        self._requirement = wrapped()
        self._requirement.setObjectName("itemRequirement")
        self._phrases = wrapped()
        self._phrases.setObjectName("itemPhrases")
        self._basis = wrapped()
        self._basis.setObjectName("itemBasis")
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        for title, value in (
            (tr("Requirement"), self._requirement),
            (tr("Phrases"), self._phrases),
            (tr("Basis"), self._basis),
        ):
            row.addLayout(_titled(title, value), 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        inside.setSpacing(GRID // 2)
        inside.addWidget(self._text)
        inside.addWidget(self._facts)
        inside.addWidget(self._override)
        inside.addSpacing(GRID // 2)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(inside)

    def show_item(self, item: Item, pack: Pack, override: Override | None = None) -> None:
        """Show an item with the numbers that count, and what a site changes of the pack's."""
        self._override.setVisible(override is not None)
        if override is not None:
            own = pack.item_by_id[item.id]
            self._override.setText(override_text(override, own))
        self._text.setText(item.text)
        self._facts.setText(item_facts(item, pack))
        self._requirement.setText(item.requirement or "—")
        self._phrases.setText("、".join(item.phrases) or "—")
        self._basis.setText(item.basis or "—")

    def be_short(self, short: bool) -> None:
        """Leave out the text of the item, which stands in the list above."""
        self._text.setVisible(not short)


def _titled(title: str, value: QLabel) -> QVBoxLayout:
    value.setAccessibleName(title)
    value.setAlignment(Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(GRID // 2)
    column.addWidget(label(title, "small"))
    column.addWidget(value, 1)
    return column
