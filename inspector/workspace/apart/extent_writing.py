"""Papers of an extent, each as a function that another process can be told to run."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from inspector.excel.sheet.export_progress import Progress, part_of
from inspector.workspace.apart.ledger_apart import SentLedger, written_ledger
from inspector.workspace.apart.written_apart import LONG, write_beside
from inspector.workspace.extent import Extent
from inspector.workspace.papers.form_papers import FilledForm
from inspector.workspace.workspace import Workspace

_READ = 0.15
"""Of the time that a ledger takes: reading its findings."""


def is_long(opened: Workspace, extent: Extent) -> bool:
    """Tell whether the papers of an extent tell of so much that they take seconds."""
    period = extent.period
    return opened.finding_store.are_more_between(period.first, period.last, LONG)


def rectification(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> SentLedger:
    """Write the ledger; return what there is to record of it."""
    hear(0, 1)
    draft = opened.reports.rectification_draft(extent)
    return written_ledger(opened, draft, path, part_of(hear, _READ, 1))


def fill_form(
    workspace: Workspace, form: Path, extent: Extent, path: Path, hear: Progress, *, is_long: bool
) -> FilledForm:
    """Fill a superior's form with an extent, on this thread or, if it is long, in a process.

    Raises what filling it and writing it apart raise.
    """
    workspace.reports.refuse_form_itself(path, form)
    filled = write_beside(workspace, partial(_form, form, extent), path, hear, is_long=is_long)
    return replace(filled, path=path)


def _form(form: Path, extent: Extent, opened: Workspace, path: Path, hear: Progress) -> FilledForm:
    return opened.reports.fill_form(path, extent, form, hear)


def summary(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the summary."""
    opened.reports.write_summary(path, extent, hear)


def evaluation(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the evaluation."""
    opened.reports.write_evaluation(path, extent, hear)


def circular(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the circular with what comes with it, or its letter, by the path's ending."""
    opened.reports.write_circular(path, extent, hear)


def circular_of_open(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the circular; its list has what is not closed."""
    opened.reports.write_circular(path, extent, hear, open_only=True)


def patrol_record(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the record of patrols."""
    opened.reports.write_patrol(path, extent, hear)


def satisfaction(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the table of satisfaction."""
    opened.reports.write_satisfaction(path, extent)


def plan_coverage(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write what is covered of plans."""
    opened.reports.write_plan_coverage(path, extent)


def complaints(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the register of complaints."""
    opened.reports.write_complaints(path, extent, hear)


def training(extent: Extent, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write what to train."""
    opened.reports.write_training(path, extent, hear)
