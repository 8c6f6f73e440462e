"""The list of a completed visit: praise first, then findings, then later words about the record."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item
from inspector.domain.checklist.points import format_points
from inspector.domain.finding.finding import Finding
from inspector.domain.record.amendment import Amendment
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Answer, Scorecard
from inspector.gui.visits.parts.inspection_columns import days_width, room_for
from inspector.gui.widgets.lists.table import Column
from inspector.gui.words import (
    both_texts,
    moment_text,
    praise_word,
    scorecard_title,
    short_day_text,
    unsaved_word,
    window_title,
)
from inspector.translation import tr
from inspector.workspace.finding_state_words import owner_word
from inspector.workspace.packs.pack_scoring_words import category_word, responsible_word
from inspector.workspace.write_target import WriteTarget


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line; what it is about is known, so that an amendment can begin with it."""

    number: str
    window: str
    text: str
    category: str = ""
    points: str = ""
    corrected: str = ""
    photos: int = 0
    responsible: str = ""
    deadline: str = ""
    scorecard_id: str | None = None
    item_id: str | None = None
    is_finding: bool = False


def result_rows(
    record: Record, findings: Sequence[Finding], unsaved: Collection[WriteTarget] = ()
) -> list[ResultRow]:
    """Return everything that is listed of a visit; `unsaved` is what the disk does not have yet."""
    rows = [_praise(record, *praised) for praised in record.sheet.praised()]
    rows += [_finding(record, finding) for finding in findings]
    rows += [
        _amendment(record, number, each, (each.id, "") in unsaved)
        for number, each in enumerate(record.amendments, 1)
    ]
    return rows


def rows_title(record: Record, findings: int) -> str:
    """Return what stands above the list: how many of each."""
    said = [tr("Findings  {count}", count=findings)]
    if praised := len(record.sheet.praised()):
        said.insert(0, tr("Highlights  {count}", count=praised))
    if record.amendments:
        said.append(tr("Amendments  {count}", count=len(record.amendments)))
    return "     ".join(said)


def result_columns() -> list[Column[ResultRow]]:
    """Return the columns of the list."""
    return [
        Column(tr("Number"), lambda row: row.number, room_for("2611-W7W-0000")),
        Column(tr("Window"), lambda row: row.window, 112),
        Column(tr("Finding"), lambda row: row.text),
        Column(tr("Category"), lambda row: row.category, room_for(*map(category_word, Category))),
        Column(tr("Points off"), lambda row: row.points, room_for("1.5 → 0.5"), number=True),
        Column(tr("Corrected"), lambda row: row.corrected, 104),
        Column(tr("Photos"), lambda row: str(row.photos or ""), 72, number=True),
        Column(tr("Responsible"), lambda row: row.responsible, 104),
        Column(tr("Deadline"), lambda row: row.deadline, days_width()),
    ]


TEXT, TEXT_LEAST = 2, 264
"""The column of the text, and the pixels of it for which others give way."""

GIVE_WAY = (3, 7, 6, 5)
"""Those that do, the first one first: category, responsible, photos, corrected on the spot."""


def _praise(record: Record, card: Scorecard, item: Item, answer: Answer) -> ResultRow:
    told = "；".join(part for part in ("、".join(answer.phrases), answer.note.strip()) if part)
    return ResultRow(
        number=praise_word(),
        window=scorecard_title(card),
        text=f"{item.text}（{told}）" if told else item.text,
        category=category_word(item.category),
        photos=_photos(record, card.id, item.id),
        scorecard_id=card.id,
        item_id=item.id,
    )


def _finding(record: Record, finding: Finding) -> ResultRow:
    answers = record.sheet.answers.get(finding.scorecard_id, {})
    answer = answers.get(finding.item_id)
    corrected = answer.correction if answer is not None else None
    own = owner_word(finding.owner) or finding.department or finding.leader
    return ResultRow(
        number=finding.number,
        window=window_title(finding.window_number),
        text=("★ " if finding.brands else "") + finding.text,
        category=category_word(finding.category),
        points=both_texts(
            format_points(finding.deduction), format_points(finding.counted_deduction)
        ),
        corrected="" if corrected is None else f"✓ {corrected}",
        photos=_photos(record, finding.scorecard_id, finding.item_id),
        responsible=own or responsible_word(finding.responsible),
        deadline=short_day_text(finding.deadline),
        scorecard_id=finding.scorecard_id,
        item_id=finding.item_id,
        is_finding=True,
    )


def _amendment(record: Record, number: int, amendment: Amendment, unsaved: bool) -> ResultRow:
    card, item = record.subject_of(amendment)
    title = tr("Amendment {number}", number=number)
    return ResultRow(
        number=f"! {unsaved_word()} · {title}" if unsaved else title,
        window=scorecard_title(card) if card else tr("Whole record"),
        text=tr(
            "{item}: {text} (reason: {reason}; {author}, {time})",
            item=item.text if item else tr("Whole record"),
            text=amendment.text,
            reason=amendment.reason,
            author=amendment.author,
            time=moment_text(amendment.at),
        ),
        category=category_word(item.category) if item else "",
        scorecard_id=amendment.scorecard_id,
        item_id=amendment.item_id,
    )


def _photos(record: Record, scorecard_id: str, item_id: str) -> int:
    return sum(
        each.is_photo and each.scorecard_id == scorecard_id and each.item_id == item_id
        for each in record.sheet.evidence
    )
