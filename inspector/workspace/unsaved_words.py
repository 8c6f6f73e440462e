"""Why something is not saved yet, and the way out, as one or two sentences."""

from collections.abc import Sequence
from pathlib import Path

from inspector.domain.errors import (
    MACHINE_ERRORS,
    DamagedDatabaseError,
    DataGoneError,
    DataReplacedError,
    InspectorError,
    LogGoneError,
    MachineError,
    UnsavedError,
)
from inspector.translation import tr, tr_count
from inspector.workspace.fault_sentences import on_one_line
from inspector.workspace.sentences import sentence
from inspector.workspace.system_words import system_reason


def waiting_sentence(error: MachineError, count: int) -> str:
    """Return what happened, that what was entered is kept, and what to do."""
    kept = tr_count(
        count,
        "1 entry is not saved yet and stays in this window.",
        "{count} entries are not saved yet and stay in this window.",
    )
    return on_one_line(_joined(_cause(error), kept, _way_out(error)))


def refused_sentence(refused: UnsavedError, error: MachineError) -> str:
    """Return that something else has to wait for it, and what to do."""
    return on_one_line(_joined(sentence(refused), _cause(error), _way_out(error)))


def left_sentence(
    saved: int,
    lost: Sequence[tuple[Exception, Path | None]],
    unreadable: Sequence[Path],
) -> str:
    """Return what of an earlier run's leavings could not be written, where it is, what could."""
    said = [lost_sentence(error, kept) for error, kept in lost[:1]]  # they share a cause
    said += [
        tr(
            "{path} was to hold what could not be saved last time, and cannot be read: please look"
            " through what was entered last.",
            path=path,
        )
        for path in unreadable
    ]
    return on_one_line(_joined(*said, *([recovered_sentence(saved)] if saved else [])))


def lost_sentence(error: Exception, kept: Path | None) -> str:
    """Return that something that waited can never be written, and where it is kept."""
    if isinstance(error, InspectorError):
        said = sentence(error)
    elif isinstance(error, LookupError):
        said = tr("The visit is not there.")
    else:
        said = tr("The program made a mistake over it.")
    where = tr("What was not saved of it is kept in {path}.", path=kept) if kept else ""
    return on_one_line(_joined(said, where) if where else said)


def not_kept_sentence(name: str, place: str, error: InspectorError) -> str:
    """Return what was not kept, where it was to belong, and why; without a name it was pasted."""
    what = name or tr("Pasted picture")
    why = _cause(error) if isinstance(error, MACHINE_ERRORS) else sentence(error)
    return on_one_line(tr("{name} ({place}): {reason}", name=what, place=place, reason=why))


def _joined(*sentences: str) -> str:
    """Return sentences one after the other, as the language in use has it."""
    said, *others = sentences
    for other in others:
        said = tr("{sentence} {next}", sentence=said, next=other)
    return said


def recovered_sentence(count: int) -> str:
    """Return that what an earlier run left is on the disk now."""
    return tr_count(
        count,
        "1 entry that the last run could not save is saved now.",
        "{count} entries that the last run could not save are saved now.",
    )


def _cause(error: MachineError) -> str:
    if isinstance(error, DataGoneError):
        return tr("The data file {path} is no longer there.", path=error.path)
    if isinstance(error, DataReplacedError):
        return tr("Another data file was put in the place of {path}.", path=error.path)
    if isinstance(error, LogGoneError):
        return tr(
            "{path}, which holds what was saved last, was deleted or changed by another program.",
            path=error.path,
        )
    if isinstance(error, DamagedDatabaseError):
        return sentence(error)
    return tr("The data cannot be written: {reason}.", reason=system_reason(error.reason))


def _way_out(error: MachineError) -> str:
    if isinstance(error, DataGoneError):
        return tr("Plug the drive in again or put the folder back, then “Try again” (F5).")
    if isinstance(error, DataReplacedError | LogGoneError):
        return tr("Close the program and open it again: they are saved then.")
    if isinstance(error, DamagedDatabaseError):
        return tr(
            "They are kept beside it; “Bring a backup back” (F6) leads to the newest sound one."
        )
    # As SQLite says it, or the system: what a database or a photo could not be written for.
    words, reason = error.reason.casefold(), system_reason(error.reason)
    if "full" in words or reason == tr("the disk is full"):
        return tr(
            "Make room on the disk; it is tried again by itself, or at once by “Try again” (F5)."
        )
    if "locked" in words:
        return tr(
            "Close the other program; it is tried again by itself, or at once by “Try again” (F5)."
        )
    if "unable to open" in words or reason in (
        tr("the disk or folder is read-only"),
        tr("permission denied"),
    ):
        return tr(
            "Allow writing to it again; it is tried again by itself, or at once by"
            " “Try again” (F5)."
        )
    return tr(
        "Look whether the drive sits firmly, then “Try again” (F5). If that does not help,"
        " close the program and open it again: they are saved then."
    )
