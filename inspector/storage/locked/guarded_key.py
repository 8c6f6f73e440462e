"""The key of locked copies: whoever has the open half locks, only the passphrase opens.

A copy that is made by itself, each day, asks nobody: it is locked for the open half (an X25519
recipient of age). The other half opens it; it is kept locked itself, with the passphrase (age's
scrypt), beside each copy. Any program that knows age opens both, should this one be gone.
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

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

KEY_FILE = "key.age"

LEAST_PASSPHRASE = 8
"""Characters. What is guessed at a million a second needs more; scrypt lets one try a second."""

_LONGEST_KEY = 10_000
_WRONG = "Decryption failed"


@dataclass(frozen=True, slots=True)
class GuardedKey:
    """`recipient` locks; `guarded` is what opens, locked with the passphrase (age, armoured)."""

    recipient: str
    guarded: str

    @property
    def id(self) -> str:
        """Return eight characters that tell it from other keys and give nothing away."""
        return hashlib.sha256(self.recipient.encode()).hexdigest()[:8]


def new_key(passphrase: str) -> GuardedKey:
    """Draw a key and guard it; seconds of scrypt. Raises ShortPassphraseError."""
    from pyrage import x25519

    return guarded_by(x25519.Identity.generate(), passphrase)


def guarded_by(identity: "Identity", passphrase: str) -> GuardedKey:
    """Guard what opens with another passphrase, and try that it opens again.

    Raises ShortPassphraseError.
    """
    import pyrage

    require_long(passphrase)
    secret = str(identity).encode()
    guarded = pyrage.passphrase.encrypt(secret, passphrase, armored=True)
    if pyrage.passphrase.decrypt(guarded, passphrase) != secret:
        raise AssertionError("a key that was just guarded does not open")
    return GuardedKey(str(identity.to_public()), guarded.decode())


def require_long(passphrase: str) -> None:
    """Raise ShortPassphraseError for one that is guessed too soon."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise ShortPassphraseError(LEAST_PASSPHRASE)


def opened_key(guarded: str, passphrase: str, path: Path) -> "Identity":
    """Return what opens; a second or two. `path` is where the guarded key was found.

    Raises WrongPassphraseError, DamagedBackupError when the key itself is damaged.
    """
    import pyrage

    try:
        secret = pyrage.passphrase.decrypt(guarded.encode(), passphrase)
        return pyrage.x25519.Identity.from_str(secret.decode())
    except pyrage.DecryptError as error:
        if str(error) == _WRONG:
            raise WrongPassphraseError(path) from error
        raise DamagedBackupError(path, KEY_FILE) from error
    except (pyrage.IdentityError, UnicodeDecodeError, OSError) as error:
        raise DamagedBackupError(path, KEY_FILE) from error


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
