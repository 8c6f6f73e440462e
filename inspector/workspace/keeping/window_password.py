"""The password of the window: a curtain, and no lock of the data.

It hides the window from whoever passes by; who takes the disk reads it all the same. What is kept
is a salted scrypt digest, in the data folder, so that it cannot be read off it.
"""

import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from inspector.domain.errors import ShortPassphraseError
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import WINDOW_PASSWORD

if TYPE_CHECKING:
    from inspector.workspace.preferences import PreferenceBook

LEAST_PASSWORD = 4
"""Characters: each wrong one costs seconds, and nobody tries them on the disk who has the disk."""

_COST, _BLOCK, _LANES = 1 << 14, 8, 1
"""Of scrypt: 16 MB and some 50 ms."""


def require_password(password: str) -> None:
    """Raise ShortPassphraseError for one that is guessed at once."""
    if len(password) < LEAST_PASSWORD:
        raise ShortPassphraseError(LEAST_PASSWORD)


def set_password(preferences: "PreferenceBook", password: str) -> Changes:
    """Let a password open the window; raises ShortPassphraseError."""
    require_password(password)
    salt = os.urandom(16)
    return preferences.set(WINDOW_PASSWORD, f"{salt.hex()}:{_digest(password, salt)}")


def remove_password(preferences: "PreferenceBook") -> Changes:
    """Lock the window no more."""
    return preferences.set(WINDOW_PASSWORD, "")


def opens(preferences: "PreferenceBook", password: str) -> bool:
    """Tell whether a password opens the window; what another program spoiled opens to any."""
    salt, _, digest = preferences.get(WINDOW_PASSWORD).partition(":")
    try:
        return hmac.compare_digest(_digest(password, bytes.fromhex(salt)), digest)
    except ValueError:
        return True


def _digest(password: str, salt: bytes) -> str:
    return hashlib.scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=32).hex()
