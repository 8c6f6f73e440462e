"""The columns of lists of inspections, scorecards and findings on the 检查 page."""

from datetime import datetime

from inspector.domain.checklist import Category
from inspector.domain.finding import Finding
from inspector.domain.inspection import InspectionKind, Scorecard
from inspector.domain.points import format_points, format_score
from inspector.domain.scoring import ScorecardScore
from inspector.gui.inspect.column_widths import day_width, room_for
from inspector.gui.table import Column
from inspector.gui.words import (
    category_word,
    kind_word,
    moment_text,
    responsible_word,
    scorecard_title,
    short_day_text,
)
from inspector.translation import tr
from inspector.workspace.inspections import InspectionLine


def unfinished_columns() -> list[Column[InspectionLine]]:
    """Return the columns of the visits that can be resumed."""
    return [
        Column(tr("Site"), lambda line: line.inspection.site_name),
        Column(tr("Kind of visit"), lambda line: kind_word(line.inspection.kind), _kinds()),
        Column(tr("Started"), lambda line: moment_text(line.inspection.started_at), _moments()),
        Column(tr("Progress"), _progress, 104, number=True),
    ]


def completed_columns() -> list[Column[InspectionLine]]:
    """Return the columns of the visits that are done."""
    return [
        Column(tr("Site"), lambda line: line.inspection.site_name),
        Column(tr("Kind of visit"), lambda line: kind_word(line.inspection.kind), _kinds()),
        Column(tr("Started"), lambda line: moment_text(line.inspection.started_at), _moments()),
        Column(tr("Score"), lambda line: format_score(line.score), 80, number=True),
        Column(tr("Grade"), lambda line: line.grade, 88),
    ]


def card_columns() -> list[Column[tuple[Scorecard, ScorecardScore]]]:
    """Return the columns of the scorecards of a visit."""
    columns: list[Column[tuple[Scorecard, ScorecardScore]]] = [
        Column(tr("Window"), lambda row: scorecard_title(row[0])),
        Column(tr("Staff number"), lambda row: row[0].staff_number, 96),
    ]
    columns.extend(
        _category_column(position, category) for position, category in enumerate(Category)
    )
    return [
        *columns,
        Column(tr("Bonus"), lambda row: format_points(row[1].bonus), 64, number=True),
        Column(tr("Score"), lambda row: format_score(row[1].total), 80, number=True),
        Column(tr("Grade"), _grade, 96),
    ]


def finding_columns() -> list[Column[Finding]]:
    """Return the columns of the findings of a visit."""
    return [
        Column(tr("Number"), lambda finding: finding.number, 112),
        Column(tr("Window"), lambda finding: finding.window_number, 112),
        Column(tr("Finding"), lambda finding: ("★ " if finding.veto else "") + finding.text),
        Column(
            tr("Category"),
            lambda finding: category_word(finding.category),
            room_for(*map(category_word, Category)),
        ),
        Column(tr("Points off"), lambda f: format_points(f.deduction), 72, number=True),
        Column(tr("Responsible"), _responsible, 104),
        Column(tr("Deadline"), lambda finding: short_day_text(finding.deadline), day_width()),
    ]


def _kinds() -> int:
    return room_for(*map(kind_word, InspectionKind))


def _moments() -> int:
    return room_for(*(moment_text(datetime(2026, month, 28, 20, 48)) for month in range(1, 13)))


def _progress(line: InspectionLine) -> str:
    progress = line.progress
    if progress is None:
        return ""
    done = f"{progress.done} / {progress.total}"
    match line.inspection.kind:
        case InspectionKind.PATROL:
            return tr("{done} places", done=done)
        case InspectionKind.RECHECK:
            return tr("{done} findings", done=done)
    return done


def _responsible(finding: Finding) -> str:
    own = finding.owner or finding.department or finding.leader
    return own or responsible_word(finding.responsible)


def _grade(row: tuple[Scorecard, ScorecardScore]) -> str:
    score = row[1]
    return ("★ " if score.vetoed else "") + (score.grade.title if score.grade else "")


def _category_column(position: int, category: Category) -> Column[tuple[Scorecard, ScorecardScore]]:
    return Column(
        category_word(category),
        lambda row: format_score(row[1].categories[position].printed_rate),
        96,
        number=True,
    )
