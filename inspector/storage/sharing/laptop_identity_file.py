"""Who this laptop is to others, in one data folder: id, name and key, outside it and its backups.

A folder that was copied, moved to another machine or brought back from a backup finds none, and is
a new laptop. Without a place that outlives the power no key is made: one that is lost tomorrow
would be a changed key to everybody who confirmed it today.
"""

from pathlib import Path
from typing import Any

from inspector.domain.errors import CannotWriteError
from inspector.domain.sharing.laptop import Laptop, LaptopIdentity
from inspector.storage.files.laptop_kept import IDENTITY, LaptopKept

_LASTING = 1
"""Of the places where something is kept, how many are no memory."""


class LaptopIdentityFile:
    """The file for one data folder. To be used inside a transaction of its database."""

    def __init__(self, data_folder: Path) -> None:
        self._kept = LaptopKept(IDENTITY, data_folder)

    def read(self, code: str) -> LaptopIdentity | None:
        """Return who this laptop is, numbering by `code`; None: it has not shared yet."""
        held = self._kept.read()
        if held is None or not _is_sound(held):
            return None
        laptop = Laptop(held["id"], code, held["name"], held["open"])
        return LaptopIdentity(laptop, held["key"])

    def write(self, identity: LaptopIdentity) -> None:
        """Keep who this laptop is, readable by its user alone; raises CannotWriteError."""
        laptop = identity.laptop
        self._kept.write(
            {"id": laptop.id, "name": laptop.name, "open": laptop.key, "key": identity.secret},
            most=_LASTING,
        )

    @property
    def is_retired(self) -> bool:
        """Tell whether this laptop was another one in this folder, until a backup came back."""
        held = self._kept.read()
        return held is not None and held.get("retired") is True

    def retire(self) -> None:
        """Be nobody any more: a backup took the place of the folder, a new laptop's from now on."""
        held = self._kept.read()
        if held is None or not _is_sound(held):
            return
        try:
            self._kept.write({"retired": True}, most=_LASTING)
        except CannotWriteError:
            self._kept.forget()


def _is_sound(held: dict[str, Any]) -> bool:
    texts = [held.get(name) for name in ("id", "name", "open", "key")]
    if not all(isinstance(text, str) and text for text in texts):
        return False
    return all(len(held[name]) == 64 and _is_hex(held[name]) for name in ("open", "key"))


def _is_hex(text: str) -> bool:
    try:
        bytes.fromhex(text)
    except ValueError:
        return False
    return True
