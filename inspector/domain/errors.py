"""What can be refused. Errors carry facts; `workspace.sentences` turns them into a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import TypeAlias


class InspectorError(Exception):
    """Root of everything that is expected to go wrong and is told to the user."""


class Fault(Enum):
    """What is wrong at one place of a file that somebody made."""

    # any file
    MISSING = auto()  # expected: what belongs there
    UNKNOWN_KEY = auto()  # found; expected: the keys that exist
    NOT_TEXT = auto()
    NOT_A_NUMBER = auto()
    NOT_A_WHOLE_NUMBER = auto()
    NOT_A_DATE = auto()  # found; expected: how days are written
    NOT_YES_OR_NO = auto()
    NOT_A_LIST = auto()
    NOT_A_TABLE = auto()
    TOO_PRECISE = auto()  # more than two decimals
    OUT_OF_RANGE = auto()  # expected: the range
    NOT_ONE_OF = auto()  # expected: the words that exist
    NOT_HERE = auto()  # found: what has no effect here; expected: why
    DUPLICATE = auto()  # expected: where it stands already
    TAKEN = auto()  # found: a name that something else has
    ENDED = auto()  # found: a name of something that ended
    BLANK_ENTRY = auto()  # found: the list with an empty entry
    UNREADABLE = auto()  # found: the parser's words
    TOO_LONG = auto()  # expected: the most characters
    NO_FILE = auto()  # the place is the file's name
    NO_SHEET = auto()  # found: the sheets that are there; expected: those that are not
    # packs
    WEIGHTS_NOT_100 = auto()  # found: the sum
    BANDS_NOT_ASCENDING = auto()
    LAST_BAND_BOUNDED = auto()
    OPEN_BAND_NOT_LAST = auto()
    BEST_NOT_FULL = auto()  # found: best points; expected: full
    POINTS_NOT_DESCENDING = auto()
    GRADES_NOT_DESCENDING = auto()
    LAST_GRADE_NOT_ZERO = auto()
    NO_ITEMS = auto()
    NOTHING_COUNTS = auto()  # no item of the whole pack can earn points
    TOO_FEW = auto()  # expected: the fewest there have to be
    ONE_LINE = auto()  # found: the sign between what belongs on lines of their own
    EACH_ABOVE_FULL = auto()  # found: the points of one deduction; expected: full
    SAME_TEXT = auto()  # found: the text of two items; expected: where it stands already
    MERGED = auto()  # found: what a merged cell says of two items; expected: where it begins
    # rosters
    FORMULA = auto()
    NO_ROSTER = auto()  # no sheet with a roster's header
    NO_ROWS = auto()
    CONFLICT = auto()  # found; expected: what the same window said before
    EXCEL_DAY = auto()  # found: the day or time that Excel made of what was typed
    # forms
    UNKNOWN_PLACEHOLDER = auto()  # found; expected: the words that exist
    UNCLOSED = auto()  # found: a text with braces that do not belong together
    TWO_KINDS_OF_ROWS = auto()  # found: the word of the second kind
    TALL_ROW = auto()  # found: the merged area
    NO_PLACEHOLDER = auto()
    HUGE_AREA = auto()  # found: the merged area or link
    # returned ledgers and reply slips
    NO_LEDGER = auto()  # no sheet with a ledger's header
    UNKNOWN_NUMBER = auto()  # found: no finding has it
    NO_NUMBER = auto()  # something is filled in where no finding is named
    NO_COLUMN = auto()  # expected: the column without which no row can be taken
    MISSING_COLUMN = auto()  # expected: a column to be filled in
    UNREAD_COLUMN = auto()  # found: a column of theirs; expected: ours, which is not there
    OTHER_FINDING = auto()  # found: what the cell says; expected: what ours with this number says
    OTHER_LAPTOP = auto()  # found: a number; expected: the code in it that is none of this folder
    NOT_THIS_NUMBER = auto()  # found: the number; expected: that of the finding the row is about
    NOBODYS_PICTURE = auto()  # it lies in no row of a finding
    NOT_A_DAY = auto()
    NO_PICTURE = auto()  # a cell has a picture whose bytes are not in the file
    WHOSE_PICTURE = auto()  # this row's, or that of a hidden one above
    BROKEN_PICTURE = auto()  # damaged, too large, or of a kind that is not read
    # the holidays of a year
    OTHER_YEAR = auto()  # found: a day; expected: the year of the others
    NO_WEEKEND = auto()  # found: a day worked in exchange that is worked anyway
    NO_STATUTORY_DAY = auto()  # found: the year; expected: the days that are missing


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault with its place: `file:line` or `sheet!cell`."""

    place: str
    fault: Fault
    found: str = ""
    expected: str = ""
    more: int = 0  # other places where the very same is wrong


class FaultyFileError(InspectorError):
    """A file that somebody made is refused whole; every problem in it is listed."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        super().__init__(name, problems)
        self.name = name
        self.problems = problems


class FaultyFormError(FaultyFileError):
    """A superior's form cannot be filled; every problem in it is listed."""


class RefusedInputError(InspectorError):
    """What was typed into a form is refused; every problem is listed, its place a field."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


class _PathError(InspectorError):
    """An error about one file or folder."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(str(path), reason)
        self.path = path
        self.reason = reason


class NotFoundError(_PathError):
    """The file or folder does not exist."""


class NotAWorkbookError(_PathError):
    """The file is no .xlsx workbook, or a damaged one."""


class CannotReadError(_PathError):
    """The system refuses to read the file."""


class CannotWriteError(_PathError):
    """The system refuses to write there: read-only, vanished, full."""


class NoRoomError(CannotWriteError):
    """What is to be written would not fit: `needed` bytes, of which `free` are there."""

    def __init__(self, path: Path, needed: int, free: int) -> None:
        super().__init__(path, "disk is full")
        self.needed = needed
        self.free = free


class NotAsWrittenError(CannotWriteError):
    """What is at the place of a file that was just written is not what was written there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "it reads back otherwise")


class DataGoneError(CannotWriteError):
    """The open data file is no longer at its place: deleted, renamed, or its drive unplugged."""


class DataReplacedError(CannotWriteError):
    """Another data file was put where the open one was."""


class LogGoneError(CannotWriteError):
    """The log of the open data file was deleted, moved away, replaced or cut short."""


class DataAwayError(_PathError):
    """There is no data at `path`, but at `copy` what could not be written there last time."""

    def __init__(self, path: Path, copy: Path) -> None:
        super().__init__(path)
        self.copy = copy


class UnsavedError(InspectorError):
    """What is asked for needs everything on the disk, and `count` entries are not yet."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class FileInUseError(_PathError):
    """Another program holds the file open."""


class NewerDatabaseError(_PathError):
    """The database was written by a newer version of this program."""


class DamagedDatabaseError(_PathError):
    """The database file is not a readable database. `untouched`: this run wrote nothing into it."""

    def __init__(self, path: Path, reason: str = "", *, untouched: bool = True) -> None:
        super().__init__(path, reason)
        self.untouched = untouched


class OldSqliteError(InspectorError):
    """The SQLite of this Python, `found`, is older than `least`."""

    def __init__(self, found: str, least: str) -> None:
        super().__init__(found, least)
        self.found = found
        self.least = least


MachineError: TypeAlias = CannotReadError | CannotWriteError | DamagedDatabaseError
MACHINE_ERRORS = (CannotReadError, CannotWriteError, DamagedDatabaseError)
"""What the machine is at fault for, and nobody's input: tried again later, it may go well."""


class FolderInUseError(_PathError):
    """Another process has the data folder open."""


class NotABackupError(_PathError):
    """The file or folder holds no backup of this program."""


class DamagedBackupError(_PathError):
    """The backup is not what was written."""


class SeveralBackupsError(_PathError):
    """The folder holds the backups of several data folders; `reason` names them."""


class BackupDriveMissingError(_PathError):
    """The folder that takes the second copy is not there."""


class UnknownPackError(InspectorError):
    """No pack has this id."""

    def __init__(self, pack_id: str) -> None:
        super().__init__(pack_id)
        self.pack_id = pack_id


class UnknownSiteError(InspectorError):
    """No site has this name; `near` is one that may have been meant, or blank."""

    def __init__(self, name: str, near: str = "") -> None:
        super().__init__(name, near)
        self.name = name
        self.near = near


class NotOpenError(InspectorError):
    """The inspection is completed or in the bin; it cannot be changed."""


class IncompleteInspectionError(InspectorError):
    """Completion is refused: `missing` items are unanswered."""

    def __init__(self, missing: int) -> None:
        super().__init__(missing)
        self.missing = missing


class UnexplainedError(InspectorError):
    """Completion is refused: `count` vetoes, bonuses or corrections have no word of why or how."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class NoInspectorError(InspectorError):
    """A visit is completed by somebody, and nobody is named on it."""


class NothingInspectedError(InspectorError):
    """Completion is refused: every window was left out."""


class NothingToExportError(InspectorError):
    """The period and site hold no completed inspection."""


class NothingToNotifyError(InspectorError):
    """No finding of the sites and days is still to be put right."""


class ChangedFileError(_PathError):
    """The file is no longer what was looked at."""


class UnknownInspectionError(InspectorError):
    """No visit has this id."""

    def __init__(self, inspection_id: str) -> None:
        super().__init__(inspection_id)
        self.inspection_id = inspection_id


class SeveralVisitsError(InspectorError):
    """One workbook is wanted of `count` visits."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class NoPatrolError(InspectorError):
    """The period and site hold no completed patrol."""


class UnknownFindingError(InspectorError):
    """No finding has this number or id."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class IllegalTransitionError(InspectorError):
    """A step is refused where the finding stands. `tried` and `state` are values of their enums."""

    def __init__(self, number: str, tried: str, state: str) -> None:
        super().__init__(number, tried, state)
        self.number = number
        self.tried = tried
        self.state = state


class DeadlineNotLaterError(InspectorError):
    """An extension has to lead to a later day than the deadline it extends."""

    def __init__(self, number: str, deadline: date) -> None:
        super().__init__(number, deadline)
        self.number = number
        self.deadline = deadline


class NeedsExtensionError(InspectorError):
    """Assigning anew cannot put the deadline off: that takes a reason and an approver."""

    def __init__(self, number: str, deadline: date) -> None:
        super().__init__(number, deadline)
        self.number = number
        self.deadline = deadline


class NotLowerError(InspectorError):
    """A downgraded deduction has to be smaller than the one found, and not negative."""

    def __init__(self, number: str, deduction: int) -> None:
        super().__init__(number, deduction)
        self.number = number
        self.deduction = deduction  # hundredths


class MissingWordError(InspectorError):
    """Words are wanted that were not given: `what` is reason, approver, note, owner or name.

    `number` is that of the finding that lacks them, where it is not all of them.
    """

    def __init__(self, what: str, number: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.number = number


class DaysOutOfOrderError(InspectorError):
    """A last day before the first, or more than `most` days from one to the other."""

    def __init__(self, first: date, last: date, most: int) -> None:
        super().__init__(first, last, most)
        self.first = first
        self.last = last
        self.most = most


class NothingToRevertError(InspectorError):
    """The last step is not of today, is somebody else's, or cannot be taken back."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NotCompletedError(InspectorError):
    """Only a completed inspection can be signed or amended."""


class AlreadySignedError(InspectorError):
    """The record bears a signature, or a refusal; it is given once."""


class SealBrokenError(InspectorError):
    """The record no longer is what was sealed: nothing is signed, and nothing added to it."""


class WrongKindError(InspectorError):
    """The visit is of another kind: a patrol has no answers, an inspection no entries."""


class NothingDueError(InspectorError):
    """The site has no finding to recheck."""


class _NamedFileError(InspectorError):
    """An error about one file to take in as evidence; no name: it was pasted."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotAPictureError(_NamedFileError):
    """The file is named like a picture, or was pasted as one, but holds something else."""


class BrokenPictureError(_NamedFileError):
    """The picture is damaged or incomplete."""


class ProgramFileError(_NamedFileError):
    """The file is a program or script; opening it would run it."""


class PictureTooLargeError(_NamedFileError):
    """The picture has `megapixels`, more than the `most` that are taken in."""

    def __init__(self, name: str, megapixels: int, most: int) -> None:
        super().__init__(name)
        self.megapixels = megapixels
        self.most = most


class PictureFileTooLargeError(_NamedFileError):
    """The picture's file has `megabytes`, more than the `most` that are taken in."""

    def __init__(self, name: str, megabytes: int, most: int) -> None:
        super().__init__(name)
        self.megabytes = megabytes
        self.most = most


class NoMeetingError(InspectorError):
    """No morning meeting was held in the period."""


class NotTakenInError(InspectorError):
    """Of several files to take in as evidence some were refused, each for its own reason."""

    def __init__(self, refusals: Sequence[InspectorError]) -> None:
        super().__init__(*refusals)
        self.refusals = tuple(refusals)


class MeetingEndedError(InspectorError):
    """The meeting is over; its minutes are fixed."""


class MeetingDecidedError(InspectorError):
    """Something was decided at the meeting: it cannot be discarded, only ended."""


class NotLaterError(InspectorError):
    """The clock is behind `moment`, which was written down before."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment)
        self.moment = moment
