"""The rows of a preview of what came back: what is taken, what is not, and why."""

from dataclasses import dataclass, replace

from inspector.domain.papers.returned import Fate, Judged
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.translation import tr
from inspector.workspace.cell_words import place_in_short
from inspector.workspace.fault_sentences import problem_text
from inspector.workspace.findings.returned_intake import ReturnedPreview
from inspector.workspace.findings.returned_words import (
    about_text,
    change_text,
    conflict_text,
    fate_word,
    read_only_text,
)


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """One line: what becomes of it, where it stands in the file, and what it says."""

    fate: str
    number: str
    about: str  # unit, window and problem of our finding with that number
    place: str
    text: str


def returned_model() -> TableModel[ReturnedLine]:
    """Return a model of what a file would bring."""
    return TableModel(
        [
            Column(tr("What becomes of it"), lambda line: line.fate, 112),
            Column(tr("Finding no."), lambda line: line.number, 144),
            Column(tr("Unit, window, problem"), lambda line: line.about, 280),
            Column(tr("Cell"), lambda line: place_in_short(line.place), 136),
            Column(tr("What the file says"), lambda line: line.text),
        ]
    )


def lines_of(preview: ReturnedPreview) -> list[ReturnedLine]:
    """Return what needs a look first: of another finding, refused otherwise, in conflict, taken,
    changed where it counts not.
    """
    of_row = {p: row for row in reversed(preview.of(Fate.REFUSED)) for p in row.row.problems}
    lines = []
    for problem in preview.problems:
        row = of_row[replace(problem, more=0)]
        number, about = (row.row.number, about_text(row)) if not problem.more else ("", "")
        text = problem_text(problem)
        lines.append(ReturnedLine(fate_word(row.fate), number, about, problem.place, text))
    lines += [_line(row, conflict_text(row)) for row in preview.of(Fate.CONFLICT)]
    lines += [_line(row, change_text(row)) for row in preview.changes]
    lines += [
        ReturnedLine(tr("Not taken"), change.number, "", change.place, read_only_text(change))
        for change in preview.read_only
    ]
    return lines


def _line(row: Judged, text: str) -> ReturnedLine:
    return ReturnedLine(fate_word(row.fate), row.row.number, about_text(row), row.row.place, text)
