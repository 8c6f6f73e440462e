"""What is different between two packs, a row for each change."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_difference import Change, Difference
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.translation import tr
from inspector.workspace.packs.pack_difference_words import change_word, values_of


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A change in words."""

    item: str
    change: str
    before: str
    after: str


def difference_model() -> TableModel[DifferenceRow]:
    """Return a model of changes."""
    return TableModel(
        [
            Column(tr("Item"), lambda row: row.item),
            Column(tr("Change"), lambda row: row.change, 144),
            Column(tr("Before"), lambda row: row.before, 320),
            Column(tr("Now"), lambda row: row.after, 320),
        ]
    )


def difference_rows(
    found: Sequence[Difference], before: Pack | None, after: Pack
) -> list[DifferenceRow]:
    """Return changes in words."""
    return [
        DifferenceRow(
            difference.text or tr("Settings of the checklist"),
            change_word(difference),
            *values_of(difference, before, after),
        )
        for difference in found
    ]


def whole_pack(pack: Pack) -> list[Difference]:
    """Return every item of a pack that is not known yet as a change."""
    return [Difference(Change.ADDED, item.id, item.text, after=item.text) for item in pack.items()]
