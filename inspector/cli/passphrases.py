"""`inspector passphrase`, and where a passphrase comes from: a file or the keyboard, never argv."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from inspector.arguments import CHANGE, REMOVE, SET, STATUS
from inspector.cli.speaking import REFUSED, UsageError, explain, say
from inspector.domain.errors import CannotReadError, PassphraseNeededError
from inspector.paths import default_data_folder
from inspector.translation import tr

Result = TypeVar("Result")

_LONGEST = 10_000


def with_passphrase(options: argparse.Namespace, work: Callable[[str], Result]) -> Result:
    """Do `work` with the passphrase of the options' file; ask for one where it needs one."""
    if options.passphrase_file is not None:
        return work(passphrase_in(options.passphrase_file))
    try:
        return work("")
    except PassphraseNeededError as error:
        if not _is_asked():
            explain(error)
            hint = tr("There is nobody to ask: --passphrase-file names a file with it.")
            print(hint, file=sys.stderr)
            raise SystemExit(REFUSED) from error
    return work(_asked(tr("Passphrase:")))


def passphrase_in(path: Path) -> str:
    """Return the first line of a file; raises CannotReadError, UsageError when it is empty."""
    try:
        with path.open("rb") as file:
            line = file.read(_LONGEST).decode("utf-8-sig").splitlines()[:1]
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotReadError(path, reason) from error
    if not line or not line[0]:
        raise UsageError(tr("The first line of {path} is empty.", path=path))
    return line[0]


def passphrase(options: argparse.Namespace) -> None:
    """Set, change or remove the passphrase of the copies, or say whether there is one."""
    from contextlib import closing

    from inspector.workspace.folder_opening import open_beside
    from inspector.workspace.keeping import backup_passphrase as kept

    folder = options.data or default_data_folder()
    with closing(open_beside(folder, create=False)) as workspace:
        key = kept.key_of(workspace)
        if options.action == SET and key is not None:
            raise UsageError(tr("There is a passphrase already; change it, or remove it first."))
        if options.action in (CHANGE, REMOVE) and key is None:
            raise UsageError(tr("There is no passphrase to change or remove."))
        if options.action == STATUS:
            say(kept.passphrase_sentence(key))
            return
        if options.forgotten and options.action != REMOVE:
            raise UsageError(tr("--forgotten is for remove alone."))
        before = ""
        if key is not None and not options.forgotten:
            before = _given(options.passphrase_file, tr("Passphrase so far:"))
        if options.action == REMOVE and key is not None:
            if not options.forgotten:  # who can do this can read the folder anyway
                kept.require_opens(key, before, folder)
            kept.remove_passphrase(workspace)
            say(kept.removed_sentence())
            return
        given = _fresh_file(options)
        fresh = _asked_twice() if given is None else passphrase_in(given)
        kept.keep_key(workspace, kept.changed_key(key, before, fresh, folder))
    if given is not None:  # who types it was told before
        say(kept.forgotten_sentence())
    if key is None:
        say(tr("The passphrase is set: the next USB copy and backup file are locked."))
    else:
        say(tr("The passphrase is changed; copies made before open with the one before."))


def unlock(options: argparse.Namespace) -> None:
    """Take away the password of the window: whoever can do this can read the folder anyway."""
    from contextlib import closing

    from inspector.workspace.folder_opening import open_beside
    from inspector.workspace.keeping.window_password import remove_password

    with closing(open_beside(options.data or default_data_folder(), create=False)) as workspace:
        remove_password(workspace.preferences)
    say(tr("The window is locked no more; one that is open is so until it is opened again."))


def _fresh_file(options: argparse.Namespace) -> Path | None:
    """Return the file with the new passphrase; None: it is asked for."""
    path: Path | None = options.new_passphrase_file
    if path is None and options.action == SET:
        path = options.passphrase_file
    return path


def _asked_twice() -> str:
    from inspector.workspace.keeping.backup_passphrase import forgotten_sentence

    _require_somebody()
    say(forgotten_sentence())
    fresh = _asked(tr("New passphrase:"))
    if _asked(tr("The same again:")) != fresh:
        raise UsageError(tr("The two are not the same. Nothing was changed."))
    return fresh


def _given(path: Path | None, question: str) -> str:
    if path is not None:
        return passphrase_in(path)
    _require_somebody()
    return _asked(question)


def _require_somebody() -> None:
    if not _is_asked():
        raise UsageError(tr("There is nobody to ask: name a file with the passphrase."))


def _is_asked() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(question: str) -> str:
    from getpass import getpass

    return getpass(f"{question} ", stream=sys.stderr)
