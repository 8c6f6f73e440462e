"""Models of the checklists: packs, and the items of one, with what a site changes of them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from inspector.domain.checklist.checklist import Item, Override, Pack
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import (
    deadline_text,
    full_text,
    responsible_word,
    short_scope_text,
)
from inspector.workspace.packs.rule_words import rule_text
from inspector.workspace.pinyin import matches

COUNT_COLUMN = 2
"""The number of items, which the tab 全部 says, too."""

MARK_COLUMN = 1
"""What the site does with an item; hidden while no site is chosen."""

RULE_COLUMN = 3
PLACE_COLUMNS = (4, 5, 6)
"""Columns that a narrow page leaves out; the details of the item have them."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with the numbers that count, and what the site changes of it, if it does."""

    item: Item
    override: Override | None = None

    @property
    def off(self) -> bool:
        """The site does not ask it."""
        return self.override is not None and self.override.off

    @property
    def mark(self) -> str:
        """What the site does with it, in a word."""
        if self.override is None:
            return ""
        return tr("Off") if self.override.off else tr("Adapted")


class ItemModel(TableModel[ItemRow]):
    """Items; one that is switched off is also struck out."""

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.FontRole and index.column() != MARK_COLUMN:
            font = QFont()
            if self.row_at(index.row()).off:
                font.setStrikeOut(True)
                return font
        return super().data(index, role)


def pack_model() -> TableModel[Pack]:
    """Return a model of packs."""
    return TableModel(
        [
            Column(tr("Checklist"), lambda pack: pack.title),
            Column(tr("Version"), lambda pack: pack.version, 88),
            Column(tr("Items"), lambda pack: str(sum(1 for _ in pack.items())), 72, number=True),
        ]
    )


def item_model(pack_in_front: Callable[[], Pack | None]) -> ItemModel:
    """Return a model of the items of the pack in front."""

    def scope(row: ItemRow) -> str:
        pack = pack_in_front()
        return short_scope_text(row.item, pack) if pack else ""

    def responsible(row: ItemRow) -> str:
        return "" if row.item.is_bonus else responsible_word(row.item.responsible)

    def deadline(row: ItemRow) -> str:
        return "" if row.item.is_bonus else deadline_text(row.item)

    return ItemModel(
        [
            Column(tr("Item"), lambda row: ("★ " if row.item.veto else "") + row.item.text),
            Column(tr("At the site"), lambda row: row.mark, 88),
            Column(tr("Points"), lambda row: full_text(row.item), 68, number=True),
            Column(tr("Scoring"), lambda row: rule_text(row.item.rule), 168),
            Column(tr("Where"), scope, 160),
            Column(tr("Responsible"), responsible, 136),
            Column(tr("Deadline"), deadline, 120),
        ]
    )


def item_matches(item: Item, query: str) -> bool:
    """Tell whether the words of an item, or their pinyin, hold `query`."""
    return any(matches(text, query) for text in (item.text, item.requirement, *item.phrases))
