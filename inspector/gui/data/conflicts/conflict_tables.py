"""The tables of what waits for a choice: what it is about, and what each laptop says."""

from collections.abc import Sequence

from inspector.domain.sharing.conflict import Conflict, Said, Waiting
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import moment_text
from inspector.translation import tr
from inspector.workspace.sharing.conflict_words import conflict_kind_word

Cells = tuple[str, ...]
"""What one row says, column by column."""


def conflict_model() -> TableModel[Waiting]:
    """Return a model of what waits."""
    return TableModel(
        [
            Column(tr("About"), lambda each: conflict_kind_word(each.kind), 152),
            Column(tr("What"), lambda each: each.title),
            Column(tr("Other laptops"), lambda each: "、".join(each.laptops), 208),
            Column(tr("Since"), lambda each: moment_text(each.since), 184),
        ]
    )


def said_columns(conflict: Conflict | None) -> Sequence[Column[Cells]]:
    """Return under what heads the sides stand.

    Facts stand side by side, one a row; of steps each is a row, with who took it and when.
    """
    if conflict is None or conflict.waiting.kind.is_of_steps:
        titles: list[tuple[str, int]] = [
            (tr("Laptop"), 176), (tr("What"), 112), (tr("What it says"), 0), (tr("By"), 112),
            (tr("When"), 184),
        ]  # fmt: skip
    else:
        titles = [(tr("What"), 152), *((side.name, 0) for side in conflict.sides)]
    return [
        Column(title, lambda cells, at=at: cells[at], width)  # type: ignore[misc]
        for at, (title, width) in enumerate(titles)
    ]


def said_rows(conflict: Conflict | None) -> list[Cells]:
    """Return what the sides say: facts side by side, or step after step of one after the other."""
    if conflict is None:
        return []
    if conflict.waiting.kind.is_of_steps:
        return [
            (side.name, said.title, said.text, said.by, moment_text(said.at) if said.at else "")
            for side in conflict.sides
            for said in side.said
        ]
    facts = zip(*(side.said for side in conflict.sides), strict=True)
    return [(said[0].title, *map(_fact, said)) for said in facts]


def _fact(said: Said) -> str:
    return moment_text(said.at) if said.at and not said.text else said.text
