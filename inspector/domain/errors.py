"""What can be refused. Errors carry facts; `workspace.sentences` turns them into a sentence."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # no first page tells of a fault
    from inspector.domain.faults import Problem


class InspectorError(Exception):
    """Root of everything that is expected to go wrong and is told to the user."""


class FaultyFileError(InspectorError):
    """A file that somebody made is refused whole; every problem in it is listed."""

    def __init__(self, name: str, problems: "list[Problem]") -> None:
        super().__init__(name, problems)
        self.name = name
        self.problems = problems


class NotBroughtOverError(FaultyFileError):
    """A checklist would not be one in another version that was to be made of it."""


class FaultyFormError(FaultyFileError):
    """A superior's form cannot be filled; every problem in it is listed."""


class RefusedInputError(InspectorError):
    """What was typed into a form is refused; every problem is listed, its place a field."""

    def __init__(self, problems: "list[Problem]") -> None:
        super().__init__(problems)
        self.problems = problems


class TextFault(Enum):
    """Why a text cannot be that of a letter."""

    EMPTY = auto()
    LONG_TEXT = auto()
    LONG_PARAGRAPH = auto()
    CHARACTER = auto()  # no paper can hold it


class LetterTextError(InspectorError):
    """The text of a letter is refused; `line` counts from 1, `most` characters are allowed."""

    def __init__(self, fault: TextFault, line: int = 0, most: int = 0, found: str = "") -> None:
        super().__init__(fault, line, most, found)
        self.fault = fault
        self.line = line
        self.most = most
        self.found = found


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


class ProcessEndedError(InspectorError):
    """A process of ours beside this one was killed, or out of memory; `how` says what ended it."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


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


class NotAnArchiveError(_PathError):
    """The file or folder is no archive of this program, nor any other bag."""


class DamagedBackupError(_PathError):
    """The backup is not what was written."""


class MissingVolumeError(_PathError):
    """The backup was written into several files, and this one of them is not there."""


class PassphraseNeededError(_PathError):
    """The backup is locked; `reason` says when it was made, as far as that is known."""


class WrongPassphraseError(_PathError):
    """The passphrase opens no backup that is locked with the key at `path`."""


class ShortPassphraseError(InspectorError):
    """A passphrase has less than `least` characters."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class RuledError(InspectorError):
    """An administrator has ruled otherwise: `key` of the policy says `value`."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__(key, value)
        self.key = key
        self.value = value


class SeveralBackupsError(InspectorError):
    """The folder holds several backups; of each its name, newest day, and whether it is locked."""

    def __init__(self, path: Path, copies: Sequence[tuple[str, date | None, bool]]) -> None:
        super().__init__(path, copies)
        self.path = path
        self.copies = tuple(copies)


class BackupDriveMissingError(_PathError):
    """The folder that takes the second copy is not there."""


class UnknownPackError(InspectorError):
    """No pack has this id."""

    def __init__(self, pack_id: str) -> None:
        super().__init__(pack_id)
        self.pack_id = pack_id


class PackChangedError(InspectorError):
    """Another process has kept this version of a pack meanwhile, with something else in it."""

    def __init__(self, title: str, version: str) -> None:
        super().__init__(title, version)
        self.title, self.version = title, version


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


class NotPublishedError(InspectorError):
    """The evaluation of these days was not published: what it would come to goes out by itself."""


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
    """Words are wanted that were not given.

    `what` is reason, approver, note, owner, rechecker, name or content.

    `number` is that of the finding or complaint that lacks them, where it is not all of them.
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


class NoTrainingError(InspectorError):
    """Nothing went wrong often enough in the period to be trained, and nothing was."""


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


class NoSurveyError(InspectorError):
    """Nobody was asked how satisfied they are in the period."""


class SheetReplacedError(InspectorError):
    """Another sheet of the survey stands for this one already: that one is to be corrected."""


class FindingRaisedError(InspectorError):
    """The sheet or complaint has raised the finding `number` already."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number
