"""The minutes of one meeting, as a function that another process can be told to run."""

from pathlib import Path

from inspector.excel.sheet.export_progress import Progress
from inspector.storage.stores.meeting_store import MeetingStore
from inspector.workspace.workspace import Workspace

LONG = 100
"""Findings told in a meeting: more, each with its history and photo, and the window would pause."""


def are_long(opened: Workspace, meeting_id: str) -> bool:
    """Tell whether the minutes of a meeting tell of so much that they take seconds."""
    return len(MeetingStore(opened.database).agenda(meeting_id)) > LONG


def minutes(meeting_id: str, opened: Workspace, path: Path, hear: Progress) -> None:
    """Write the minutes."""
    opened.reports.write_minutes_of(path, meeting_id, hear)
