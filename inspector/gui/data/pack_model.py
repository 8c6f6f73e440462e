"""Models of the checklists: packs, and the items of one."""

from collections.abc import Callable

from inspector.domain.checklist import Item, Pack
from inspector.gui.data.pack_words import deadline_text, full_text, short_scope_text
from inspector.gui.rule_words import rule_text
from inspector.gui.table import Column, TableModel
from inspector.gui.words import responsible_word
from inspector.translation import tr
from inspector.workspace.pinyin import matches

RULE_COLUMN = 2
PLACE_COLUMNS = (3, 4, 5)
"""Columns that a narrow page leaves out; the details of the item have them."""


COUNT_COLUMN = 2
"""The number of items, which the tab 全部 says, too."""


def pack_model() -> TableModel[Pack]:
    """Return a model of packs."""
    return TableModel(
        [
            Column(tr("Checklist"), lambda pack: pack.title),
            Column(tr("Version"), lambda pack: pack.version, 88),
            Column(tr("Items"), lambda pack: str(sum(1 for _ in pack.items())), 72, number=True),
        ]
    )


def item_model(pack_in_front: Callable[[], Pack | None]) -> TableModel[Item]:
    """Return a model of the items of the pack in front."""

    def scope(item: Item) -> str:
        pack = pack_in_front()
        return short_scope_text(item, pack) if pack else ""

    def responsible(item: Item) -> str:
        return "" if item.is_bonus else responsible_word(item.responsible)

    def deadline(item: Item) -> str:
        return "" if item.is_bonus else deadline_text(item)

    return TableModel(
        [
            Column(tr("Item"), lambda item: ("★ " if item.veto else "") + item.text),
            Column(tr("Points"), full_text, 68, number=True),
            Column(tr("Scoring"), lambda item: rule_text(item.rule), 168),
            Column(tr("Where"), scope, 160),
            Column(tr("Responsible"), responsible, 128),
            Column(tr("Deadline"), deadline, 120),
        ]
    )


def item_matches(item: Item, query: str) -> bool:
    """Tell whether the words of an item, or their pinyin, hold `query`."""
    return any(matches(text, query) for text in (item.text, item.requirement, *item.phrases))
