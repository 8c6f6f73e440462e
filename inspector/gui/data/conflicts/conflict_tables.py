"""The tables of what waits for a choice: what it is about, and what each laptop says."""

from dataclasses import dataclass

from inspector.domain.sharing.conflict import Conflict, Said, Side
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import moment_text
from inspector.translation import tr
from inspector.workspace.sharing.conflict_words import conflict_kind_word


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing that one side says."""

    side: Side
    said: Said


def conflict_model() -> TableModel[Conflict]:
    """Return a model of what waits."""
    return TableModel(
        [
            Column(tr("About"), lambda each: conflict_kind_word(each.kind), 152),
            Column(tr("What"), lambda each: each.title),
            Column(tr("Laptops"), _laptops, 240),
            Column(tr("Since"), lambda each: moment_text(each.since), 184),
        ]
    )


def said_model() -> TableModel[SaidLine]:
    """Return a model of what each side says."""
    return TableModel(
        [
            Column(tr("Laptop"), lambda line: line.side.name, 176),
            Column(tr("What"), lambda line: line.said.title, 152),
            Column(tr("What it says"), lambda line: line.said.text),
            Column(tr("By"), lambda line: line.said.by, 120),
            Column(tr("When"), lambda line: moment_text(line.said.at) if line.said.at else "", 184),
        ]
    )


def lines_of(conflict: Conflict | None) -> list[SaidLine]:
    """Return what the sides of a conflict say, one after the other."""
    sides = conflict.sides if conflict else ()
    return [SaidLine(side, said) for side in sides for said in side.said]


def _laptops(conflict: Conflict) -> str:
    return "、".join(side.name for side in conflict.sides)
