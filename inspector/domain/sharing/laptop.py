"""Laptops that exchange bundles: who one is, how it signs, how its key is read out.

A laptop is known by its id. Its code numbers what it finds and may change, its name is for people.
The key is Ed25519; its secret half never leaves the laptop, nor this module's `LaptopIdentity`.
"""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

LONGEST_NAME = 40
"""Characters of a laptop's name."""

MOST_AHEAD = timedelta(minutes=5)
"""By how much a clock may be ahead of this one before it is told: nobody sets one to the second."""

_GROUPS, _DIGITS = 8, 4


@dataclass(frozen=True, slots=True)
class Laptop:
    """One laptop, as it says of itself in its bundles. `key` is the open half, 64 hex digits."""

    id: str
    code: str
    name: str
    key: str

    @property
    def fingerprint(self) -> str:
        """Return what two people compare on the telephone: 8 groups of 4 digits (106 bits)."""
        return fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class LaptopIdentity:
    """This laptop, with what it signs by: `secret` is 64 hex digits and is shown nowhere."""

    laptop: Laptop
    secret: str = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        """Return the signature of `data`, 64 bytes; the same for the same data."""
        from nacl.signing import SigningKey

        return bytes(SigningKey(bytes.fromhex(self.secret)).sign(data).signature)

    def named(self, name: str) -> "LaptopIdentity":
        """Return the same laptop by another name."""
        return replace(self, laptop=replace(self.laptop, name=name))


@dataclass(frozen=True, slots=True)
class Contact:
    """Another laptop, known since `met_at`. Until a person confirmed its key, nothing is taken in.

    One that is only heard of, as who made what another one brought, has no key.
    """

    laptop: Laptop
    met_at: datetime
    confirmed_at: datetime | None = None
    confirmed_by: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Tell whether a person compared the fingerprint."""
        return self.confirmed_at is not None


def new_identity(laptop_id: str, code: str, name: str) -> LaptopIdentity:
    """Draw a key for this laptop."""
    from nacl.signing import SigningKey

    drawn = SigningKey.generate()
    laptop = Laptop(laptop_id, code, name, bytes(drawn.verify_key).hex())
    return LaptopIdentity(laptop, bytes(drawn).hex())


def verified(key: str, data: bytes, signature: bytes) -> bool:
    """Tell whether the laptop with this open key signed just these bytes."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(key)).verify(data, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def fingerprint(key: str) -> str:
    """Return the fingerprint of an open key: 1234 5678 … in 8 groups; '' for no key."""
    if not key:
        return ""
    number = int.from_bytes(hashlib.sha256(b"inspector laptop " + key.encode()).digest(), "big")
    digits = f"{number % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}}"
    return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


def same_fingerprint(told: str, key: str) -> bool:
    """Tell whether what somebody typed is the fingerprint of a key; spaces and dashes are free."""
    digits = "".join(sign for sign in told if sign.isdecimal() and sign.isascii())
    return bool(key) and digits == fingerprint(key).replace(" ", "")


def is_ahead(made_at: datetime, now: datetime) -> bool:
    """Tell whether the clock that said `made_at` is more than some minutes ahead of this one."""
    return made_at - now > MOST_AHEAD
