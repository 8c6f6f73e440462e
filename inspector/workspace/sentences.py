"""Every refusal as one clear sentence with its place; shared by the window and the command line.

What is wrong in a file, problem by problem, is told by `fault_sentences`. A test asserts that every
expected error and every fault has its sentence.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from inspector.domain import errors
from inspector.domain.checklist.points import format_points
from inspector.domain.complaint import complaint_errors
from inspector.domain.complaint.complaint import ComplaintState
from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.errors import (
    FaultyFileError,
    InspectorError,
    RefusedInputError,
)
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.personal import personal_errors
from inspector.domain.plan.plan_errors import NoPlanError, UnknownPlanError
from inspector.translation import mark, tr, tr_count
from inspector.workspace.data_file_words import (
    data_away_sentence,
    data_gone_sentence,
    data_replaced_sentence,
    log_gone_sentence,
)
from inspector.workspace.fault_sentences import field_sentence, on_one_line, problem_sentence
from inspector.workspace.finding_state_words import event_word, state_word
from inspector.workspace.policy.ruling_words import ruled_sentence
from inspector.workspace.stories.city_sentences import CITY_SENTENCES
from inspector.workspace.stories.complaint_words import complaint_state_word, step_to_take
from inspector.workspace.stories.erasure_words import obstacle_word
from inspector.workspace.stories.sharing_sentences import SHARING_SENTENCES
from inspector.workspace.system_words import system_reason
from inspector.workspace.way_out import (
    cannot_read_sentence,
    cannot_write_sentence,
    damaged_sentence,
    no_room_sentence,
)

MOST_TOLD = 200
"""Problems of a file that are told one by one; nobody reads more before mending some."""


def sentence(error: InspectorError) -> str:
    """Return what went wrong and what can be done, in the language in use.

    For a faulty file that is how many problems it has; `problem_sentences` lists them.
    """
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return on_one_line(_SENTENCES[kind](error))
    raise KeyError(type(error))


def checked_sentence(error: InspectorError) -> str:
    """Return what is wrong with a file that was only looked at."""
    if not isinstance(error, FaultyFileError):
        return sentence(error)
    count = len(error.problems)
    return on_one_line(
        tr_count(count, "{name}: 1 problem.", "{name}: {count} problems.", name=error.name)
    )


def problem_sentences(error: InspectorError) -> list[str]:
    """Return a line for every problem of a faulty file, in its order; else nothing."""
    if isinstance(error, errors.NotTakenInError) and len(error.refusals) > 1:
        return [sentence(each) for each in error.refusals]
    if not isinstance(error, FaultyFileError | RefusedInputError):
        return []
    told_of = field_sentence if isinstance(error, RefusedInputError) else problem_sentence
    told = [told_of(problem) for problem in error.problems[:MOST_TOLD]]
    return told + rest_told(len(error.problems) - len(told))


def rest_told(count: int) -> list[str]:
    """Return the line about `count` more things that are not told; nothing when there are none."""
    return [tr_count(count, "… and 1 more.", "… and {count} more.")] if count > 0 else []


def _copy_words(name: str, day: date | None, is_locked: bool) -> str:
    """Return which of several backups this is."""
    if day is None:
        return name
    if is_locked:
        return tr("{name} (of {day}, locked)", name=name, day=day)
    return tr("{name} (of {day}, not locked)", name=name, day=day)


def _unknown_site(error: errors.UnknownSiteError) -> str:
    said = tr("There is no site “{name}”.", name=error.name)
    return said + (tr(" Did you mean “{word}”?", word=error.near) if error.near else "")


def _faulty(error: FaultyFileError) -> str:
    count = len(error.problems)
    return tr_count(
        count,
        "{name}: 1 problem, nothing was imported.",
        "{name}: {count} problems, nothing was imported.",
        name=error.name,
    )


def _not_brought_over(error: errors.NotBroughtOverError) -> str:
    count = len(error.problems)
    return tr_count(
        count,
        "“{name}” stays as it is: 1 problem.",
        "“{name}” stays as it is: {count} problems.",
        name=error.name,
    )


def _faulty_form(error: errors.FaultyFormError) -> str:
    count = len(error.problems)
    return tr_count(
        count,
        "{name}: 1 problem, the form was not filled.",
        "{name}: {count} problems, the form was not filled.",
        name=error.name,
    )


def _not_a_workbook(error: errors.NotAWorkbookError) -> str:
    from inspector.excel.reading.workbook_opening import Refusal

    words: dict[str, str] = {
        Refusal.OLD_FORMAT: tr("{path} is in an old format. Save it as .xlsx first."),
        Refusal.STRICT: tr("{path} is a strict Open XML file. Save it as a plain .xlsx first."),
        Refusal.PASSWORD: tr("{path} is protected by a password. Remove it first."),
        Refusal.TOO_LARGE: tr("{path} is too large to be a list of this program."),
    }
    other = tr("{path} is not an .xlsx workbook, or it is damaged. Save it as .xlsx first.")
    return words.get(error.reason, other).format(path=error.path)


def _not_taken_in(error: errors.NotTakenInError) -> str:
    if len(error.refusals) == 1:
        return sentence(error.refusals[0])
    return tr("{count} files were not taken in.", count=len(error.refusals))


def _path(text: Callable[[], str]) -> Callable[[Any], str]:
    """Return a maker of sentences about a path; `text` is called late, in today's language."""
    return lambda error: text().format(path=error.path, reason=system_reason(error.reason))


def _picture_name(error: Any) -> str:  # noqa: ANN401  # any of the errors about a picture
    return error.name or tr("Pasted picture")


_MISSING_WORDS = {
    "reason": mark("Write the reason first. Nothing was changed."),
    "approver": mark("Write who approves it first. Nothing was changed."),
    "rechecker": mark("Write who rechecked it first. Nothing was changed."),
    "note": mark("Write what there is to say first. Nothing was changed."),
    "owner": mark("Write a department or an owner first. Nothing was changed."),
    "publisher": mark("Write who publishes it first. Nothing was changed."),
    "name": mark("Write a name first. Nothing was changed."),
    "content": mark("Write what was complained of first. Nothing was changed."),
}


def _missing_word(error: errors.MissingWordError) -> str:
    said = tr(_MISSING_WORDS[error.what])
    return tr("{number}: {sentence}", number=error.number, sentence=said) if error.number else said


def _letter_text(error: errors.LetterTextError) -> str:
    words = {
        errors.TextFault.EMPTY: tr("The text is empty. Write it, or go back to the generated one."),
        errors.TextFault.LONG_TEXT: tr("The text is longer than {most} characters. Shorten it."),
        errors.TextFault.LONG_PARAGRAPH: tr(
            "Paragraph {line} is longer than {most} characters. Make two of it."
        ),
        errors.TextFault.CHARACTER: tr(
            "Paragraph {line} has a character that no paper can hold ({found}). Delete it."
        ),
    }
    return words[error.fault].format(line=error.line, most=f"{error.most:,}", found=error.found)


_SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    errors.FaultyFileError: _faulty,
    errors.FaultyFormError: _faulty_form,
    errors.NotBroughtOverError: _not_brought_over,
    errors.LetterTextError: _letter_text,
    personal_errors.UnknownPersonError: lambda error: tr(
        "Nobody and nothing here is named “{name}”.", name=error.name
    ),
    personal_errors.SeveralPersonsError: lambda error: tr(
        "Several people are called “{name}”: {whose}. Say which one.",
        name=error.name,
        whose=tr(", ").join(error.whose),
    ),
    personal_errors.StillNeededError: lambda error: tr(
        "The data of {name} cannot be erased yet: {why}.",
        name=error.name,
        why=tr(", ").join(map(obstacle_word, error.obstacles)),
    ),
    personal_errors.ChangedBeforeErasureError: lambda error: tr_count(
        error.count,
        "1 record that would be touched was changed behind the program. Let it be looked over"
        " first: an erasure must not hide that.",
        "{count} records that would be touched were changed behind the program. Let them be looked"
        " over first: an erasure must not hide that.",
    ),
    personal_errors.PhotoErasedError: lambda error: tr(
        "The photo was erased by rule ({day}).", day=error.day
    ),
    personal_errors.NothingToEraseError: lambda error: tr("Nothing is due to be erased."),
    NoPlanError: lambda error: tr("There is no plan of visits in this period."),
    UnknownPlanError: lambda error: tr("There is no plan of visits “{name}”.", name=error.name),
    errors.NoSurveyError: lambda error: tr("There is no satisfaction sheet in this period."),
    errors.SheetReplacedError: lambda error: tr(
        "Another sheet stands for this one already; correct that one."
    ),
    errors.FindingRaisedError: lambda error: tr(
        "It is in the ledger already, as {number}.", number=error.number
    ),
    errors.RefusedInputError: lambda error: tr("This cannot be kept; nothing was changed."),
    errors.NotFoundError: _path(lambda: tr("{path} does not exist.")),
    errors.NotAWorkbookError: _not_a_workbook,
    errors.CannotReadError: cannot_read_sentence,
    errors.CannotWriteError: cannot_write_sentence,
    errors.NoRoomError: no_room_sentence,
    errors.DataGoneError: data_gone_sentence,
    errors.DataAwayError: data_away_sentence,
    errors.DataReplacedError: data_replaced_sentence,
    errors.LogGoneError: log_gone_sentence,
    errors.UnsavedError: lambda error: tr_count(
        error.count,
        "1 entry is not saved yet; that comes first. Nothing was changed.",
        "{count} entries are not saved yet; that comes first. Nothing was changed.",
    ),
    errors.FileInUseError: _path(
        lambda: tr("{path} is open in another program. Close it there, or choose another name.")
    ),
    errors.ProcessEndedError: lambda error: tr(
        "The work was ended from outside, or memory ran out ({how}). Nothing was changed, and it"
        " says nothing about your data; close other programs and try again.",
        how=error.how,
    ),
    errors.NewerDatabaseError: _path(
        lambda: tr("{path} was written by a newer version of this program. Update the program.")
    ),
    errors.DamagedDatabaseError: damaged_sentence,
    errors.OldSqliteError: lambda error: tr(
        "The SQLite of this computer is {found}; this program needs {least} or newer. Update the"
        " system or its Python. Nothing was changed.",
        found=error.found,
        least=error.least,
    ),
    errors.FolderInUseError: _path(
        lambda: tr(
            "{path} is in use by another run of this program. Close its window first, then try"
            " again."
        )
    ),
    errors.NotAnArchiveError: _path(lambda: tr("{path} is no archive.")),
    errors.NotABackupError: _path(lambda: tr("{path} holds no backup of this program.")),
    errors.DamagedBackupError: _path(
        lambda: tr(
            "The backup {path} is damaged and was not used: {reason}. Nothing was changed;"
            " try an older one."
        )
    ),
    errors.MissingVolumeError: _path(
        lambda: tr(
            "{path} is missing: this backup is in several files. Put them all into one folder and"
            " choose the first one again. Nothing was changed."
        )
    ),
    errors.PassphraseNeededError: _path(
        lambda: tr("{path} ({reason}) is locked: its passphrase is needed to bring it back.")
    ),
    errors.WrongPassphraseError: _path(
        lambda: tr("That is not the passphrase of {path}. Nothing was changed.")
    ),
    errors.ShortPassphraseError: lambda error: tr(
        "A passphrase needs at least {least} characters; several words are easy to keep in mind.",
        least=error.least,
    ),
    errors.RuledError: lambda error: ruled_sentence(error.key, error.value),
    errors.SeveralBackupsError: lambda error: tr(
        "{path} holds several backups; choose one of these folders: {copies}.",
        path=error.path,
        copies=tr(", ").join(_copy_words(*each) for each in error.copies),
    ),
    errors.BackupDriveMissingError: _path(
        lambda: tr(
            "The backup drive is not plugged in: {path}. Plug it in; the copy is made within the"
            " hour, or at once under Data, Backup."
        )
    ),
    errors.PackChangedError: lambda error: tr(
        "Another process has kept version {version} of “{title}” meanwhile. Nothing was changed;"
        " look at it again.",
        title=error.title,
        version=error.version,
    ),
    errors.UnknownPackError: lambda error: tr("There is no checklist “{id}”.", id=error.pack_id),
    errors.UnknownSiteError: _unknown_site,
    errors.NotOpenError: lambda error: tr(
        "This inspection is completed or in the bin and cannot be changed."
    ),
    errors.IncompleteInspectionError: lambda error: tr_count(
        error.missing, "1 item is still unanswered.", "{count} items are still unanswered."
    ),
    errors.UnexplainedError: lambda error: tr_count(
        error.count,
        "1 veto, bonus or correction has no word of explanation yet.",
        "{count} vetoes, bonuses or corrections have no word of explanation yet.",
    ),
    errors.NoInspectorError: lambda error: tr(
        "Nobody is named who inspects: write a name before it is completed."
    ),
    errors.NothingToNotifyError: lambda error: tr(
        "Nothing is left to be put right there: no notice is needed."
    ),
    errors.ChangedFileError: _path(
        lambda: tr("{path} was changed after it was looked at. Look at it again.")
    ),
    errors.UnknownInspectionError: lambda error: tr(
        "There is no inspection “{id}”.", id=error.inspection_id
    ),
    errors.SeveralVisitsError: lambda error: tr(
        "This period holds several inspections ({count}). Name a folder instead of a file, and each"
        " gets a workbook of its own.",
        count=error.count,
    ),
    errors.NotCompletedError: lambda error: tr(
        "Complete the inspection first; only then is there a record to sign or to amend."
    ),
    errors.AlreadySignedError: lambda error: tr(
        "This record bears a signature or a refusal already; it is given once."
    ),
    errors.SealBrokenError: lambda error: tr(
        "This record was changed after it was sealed: it can be neither signed nor amended. Look"
        " over under Data, Backup (or doctor), and restore a backup from before the change."
    ),
    errors.MeetingEndedError: lambda error: tr(
        "This meeting is over; its minutes are not changed any more."
    ),
    errors.MeetingDecidedError: lambda error: tr(
        "Something was decided at this meeting; it is not discarded, only ended."
    ),
    errors.NotLaterError: lambda error: tr(
        "It bears the time {moment}, which has not come. If the clock of this computer is wrong,"
        " set it right; if it is right, say first that the time of this record is wrong.",
        moment=f"{error.moment:%Y-%m-%d %H:%M}",
    ),
    errors.WrongKindError: lambda error: tr("This kind of visit does not allow that."),
    errors.NothingDueError: lambda error: tr("No finding of this site is due for a recheck."),
    errors.NothingInspectedError: lambda error: tr("No window is left to inspect."),
    errors.UnknownFindingError: lambda error: tr(
        "There is no finding {number}.", number=error.number
    ),
    errors.IllegalTransitionError: lambda error: tr(
        "{number} is “{state}”: “{step}” is not possible. Nothing was changed.",
        number=error.number,
        state=state_word(FindingState(error.state)),
        step=event_word(EventKind(error.tried)),
    ),
    complaint_errors.UnknownComplaintError: lambda error: tr(
        "There is no complaint {number}.", number=error.number
    ),
    complaint_errors.IllegalComplaintStepError: lambda error: tr(
        "{number} is “{state}”: “{step}” is not possible. Nothing was changed.",
        number=error.number,
        state=complaint_state_word(ComplaintState(error.state), anonymous=error.anonymous),
        step=step_to_take(ComplaintStep(error.tried)),
    ),
    complaint_errors.NobodyToCallError: lambda error: tr(
        "{number} is anonymous: nobody can be called back. It can be archived.",
        number=error.number,
    ),
    complaint_errors.NoComplaintError: lambda error: tr("There is no complaint in this period."),
    complaint_errors.AnonymousNamedError: lambda error: tr(
        "An anonymous complaint keeps no name and no telephone number. Nothing was kept."
    ),
    complaint_errors.ReceivedLaterError: lambda error: tr(
        "{moment} has not come yet: a complaint arrives before it is taken down. Nothing was"
        " changed.",
        moment=f"{error.moment:%Y-%m-%d %H:%M}",
    ),
    errors.DeadlineNotLaterError: lambda error: tr(
        "{number} is due on {day} already; an extension has to be later. Nothing was changed.",
        number=error.number,
        day=error.deadline,
    ),
    errors.NeedsExtensionError: lambda error: tr(
        "{number} is due on {day}; a later day takes an extension with reason and approver."
        " Nothing was changed.",
        number=error.number,
        day=error.deadline,
    ),
    errors.NotLowerError: lambda error: tr(
        "{number} costs {points} points; what is left has to be less, and not below 0."
        " Nothing was changed.",
        number=error.number,
        points=format_points(error.deduction),
    ),
    errors.MissingWordError: _missing_word,
    errors.DaysOutOfOrderError: lambda error: tr(
        "From {first} to {last} is not possible: the last day comes after the first, and at most"
        " {most} days at once. Nothing was changed.",
        first=error.first,
        last=error.last,
        most=error.most,
    ),
    errors.NothingToRevertError: lambda error: tr(
        "{number} has no step of yours of today that can be taken back.", number=error.number
    ),
    errors.NothingToExportError: lambda error: tr(
        "There is no completed inspection in this period."
    ),
    errors.NoPatrolError: lambda error: tr("There is no completed patrol in this period."),
    errors.NotPublishedError: lambda error: tr("It was not published for these days."),
    errors.NoTrainingError: lambda error: tr("There is nothing to train in this period."),
    errors.NoMeetingError: lambda error: tr("No morning meeting was ended in this period."),
    errors.NotAPictureError: lambda error: tr(
        "“{name}” is no picture of a kind that is read here (JPEG, PNG, WebP, HEIC, GIF, BMP).",
        name=_picture_name(error),
    ),
    errors.BrokenPictureError: lambda error: tr(
        "“{name}” is damaged or incomplete. Copy it again from the phone or camera.",
        name=_picture_name(error),
    ),
    errors.PictureTooLargeError: lambda error: tr(
        "“{name}” has {megapixels} megapixels, more than the {most} that are taken in.",
        name=_picture_name(error),
        megapixels=error.megapixels,
        most=error.most,
    ),
    errors.PictureFileTooLargeError: lambda error: tr(
        "“{name}” has {megabytes} MB, more than the {most} MB that a picture may have.",
        name=_picture_name(error),
        megabytes=error.megabytes,
        most=error.most,
    ),
    errors.ProgramFileError: lambda error: tr(
        "“{name}” is a program or a script and is not taken in as an attachment.", name=error.name
    ),
    errors.NotTakenInError: _not_taken_in,
    **SHARING_SENTENCES,
    **CITY_SENTENCES,
}
