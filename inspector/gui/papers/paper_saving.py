"""Papers as workbooks: of an extent, of a visit, of a meeting; asked where to, written beside."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QWidget

from inspector.domain.record.edition import Edition
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.session import Session
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.extent import Extent
    from inspector.workspace.papers.reports import Reports
    from inspector.workspace.workspace import Workspace


class Paper(NamedTuple):
    """A workbook of an extent, or its letter."""

    kind: str
    """As the command line calls it."""

    require: "Callable[[Reports, Extent], object]"
    """Is refused where there is nothing to print."""

    name: "Callable[[Reports, Extent], str]"

    writes: str
    """The function of `workspace/apart/extent_writing` that writes it, here or in a process."""

    record: "Callable[[Workspace, Any, Path], object] | None" = None
    """Records that it went out, given what `write` returned and where it lies."""

    is_letter: bool = False

    @property
    def write(self) -> "Callable[[Extent, Workspace, Path, Hear], object]":
        """What writes it; loaded when it is asked for, as no start waits for it."""
        from inspector.workspace.apart import extent_writing

        write: Callable[[Extent, Workspace, Path, Hear], object]
        write = getattr(extent_writing, self.writes)
        return write


RECTIFICATION = Paper(
    "rectification",
    lambda reports, extent: reports.require_rounds(extent),
    lambda reports, extent: reports.rectification_name(extent),
    "rectification",
    lambda workspace, sent, path: workspace.ledger_exports.record_sent(sent.findings, path),
)
SUMMARY = Paper(
    "summary",
    lambda reports, extent: reports.require_own_visits(extent),
    lambda reports, extent: reports.summary_name(extent),
    "summary",
)
EVALUATION = Paper(
    "evaluation",
    lambda reports, extent: reports.require_visits(extent),
    lambda reports, extent: reports.evaluation_name(extent),
    "evaluation",
)
CIRCULAR = Paper(
    "circular",
    lambda reports, extent: reports.require_visits(extent),
    lambda reports, extent: reports.circular_name(extent),
    "circular",
)
CIRCULAR_OPEN = CIRCULAR._replace(writes="circular_of_open")
CIRCULAR_LETTER = Paper(
    "circular",
    lambda reports, extent: reports.require_visits(extent),
    lambda reports, extent: reports.circular_name(extent, ".docx"),
    "circular",
    is_letter=True,
)
PATROL_RECORD = Paper(
    "patrol",
    lambda reports, extent: reports.require_patrols(extent),
    lambda reports, extent: reports.patrol_name(extent),
    "patrol_record",
)
SATISFACTION = Paper(
    "satisfaction",
    lambda reports, extent: reports.require_sheets(extent),
    lambda reports, extent: reports.satisfaction_name(extent),
    "satisfaction",
)
PLAN_COVERAGE = Paper(
    "plan",
    lambda reports, extent: reports.require_plans(extent),
    lambda reports, extent: reports.plan_coverage_name(extent),
    "plan_coverage",
)
COMPLAINTS = Paper(
    "complaints",
    lambda reports, extent: reports.require_complaints(extent),
    lambda reports, extent: reports.complaints_name(extent),
    "complaints",
)
TRAINING = Paper(
    "training",
    lambda reports, extent: reports.require_training(extent),
    lambda reports, extent: reports.training_name(extent),
    "training",
)


def save_paper(parent: QWidget, session: Session, paper: Paper, extent: "Extent") -> None:
    """Ask where to, and write a paper of an extent beside the window; say what it leaves blank."""
    from inspector.workspace.apart.extent_writing import is_long

    reports, record = session.workspace.reports, paper.record
    came: list[object] = []

    def written(path: Path) -> bool:
        return (
            record is None
            or session.attempt(lambda: record(session.workspace, came[-1], path)) is not None
        )

    def said(path: Path) -> str:
        from inspector.workspace.papers.paper_words import blanks_sentence

        blank = blanks_sentence(
            session.workspace.preferences, paper.kind, of_one_site=len(extent.named) == 1,
            letter=paper.is_letter,
        )  # fmt: skip
        return written_sentence(path, blank)

    if session.attempt(lambda: paper.require(reports, extent)) is not None:
        write_workbook(
            session,
            parent,
            paper.name(reports, extent),
            partial(paper.write, extent),
            written,
            said=said,
            is_long=is_long(session.workspace, extent),
            came=came.append,
        )


def written_sentence(path: Path, more: str) -> str:
    """Return that a paper was written, and what else there is to say of it."""
    if not more:
        return tr("Written: {path}", path=path)
    return tr("{sentence} {next}", sentence=tr("Written: {path}.", path=path), next=more)


def save_record(parent: QWidget, session: Session, inspection_id: str, edition: Edition) -> None:
    """Ask where to, and write an edition of the record of a visit beside the window."""

    def write(apart: "Workspace", path: Path, hear: Hear) -> None:
        apart.reports.record_draft(inspection_id, path, edition).write(path, hear)

    name = session.workspace.reports.record_name(inspection_id, edition)
    write_workbook(session, parent, name, write)


def save_minutes(parent: QWidget, session: Session, meeting_id: str) -> None:
    """Ask where to, and write the minutes of a meeting beside the window."""
    from inspector.workspace.apart.meeting_writing import are_long, minutes

    write_workbook(
        session,
        parent,
        session.workspace.reports.minutes_name_of(meeting_id),
        partial(minutes, meeting_id),
        is_long=are_long(session.workspace, meeting_id),
    )
