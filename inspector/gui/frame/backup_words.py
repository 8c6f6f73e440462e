"""How the backup stands, in a few words for the line at the bottom."""

from datetime import date

from inspector.domain.errors import BackupDriveMissingError
from inspector.translation import tr
from inspector.workspace.keeping.backups import BackupOutcome
from inspector.workspace.keeping.room_words import short_words
from inspector.workspace.sentences import sentence


def backup_state(outcome: BackupOutcome, today: date) -> tuple[str, bool, str]:
    """Return the words, whether they warn, and a whole sentence for the tool tip."""
    if outcome.error is not None:
        return tr("Backup failed"), True, sentence(outcome.error)
    if isinstance(outcome.copy_error, BackupDriveMissingError):
        return tr("Backup drive not plugged in"), True, sentence(outcome.copy_error)
    if outcome.copy_error is not None:
        return tr("Second copy failed"), True, sentence(outcome.copy_error)
    if outcome.copied is not None and outcome.copied.unsound:
        return (
            tr("Photos or files missing from the backup"),
            True,
            tr("Look the data over: Data, Backup."),
        )
    short, reason = short_words(outcome.rooms)
    if short:
        return short, True, reason
    if outcome.newest is None:
        return "", False, ""
    moment = outcome.newest.moment
    same_day = moment.date() == today
    time = f"{moment:%H:%M}" if same_day else f"{moment:%m-%d %H:%M}"
    return tr("Backup {time}", time=time), False, ""


def backup_trouble(outcome: BackupOutcome | None, today: date) -> str:
    """Return why the newest backup failed, or will; on the page of backups, '' of a good one."""
    if outcome is None:
        return ""
    state, warns, reason = backup_state(outcome, today)
    return tr("! {state}: {reason}", state=state, reason=reason) if warns else ""
