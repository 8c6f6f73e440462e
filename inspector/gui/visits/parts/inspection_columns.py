"""The columns of lists of inspections, scorecards and findings on the 检查 page."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.points import format_points, format_score
from inspector.domain.visit.inspection import InspectionKind, Scorecard
from inspector.gui.theme import GRID, text_font
from inspector.gui.widgets.lists.table import Column
from inspector.gui.words import (
    both_texts,
    found_mark,
    kind_word,
    moment_text,
    part_text,
    part_tip,
    scorecard_title,
    short_day_text,
)
from inspector.translation import tr
from inspector.workspace.visits.inspections import InspectionLine

if TYPE_CHECKING:
    from inspector.domain.visit.inspection_sheet import InspectionSheet
    from inspector.domain.visit.scoring import ScorecardScore

_SIDES = 4 * GRID + 2  # left and right of a cell's text, as in the theme's sheet


def unfinished_columns() -> list[Column[InspectionLine]]:
    """Return the columns of the visits that can be resumed."""
    return [
        Column(tr("Site"), lambda line: line.inspection.site_name),
        Column(tr("Kind of visit"), lambda line: kind_word(line.inspection.kind), _kinds()),
        Column(tr("Started"), lambda line: moment_text(line.inspection.started_at), _moments()),
        Column(tr("Progress"), _progress, _progress_width(), number=True),
    ]


def completed_columns() -> list[Column[InspectionLine]]:
    """Return the columns of the visits that are done."""
    return [
        Column(tr("Site"), lambda line: line.inspection.site_name),
        Column(tr("Kind of visit"), lambda line: kind_word(line.inspection.kind), _kinds()),
        Column(tr("Started"), lambda line: moment_text(line.inspection.started_at), _moments()),
        Column(tr("Score"), lambda line: short_score(line.score), 80, number=True),
        Column(tr("Grade"), lambda line: line.grade, room_for("★ 不合格")),
        Column(
            tr("At visit"),
            lambda line: found_mark(line.found),
            room_for("★ 96.10", tr("At visit")),
            number=True,
        ),
        Column(tr("Observed"), seen_text, room_for("9999/9999", tr("Observed")), number=True),
        Column(
            tr("Shared visit"),
            lambda line: part_text(line.part),
            room_for("9/9", tr("Shared visit")),
            why=_part_words,
        ),
    ]


def _part_words(line: InspectionLine) -> str:
    names = "、".join(line.inspection.inspectors)
    words = tr("{group}: {names}", group=line.inspection.shared_by, names=names)
    return part_tip(line.part, words if line.inspection.shared_by else "")


def seen_text(line: InspectionLine) -> str:
    """Write how much of a visit was observed, where it is not all."""
    own = line.coverage
    return f"{own.observed}/{own.asked}" if own and own.observed < own.asked else ""


KIND_COLUMN, FOUND_COLUMN, SEEN_COLUMN, PART_COLUMN = 1, 5, 6, 7
"""Of the completed visits: the kind gives way where there is little room for how they stood before
appeals, which is shown where that is different, how much was observed where it is not all, and
which part of a shared visit one is where any is one."""


CARDS_HIDE, CARDS_LEAST = (6, 7, 1, (2, 3, 4, 5)), 112
"""Of the scorecards, what gives way where there is little room: bonus, what was observed, staff
number, the four categories; and the pixels of a window for which they do."""


def card_columns(
    sheet: "InspectionSheet | None" = None,
    after: "Mapping[str, ScorecardScore] | None" = None,
) -> "list[Column[tuple[Scorecard, ScorecardScore]]]":
    """Return the columns of the scorecards of a visit; `after` are their scores after appeals.

    `sheet` knows how much was observed at each.
    """
    reviewed = after or {}

    def score(row: "tuple[Scorecard, ScorecardScore]") -> str:
        left = reviewed.get(row[0].id, row[1])
        return both_texts(format_score(row[1].total), format_score(left.total))

    def grade(row: "tuple[Scorecard, ScorecardScore]") -> str:
        found, left = _grade(row[1]), _grade(reviewed.get(row[0].id, row[1]))
        return both_texts(found or "—", left or "—")

    def observed(row: "tuple[Scorecard, ScorecardScore]") -> str:
        if sheet is None:
            return ""
        coverage = sheet.coverage(row[0])
        return f"{coverage.observed}/{coverage.asked}"

    columns: list[Column[tuple[Scorecard, ScorecardScore]]] = [
        Column(tr("Window"), lambda row: scorecard_title(row[0])),
        Column(tr("Staff number"), lambda row: row[0].staff_number, 96),
    ]
    # As a word: lists of visits are shown at the start, which reads no checklist.
    direct = sheet is not None and sheet.pack.policy.total == "deduct"
    columns.extend(
        _category_column(position, category, direct) for position, category in enumerate(Category)
    )
    return [
        *columns,
        Column(tr("Bonus"), lambda row: format_points(row[1].bonus), 64, number=True),
        Column(
            tr("Items observed"), observed, room_for(tr("Items observed"), "999/999"), number=True
        ),
        Column(tr("Score"), score, 136 if reviewed else score_width(), number=True),
        Column(tr("Grade"), grade, 152 if reviewed else 96, why=_why_no_grade),
    ]


def short_score(score: int | None) -> str:
    """Write a score where there is little room: 96.10, and the 1000 points of a whole sheet."""
    said = format_score(score)
    return said.removesuffix(".00") if len(said) > len("100.00") else said


def score_width() -> int:
    """Return the width of a column of scores; a whole sheet may have 1000 points."""
    return max(80, room_for("1000.00"))


def room_for(*texts: str) -> int:
    """Return the width of a column for the longest of `texts`, in the language in use."""
    metrics = QFontMetrics(text_font())
    return max(map(metrics.horizontalAdvance, texts)) + _SIDES


def _kinds() -> int:
    return room_for(*(kind_word(each) for each in InspectionKind if each.is_walked))


def _moments() -> int:
    return room_for(*(moment_text(datetime(2026, month, 28, 20, 48)) for month in range(1, 13)))


def days_width() -> int:
    """Return the width of a column of days of this year."""
    return room_for(*(short_day_text(date(2026, month, 28)) for month in range(1, 13)))


def _progress_width() -> int:
    done = "99 / 99"
    return room_for("999 / 999", tr("{done} places", done=done), tr("{done} looked at", done=done))


def _progress(line: InspectionLine) -> str:
    progress = line.progress
    if progress is None:
        return ""
    done = f"{progress.done} / {progress.total}"
    match line.inspection.kind:
        case InspectionKind.PATROL:
            return tr("{done} places", done=done)
        case InspectionKind.RECHECK:
            return tr("{done} looked at", done=done)
    return done


def _grade(score: "ScorecardScore") -> str:
    return ("★ " if score.vetoed else "") + (score.grade.title if score.grade else "")


def _why_no_grade(row: "tuple[Scorecard, ScorecardScore]") -> str:
    score = row[1]
    if score.total is None or _grade(score):
        return ""
    return tr("Too little was observed here for a grade.")


def _category_column(
    position: int, category: Category, direct: bool
) -> "Column[tuple[Scorecard, ScorecardScore]]":
    """Return the column of a category: points where they are taken off, else its rate."""
    from inspector.workspace.packs.pack_scoring_words import category_word

    def text(row: "tuple[Scorecard, ScorecardScore]") -> str:
        score = row[1].categories[position]
        if not direct or score.rate is None:
            return format_score(score.printed_rate)
        return f"{format_points(score.got)}/{format_points(score.full)}"

    # A public area has a share of the points of its own, with hundredths.
    width = max(96, room_for("46.67/46.67")) if direct else 96
    return Column(category_word(category), text, width, number=True)
