"""The rows of what comes in a bundle: what each thing is, and what becomes of it, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.receipt import Preview
from inspector.domain.sharing.roster_meeting import Placed, Question
from inspector.domain.sharing.travelling import Kind
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.translation import mark, tr
from inspector.workspace.sharing.receipt_words import question_sentence, refused_sentence

_FATES: Mapping[Fate, str] = {
    Fate.NEW: mark("new"),
    Fate.BESIDE: mark("new, to be chosen"),
    Fate.GROWN: mark("goes on"),
    Fate.COMPLETED: mark("completed"),
    Fate.ERASED: mark("stays erased"),
    Fate.ASKED: mark("to be placed first"),
    Fate.WAITS: mark("waits for another bundle"),
    Fate.SET_ASIDE: mark("set aside"),
    Fate.REFUSED: mark("refused"),
    Fate.KNOWN: mark("here already"),
}
"""What becomes of something, in the order in which one looks."""

_KINDS: Mapping[Kind, str] = {
    Kind.PACK: mark("Checklist"),
    Kind.SITE: mark("Site"),
    Kind.INSPECTOR: mark("Inspector"),
    Kind.HOLIDAY: mark("Holiday"),
    Kind.VISIT: mark("Visit"),
    Kind.SIGNATURE: mark("Signature"),
    Kind.AMENDMENT: mark("Amendment"),
    Kind.EVENT: mark("Step of a finding"),
    Kind.EVIDENCE: mark("Later evidence"),
    Kind.MEETING: mark("Meeting"),
    Kind.COMPLAINT: mark("Step of a complaint"),
    Kind.CLOCK: mark("Remark on a clock"),
    Kind.PHASE: mark("Phase"),
    Kind.PLAN: mark("Plan of visits"),
    Kind.DRAW: mark("Draw"),
    Kind.SURVEY: mark("Satisfaction sheet"),
    Kind.TRAINING: mark("Training"),
    Kind.TRAINING_TAKEN_BACK: mark("Training taken back"),
    Kind.CHOICE: mark("What was chosen"),
}

_PLACED: Mapping[Placed, str] = {
    Placed.SITE: mark("Site"),
    Placed.DEPARTMENT: mark("Department"),
    Placed.WINDOW: mark("Window"),
    Placed.STAFF: mark("Staff"),
    Placed.INSPECTOR: mark("Inspector"),
}


@dataclass(frozen=True, slots=True)
class ComingRow:
    """One thing that comes; with a `question`, something to be placed first."""

    what: str
    becomes: str
    title: str
    question: Question | None = None


def coming_model() -> TableModel[ComingRow]:
    """Return a model of what comes."""
    return TableModel(
        [
            Column(tr("What becomes of it"), lambda row: row.becomes, 160),
            Column(tr("What kind"), lambda row: row.what, 160),
            Column(tr("Which"), lambda row: row.title),
        ]
    )


def rows_of(preview: Preview) -> list[ComingRow]:
    """Return a row for each thing that is told by name, and one for what is only counted."""
    asked = [
        ComingRow(tr(_PLACED[each.kind]), tr(_FATES[Fate.ASKED]), question_sentence(each), each)
        for each in preview.questions
    ]
    order = list(_FATES)
    coming = []
    for line in sorted(preview.lines, key=lambda line: order.index(line.fate)):
        what, becomes = tr(_KINDS[line.kind]), tr(_FATES[line.fate])
        titles = line.titles
        if line.fate is Fate.REFUSED:
            own = [each for each in preview.refused if each.kind is line.kind]
            titles = tuple(map(refused_sentence, own)) or titles
        coming += [ComingRow(what, becomes, title) for title in titles]
        if more := line.count - len(titles):
            coming.append(ComingRow(what, becomes, tr("… and {count} more", count=more)))
    return asked + coming
