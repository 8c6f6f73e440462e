"""All papers of a period at once, each under the name it is offered under."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.complaint.complaint_errors import NoComplaintError
from inspector.domain.errors import (
    InspectorError,
    NoMeetingError,
    NoPatrolError,
    NoSurveyError,
    NothingToExportError,
    NotPublishedError,
    NoTrainingError,
)
from inspector.domain.plan.plan_errors import NoPlanError
from inspector.domain.record.edition import Edition
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.workspace.papers.record_draft import SUBJECTS, make_folder

if TYPE_CHECKING:
    from inspector.workspace.extent import Extent
    from inspector.workspace.papers.form_papers import FilledForm
    from inspector.workspace.papers.reports import Reports

CIRCULAR = "circular"

EVALUATION = "evaluation"
KINDS = (
    "rectification", "summary", CIRCULAR, "patrol", "minutes",
    "satisfaction",
    "plan",
    "complaints",
    EVALUATION,
    "training",
)  # fmt: skip
"""The workbooks of a period, as the command line calls them."""

RECORD, FORM, NOTICE, LETTER = "record", "form", "notice", "letter"
"""The others that a set may hold, called alike; a letter is that of the circular."""

NOTHING_TO_TELL = (
    NothingToExportError,
    NoPatrolError,
    NoMeetingError,
    NoSurveyError,
    NoPlanError,
    NoComplaintError,
    NotPublishedError,
    NoTrainingError,
)


@dataclass(frozen=True, slots=True)
class PaperSet:
    """What was written, and which kinds had nothing to tell, with the reason."""

    written: tuple[tuple[str, tuple[Path, ...]], ...]
    left_out: tuple[tuple[str, InspectorError], ...]
    filled: "FilledForm | None" = None  # where there was a form

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file that was written."""
        return tuple(path for _, paths in self.written for path in paths)


def write_paper(
    reports: "Reports",
    kind: str,
    path: Path,
    extent: "Extent",
    progress: Progress = unheard,
    *,
    goes_out: bool = True,
    generated: bool = False,
) -> Path:
    """Write one kind of `KINDS`; raises what the method of `Reports` for it raises.

    A ledger that `goes_out` is remembered on each finding; one for an archive does not.
    `generated`: a circular without what was edited of its text.
    """
    if kind == "rectification" and not goes_out:
        reports.rectification_draft(extent).write(path, progress)
        return path
    return {
        "rectification": lambda: reports.write_rectification(path, extent, progress=progress),
        "summary": lambda: reports.write_summary(path, extent, progress),
        "circular": lambda: reports.write_circular(path, extent, progress, generated=generated),
        "patrol": lambda: reports.write_patrol(path, extent, progress),
        "minutes": lambda: reports.write_minutes(path, extent, progress),
        "satisfaction": lambda: reports.write_satisfaction(path, extent),
        "plan": lambda: reports.write_plan_coverage(path, extent),
        "complaints": lambda: reports.write_complaints(path, extent, progress),
        EVALUATION: lambda: reports.write_evaluation(path, extent, progress),
        "training": lambda: reports.write_training(path, extent, progress),
    }[kind]()


def paper_name(reports: "Reports", kind: str, extent: "Extent") -> str:
    """Return the file name that one kind of `KINDS` is offered under."""
    names: dict[str, Callable[[Extent], str]] = {
        "rectification": reports.rectification_name,
        "summary": reports.summary_name,
        "circular": reports.circular_name,
        "patrol": reports.patrol_name,
        "minutes": reports.minutes_name,
        "satisfaction": reports.satisfaction_name,
        "plan": reports.plan_coverage_name,
        "complaints": reports.complaints_name,
        EVALUATION: reports.evaluation_name,
        "training": reports.training_name,
    }
    return names[kind](extent)


def write_all(
    reports: "Reports",
    folder: Path,
    extent: "Extent",
    form: Path | None = None,
    progress: Progress = unheard,
    edition: Edition = Edition.WHOLE,
    *,
    goes_out: bool = True,
    generated: bool = False,
) -> PaperSet:
    """Write every kind into a folder, made if missing, and a record for each visit into one in it.

    Records are written in one `edition`; beside the circular's workbook goes its letter.

    An evaluation is one of them once it was published. Notices are not: each draws a number and is
    an act of its own. A file of the same name is replaced: the same line gives the same papers
    again. `goes_out` as of one paper. Raises UnknownSiteError, FileInUseError, CannotWriteError,
    and NothingToExportError where no kind has anything to tell; with a form, what `write_form`
    raises; a faulty one before anything is written.
    """
    if form is not None:
        reports.require_form(form)
    make_folder(folder)
    written: list[tuple[str, tuple[Path, ...]]] = []
    left_out: list[tuple[str, InspectorError]] = []
    filled = None
    for kind in KINDS:
        path = folder / paper_name(reports, kind, extent)
        try:
            if kind == EVALUATION:  # on trial it is for the office alone
                reports.require_published(extent)
            words = {"goes_out": goes_out, "generated": generated}
            paper = write_paper(reports, kind, path, extent, progress, **words)
            written.append((kind, (paper,)))
            if kind == CIRCULAR:
                letter = folder / reports.circular_name(extent, ".docx")
                reports.write_circular(letter, extent, generated=generated)
                written.append((LETTER, (letter,)))
        except NOTHING_TO_TELL as error:
            left_out.append((kind, error))
    try:
        records = reports.write_records(folder / SUBJECTS[edition], extent, edition)
        written.append((RECORD, tuple(records)))
    except NothingToExportError as error:
        left_out.append((RECORD, error))
    if form is not None:  # also where there is nothing to report, which it says then
        name = reports.form_name(form, extent)
        filled = reports.fill_form(folder / name, extent, form, progress)
        written.append((FORM, (filled.path,)))
    if not written:
        raise NothingToExportError
    return PaperSet(tuple(written), tuple(left_out), filled)
