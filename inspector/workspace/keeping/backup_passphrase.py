"""The passphrase of what leaves the laptop: the USB copy and the backup file.

It is kept nowhere. The database keeps the half of the key that locks, and the half that opens,
locked with the passphrase (`storage/locked/guarded_key.py`): copies are made without asking.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.storage.backups.key_in_database import GUARDED, RECIPIENT
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.locked.guarded_key import (
    LEAST_PASSPHRASE,
    GuardedKey,
    guarded_by,
    new_key,
    opened_key,
    require_long,
)
from inspector.storage.own.setting_store import SettingStore
from inspector.translation import tr
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

__all__ = [
    "LEAST_PASSPHRASE",
    "changed_key",
    "forgotten_sentence",
    "keep_key",
    "key_of",
    "new_key",
    "passphrase_sentence",
    "remove_passphrase",
    "removed_sentence",
    "require_long",
    "require_opens",
]


def key_of(workspace: "Workspace") -> GuardedKey | None:
    """Return the key that copies are locked with; None: anybody can read them."""
    settings = SettingStore(workspace.database)  # a command may have changed it a moment ago
    recipient, guarded = map(settings.get, (RECIPIENT, GUARDED))
    return GuardedKey(recipient, guarded) if recipient and guarded else None


def changed_key(
    key: GuardedKey | None,
    before: str,
    passphrase: str,
    folder: Path,
    progress: Progress = unheard,
) -> GuardedKey:
    """Return the key of a folder, or a new one, guarded with a passphrase; nothing is kept yet.

    Seconds, on any thread; what `progress` raises stops it. Raises WrongPassphraseError where
    `before` is not the one so far, ShortPassphraseError, ProcessEndedError.
    """
    require_long(passphrase)
    if key is None:
        return new_key(passphrase, progress)
    identity = opened_key(key.guarded, before, folder, progress)
    return guarded_by(identity, passphrase, progress)


def keep_key(workspace: "Workspace", key: GuardedKey) -> Changes:
    """Lock copies with a key from now on; those made before stay as they are."""
    with workspace.database.transaction():
        settings = SettingStore(workspace.database)
        settings.put(RECIPIENT, key.recipient)
        settings.put(GUARDED, key.guarded)
    return Changes(preferences=True)


def require_opens(
    key: GuardedKey, passphrase: str, folder: Path, progress: Progress = unheard
) -> None:
    """Raise WrongPassphraseError where a passphrase is not that of a folder's key.

    A second or two, on any thread; what `progress` raises stops it. Raises ProcessEndedError.
    """
    opened_key(key.guarded, passphrase, folder, progress)


def remove_passphrase(workspace: "Workspace") -> Changes:
    """Leave copies open from now on; those that were locked keep their passphrase."""
    with workspace.database.transaction():
        settings = SettingStore(workspace.database)
        settings.drop(RECIPIENT)
        settings.drop(GUARDED)
    return Changes(preferences=True)


def forgotten_sentence() -> str:
    """Return what is said before a passphrase is set."""
    return tr(
        "If it is forgotten, nobody can open the copies any more, we neither: write it down and"
        " lock the paper away. At least {least} characters.",
        least=LEAST_PASSPHRASE,
    )


def removed_sentence() -> str:
    """Return what is said when the passphrase was removed."""
    return tr("Copies made from now on are not locked; those that are keep their passphrase.")


def passphrase_sentence(key: GuardedKey | None) -> str:
    """Return how copies are kept."""
    if key is None:
        return tr("None: whoever finds the USB drive or the backup file can read everything.")
    return tr("The USB copy and the backup file are locked; the data on this computer are not.")
