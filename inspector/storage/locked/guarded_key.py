"""The key of locked copies: whoever has the open half locks, only the passphrase opens.

A copy that is made by itself, each day, asks nobody: it is locked for the open half (an X25519
recipient of age). The other half opens it; it is kept locked itself, with the passphrase (age's
scrypt), beside each copy. Any program that knows age opens both, should this one be gone.

Scrypt holds the interpreter's lock for seconds: it has a process of its own, where it can be
stopped, too.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import (
    DamagedBackupError,
    ShortPassphraseError,
    WrongPassphraseError,
)
from inspector.own_process import in_own_process
from inspector.storage.files.whole_files import Progress, unheard

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

KEY_FILE = "key.age"

LEAST_PASSPHRASE = 8
"""Characters. What is guessed at a million a second needs more; scrypt lets one try a second."""

_LONGEST_KEY = 10_000
_WRONG = "Decryption failed"
_TOO_LONG = "Excessive work parameter"
_ATTEMPTS = 20
"""Before it opens anything, age measures this computer for some milliseconds, and refuses what
would take far longer than a second by that: on a busy one the measure says anything. A new one
takes no longer, and what would really take minutes, nobody locked here.
"""


@dataclass(frozen=True, slots=True)
class GuardedKey:
    """`recipient` locks; `guarded` is what opens, locked with the passphrase (age, armoured)."""

    recipient: str
    guarded: str

    @property
    def id(self) -> str:
        """Return eight characters that tell it from other keys and give nothing away."""
        return hashlib.sha256(self.recipient.encode()).hexdigest()[:8]


def new_key(passphrase: str, progress: Progress = unheard) -> GuardedKey:
    """Draw a key and guard it, as `guarded_by` does. Raises ShortPassphraseError."""
    from pyrage import x25519

    return guarded_by(x25519.Identity.generate(), passphrase, progress)


def guarded_by(identity: "Identity", passphrase: str, progress: Progress = unheard) -> GuardedKey:
    """Guard what opens with another passphrase, and try that it opens again.

    Takes seconds; what `progress` raises stops it. Raises ShortPassphraseError, ProcessEndedError.
    """
    require_long(passphrase)
    guarded = in_own_process(_guarded, str(identity), passphrase, hear=progress)
    return GuardedKey(str(identity.to_public()), guarded)


def _guarded(secret: str, passphrase: str) -> str:
    import pyrage

    guarded: bytes = pyrage.passphrase.encrypt(secret.encode(), passphrase, armored=True)
    if _decrypted(guarded, passphrase) != secret.encode():
        raise AssertionError("a key that was just guarded does not open")
    return guarded.decode()


def require_long(passphrase: str) -> None:
    """Raise ShortPassphraseError for one that is guessed too soon."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise ShortPassphraseError(LEAST_PASSPHRASE)


def opened_key(
    guarded: str, passphrase: str, path: Path, progress: Progress = unheard
) -> "Identity":
    """Return what opens; a second or two. `path` is where the guarded key was found.

    What `progress` raises stops it. Raises WrongPassphraseError, DamagedBackupError when the key
    itself is damaged, ProcessEndedError.
    """
    import pyrage

    secret = in_own_process(_secret_in, guarded, passphrase, path, hear=progress)
    try:
        return pyrage.x25519.Identity.from_str(secret.decode())
    except (pyrage.IdentityError, UnicodeDecodeError) as error:
        raise DamagedBackupError(path, KEY_FILE) from error


def _secret_in(guarded: str, passphrase: str, path: Path) -> bytes:
    import pyrage

    try:
        return _decrypted(guarded.encode(), passphrase)
    except pyrage.DecryptError as error:
        if str(error) == _WRONG:
            raise WrongPassphraseError(path) from error
        raise DamagedBackupError(path, KEY_FILE) from error
    except OSError as error:
        raise DamagedBackupError(path, KEY_FILE) from error


def _decrypted(guarded: bytes, passphrase: str) -> bytes:
    """Return what a passphrase opens; raises what pyrage raises, but for a hasty refusal."""
    import pyrage

    left = _ATTEMPTS
    while True:
        try:
            opened: bytes = pyrage.passphrase.decrypt(guarded, passphrase)
            return opened
        except pyrage.DecryptError as error:
            left -= 1
            if not left or not str(error).startswith(_TOO_LONG):
                raise


def key_beside(home: Path) -> str:
    """Return the guarded key that lies with copies in a folder; '' where there is none.

    Raises DamagedBackupError when it cannot be read.
    """
    try:
        with (home / KEY_FILE).open("rb") as file:
            return file.read(_LONGEST_KEY).decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedBackupError(home, KEY_FILE) from error
