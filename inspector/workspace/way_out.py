"""What cannot be read or written, the system's reason, and the way out."""

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedDatabaseError,
    NoRoomError,
    NotAsWrittenError,
)
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.translation import tr
from inspector.workspace.system_words import damage_reason, system_reason


def cannot_read_sentence(error: CannotReadError) -> str:
    """Return what cannot be read and why; what to do, where that is known."""
    if "no such file" in error.reason.casefold():
        return tr(
            "{path} is not there any more. Plug its drive in, or put it back from a backup.",
            path=error.path,
        )
    return tr(
        "{path} cannot be read: {reason}.", path=error.path, reason=system_reason(error.reason)
    )


def cannot_write_sentence(error: CannotWriteError) -> str:
    """Return what cannot be written and why; what to do, where that is known."""
    if isinstance(error, NotAsWrittenError):
        return tr(
            "{path} is not as it was written: the disk or another program spoils it. Write it to"
            " another place, and look at the disk.",
            path=error.path,
        )
    reason = system_reason(error.reason)
    said = tr(
        "{path} cannot be written: {reason}. Nothing was changed.", path=error.path, reason=reason
    )
    way_out = _way_out(error.reason.casefold(), is_data=error.path.name == DATABASE_FILE)
    return tr("{sentence} {next}", sentence=said, next=way_out) if way_out else said


def no_room_sentence(error: NoRoomError) -> str:
    """Return how much room is needed and how much there is."""
    return tr(
        "There is too little room on the disk of {path}: {needed} MB are needed, {free} MB are"
        " free. Nothing was changed. Make room on that disk and try again.",
        path=error.path,
        needed=f"{error.needed / 1_000_000:.1f}",
        free=f"{error.free / 1_000_000:.1f}",
    )


def damaged_sentence(error: DamagedDatabaseError) -> str:
    """Return that a database is damaged, and why where that says more."""
    reason = damage_reason(error.reason)
    if not error.untouched:  # this run wrote into it before it met the damage
        said = tr("{path} is damaged; nothing more is written into it.", path=error.path)
    elif reason:
        return tr(
            "{path} is damaged and was left untouched: {reason}.", path=error.path, reason=reason
        )
    else:
        said = tr("{path} is damaged and was left untouched.", path=error.path)
    return said


def fault_sentence() -> str:
    """Return that the program itself made a mistake, as far as it can know."""
    return tr(
        "The program made a mistake. The data was left as it is, and nothing half-done was written;"
        " doctor tells whether it is sound. Please send the lines below to whoever looks after"
        " this program."
    )


def damage_way_out(error: DamagedDatabaseError) -> str:
    """Return what a person at the command line can do about a damaged database."""
    from inspector.storage.backups.daily_backups import (
        BACKUPS_FOLDER,  # no start of the window pays for it
    )

    return tr(
        "Look it over with doctor, and bring a backup back with restore; backups lie in {folder}.",
        folder=error.path.parent / BACKUPS_FOLDER,
    )


def _way_out(words: str, *, is_data: bool) -> str:
    """Return what can be done about a reason of the system's, in lower case; '' if unknown."""
    if any(part in words for part in ("full", "no space", "not enough space", "quota")):
        return tr("Make room on that disk and try again.")
    if any(part in words for part in ("locked", "busy", "used by another")):
        return tr("Close the other program and try again.")
    if any(part in words for part in ("disk i/o", "input/output")):
        return tr("Look whether that drive sits firmly and try again.")
    if is_data:
        return tr("Allow writing to it again and try again.")
    if any(part in words for part in ("denied", "not permitted", "read-only", "readonly")):
        return tr("Choose another folder, or allow writing to it.")
    if any(part in words for part in ("no such file", "cannot find the path")):
        return tr("Plug the drive in or choose another folder.")
    if any(part in words for part in ("directory", "name too long", "file exists")):
        return tr("Choose another name.")
    return ""
