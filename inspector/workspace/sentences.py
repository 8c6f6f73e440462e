"""Every refusal as one clear sentence with its place; shared by the window and the command line.

A test asserts that every expected error and every fault has its sentence here.
"""

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from inspector.domain import errors
from inspector.domain.errors import (
    Fault,
    FaultyFileError,
    InspectorError,
    Problem,
    RefusedInputError,
)
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.rosters import RosterPreview


def sentence(error: InspectorError) -> str:
    """Return what went wrong and what can be done, in the language in use.

    For a faulty file that is how many problems it has; `problem_sentences` lists them.
    """
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    raise KeyError(type(error))


def problem_sentences(error: InspectorError) -> list[str]:
    """Return a line for every problem of a faulty file, in its order; else nothing."""
    if not isinstance(error, FaultyFileError | RefusedInputError):
        return []
    return [problem_sentence(problem) for problem in error.problems]


def problem_sentence(problem: Problem) -> str:
    """Return a problem as `place: what is wrong, what was expected`."""
    said = tr(_FAULTS[problem.fault], found=problem.found, expected=problem.expected)
    if problem.fault in (Fault.NOT_ONE_OF, Fault.UNKNOWN_KEY):
        words = problem.expected.replace("、", ", ").split(", ")
        near = get_close_matches(problem.found, words, 1)
        if near:
            said += tr(" Did you mean “{word}”?", word=near[0])
    return f"{problem.place}  {said}" if problem.place else said


def roster_sentences(preview: "RosterPreview") -> list[str]:
    """Return what taking in a roster would do, or did, line by line."""
    lines = [
        tr(
            "{sites} sites ({new} new), {windows} windows: {added} new, {changed} changed,"
            " {same} unchanged",
            sites=len(preview.sites),
            new=preview.new_sites,
            windows=len(preview.windows),
            added=preview.new_windows,
            changed=preview.changed_windows,
            same=preview.unchanged_windows,
        )
    ]
    if preview.kept:
        lines.append(tr("Not in the file, kept: {names}", names="、".join(preview.kept)))
    if preview.ignored_sheets:
        names = "、".join(preview.ignored_sheets)
        lines.append(tr("Sheets without a roster, not read: {names}", names=names))
    if preview.ignored_columns:
        names = "、".join(preview.ignored_columns)
        lines.append(tr("Columns not read: {names}", names=names))
    return lines


def _faulty(error: FaultyFileError) -> str:
    count = len(error.problems)
    return tr("{name}: {count} problems, nothing was taken in.", name=error.name, count=count)


def _not_a_workbook(error: errors.NotAWorkbookError) -> str:
    from inspector.excel.opening import Refusal

    words: dict[str, str] = {
        Refusal.OLD_FORMAT: tr("{path} is in an old format. Save it as .xlsx first."),
        Refusal.STRICT: tr("{path} is a strict Open XML file. Save it as a plain .xlsx first."),
        Refusal.PASSWORD: tr("{path} is protected by a password. Remove it first."),
        Refusal.TOO_LARGE: tr("{path} is too large to be a list of this program."),
    }
    other = tr("{path} is not an .xlsx workbook, or it is damaged. Save it as .xlsx first.")
    return words.get(error.reason, other).format(path=error.path)


def _path(text: Callable[[], str]) -> Callable[[Any], str]:
    """Return a maker of sentences about a path; `text` is called late, in today's language."""
    return lambda error: text().format(path=error.path, reason=_reason(error.reason))


def _reason(words: str) -> str:
    """Return the system's or SQLite's reason in the language in use; unknown ones as they are."""
    for part, reason in _REASONS.items():
        if part in words.casefold():
            return tr(reason)
    return words


def _mark(text: str) -> str:
    """Mark a sentence for the catalogue without translating it yet."""
    return text


_REASONS = {
    "permission denied": _mark("permission denied"),
    "access is denied": _mark("permission denied"),
    "no such file": _mark("the folder does not exist"),
    "cannot find the path": _mark("the folder does not exist"),
    "not a directory": _mark("the folder does not exist"),
    "no space left": _mark("the disk is full"),
    "not enough space": _mark("the disk is full"),
    "disk is full": _mark("the disk is full"),
    "read-only": _mark("the disk or folder is read-only"),
    "readonly": _mark("the disk or folder is read-only"),
    "is a directory": _mark("it is a folder"),
    "locked": _mark("another program holds it"),
    "being used by another": _mark("another program holds it"),
    "disk i/o": _mark("the disk reports an error"),
    "input/output": _mark("the disk reports an error"),
    "not a database": _mark("it is not a database of this program"),
    "another program": _mark("it is not a database of this program"),
    "malformed": _mark("its content is damaged"),
    "empty": _mark("the file is empty"),
    "unable to open": _mark("permission denied"),
}
"""Parts of the words of Linux, macOS, Windows and SQLite, in lower case."""

_SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    errors.FaultyFileError: _faulty,
    errors.RefusedInputError: lambda error: tr("This cannot be kept; nothing was changed."),
    errors.NotFoundError: _path(lambda: tr("{path} does not exist.")),
    errors.NotAWorkbookError: _not_a_workbook,
    errors.CannotReadError: _path(lambda: tr("{path} cannot be read: {reason}.")),
    errors.CannotWriteError: _path(
        lambda: tr("{path} cannot be written: {reason}. Nothing was changed.")
    ),
    errors.FileInUseError: _path(
        lambda: tr("{path} is open in another program. Close it there, or choose another name.")
    ),
    errors.NewerDatabaseError: _path(
        lambda: tr("{path} was written by a newer version of this program. Update the program.")
    ),
    errors.DamagedDatabaseError: _path(
        lambda: tr("{path} is damaged and was left untouched: {reason}.")
    ),
    errors.UnknownPackError: lambda error: tr("There is no checklist “{id}”.", id=error.pack_id),
    errors.UnknownSiteError: lambda error: tr("There is no site “{name}”.", name=error.name),
    errors.NotOpenError: lambda error: tr("This inspection is completed and cannot be changed."),
    errors.IncompleteInspectionError: lambda error: tr(
        "{count} items are still unanswered.", count=error.missing
    ),
    errors.UnexplainedError: lambda error: tr(
        "{count} vetoes or bonuses have no reason yet.", count=error.count
    ),
    errors.NothingInspectedError: lambda error: tr("No window is left to inspect."),
    errors.NothingToExportError: lambda error: tr(
        "There is no completed inspection in this period."
    ),
}


_FAULTS: dict[Fault, str] = {
    Fault.MISSING: _mark("“{expected}” is missing."),
    Fault.UNKNOWN_KEY: _mark("“{found}” is not known here; known: {expected}."),
    Fault.NOT_TEXT: _mark("“{found}” is not text."),
    Fault.NOT_A_NUMBER: _mark("“{found}” is not a number."),
    Fault.NOT_A_WHOLE_NUMBER: _mark("“{found}” is not a whole number."),
    Fault.NOT_YES_OR_NO: _mark("“{found}” is not yes or no."),
    Fault.NOT_A_LIST: _mark("“{found}” is not a list."),
    Fault.NOT_A_TABLE: _mark("“{found}” is not a table."),
    Fault.TOO_PRECISE: _mark("“{found}” has more than two decimals."),
    Fault.OUT_OF_RANGE: _mark("“{found}” is out of range; allowed: {expected}."),
    Fault.NOT_ONE_OF: _mark("“{found}” does not exist; choose one of: {expected}."),
    Fault.NOT_HERE: _mark("“{found}” has no effect here: {expected}."),
    Fault.DUPLICATE: _mark("“{found}” stands here again; first at {expected}."),
    Fault.UNREADABLE: _mark("This cannot be read: {found}."),
    Fault.WEIGHTS_NOT_100: _mark("The weights add up to {found} instead of 100."),
    Fault.BANDS_NOT_ASCENDING: _mark("The limit {found} is not above the one before."),
    Fault.LAST_BAND_BOUNDED: _mark("The last band must have no limit, but has {found}."),
    Fault.OPEN_BAND_NOT_LAST: _mark("Only the last band may have no limit."),
    Fault.BEST_NOT_FULL: _mark("The best case gives {found} points instead of full {expected}."),
    Fault.POINTS_NOT_DESCENDING: _mark("{found} points are not fewer than the case before."),
    Fault.GRADES_NOT_DESCENDING: _mark("The bound {found} is not below the grade before."),
    Fault.LAST_GRADE_NOT_ZERO: _mark("The last grade must begin at 0, not {found}."),
    Fault.NO_ITEMS: _mark("There is no {expected} here."),
    Fault.FORMULA: _mark("There is a formula, {found}, where a value belongs."),
    Fault.NO_ROSTER: _mark("No sheet has a header row with: {expected}."),
    Fault.NO_ROWS: _mark("There is no row below the header."),
    Fault.CONFLICT: _mark("“{found}” contradicts “{expected}” said of the same window before."),
}
