"""The rows of a preview of what came back: what is taken, what is not, and why."""

from dataclasses import dataclass

from inspector.domain.returned import Fate
from inspector.gui.table import Column, TableModel
from inspector.translation import tr
from inspector.workspace.returned import ReturnedPreview
from inspector.workspace.returned_words import (
    change_text,
    conflict_text,
    fate_word,
    read_only_text,
)
from inspector.workspace.sentences import problem_text


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """One line: what becomes of it, where it stands in the file, and what it says."""

    fate: str
    number: str
    place: str
    text: str


def returned_model() -> TableModel[ReturnedLine]:
    """Return a model of what a file would bring."""
    return TableModel(
        [
            Column(tr("What becomes of it"), lambda line: line.fate, 112),
            Column(tr("Finding no."), lambda line: line.number, 104),
            Column(tr("Cell"), lambda line: line.place, 136),
            Column(tr("What the file says"), lambda line: line.text),
        ]
    )


def lines_of(preview: ReturnedPreview) -> list[ReturnedLine]:
    """Return what needs a look first: refused, in conflict, taken, changed where it counts not."""
    lines = [
        ReturnedLine(fate_word(Fate.REFUSED), row.row.number, problem.place, problem_text(problem))
        for row in preview.of(Fate.REFUSED)
        for problem in row.row.problems
    ]
    lines += [
        ReturnedLine(fate_word(row.fate), row.row.number, row.row.place, conflict_text(row))
        for row in preview.of(Fate.CONFLICT)
    ]
    lines += [
        ReturnedLine(fate_word(row.fate), row.row.number, row.row.place, change_text(row))
        for row in preview.changes
    ]
    lines += [
        ReturnedLine(tr("Not taken"), change.number, change.place, read_only_text(change))
        for change in preview.read_only
    ]
    return lines
