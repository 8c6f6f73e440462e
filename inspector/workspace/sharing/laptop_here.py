"""This laptop as others know it: code, name and key, and whether the folder came from another one.

The database remembers the open half of who shared it last. Where that is not who this laptop is,
the folder was copied, moved or brought back from a backup: it goes on as a new laptop, which is
told until somebody has read it.
"""

import json
from collections.abc import Collection

from inspector.domain.sharing.laptop import LONGEST_NAME, Laptop, LaptopIdentity, new_identity
from inspector.domain.sharing.laptop_errors import LaptopNameError
from inspector.storage.own.setting_store import SettingStore
from inspector.storage.sharing.laptop_identity_file import LaptopIdentityFile
from inspector.workspace.changes import Changes
from inspector.workspace.findings.finding_numbers import FindingNumbers
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import UNIT_NAME, PreferenceBook

_SHARED_AS, _BEFORE = "shared_as", "shared_before"
"""Settings: who shared this database last, and who did so before it became another laptop's."""


class LaptopHere:
    """Operations on who this laptop is."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._file = LaptopIdentityFile(opened.folder)
        self._settings = SettingStore(opened.database)

    def code(self) -> str:
        """Return the code by which this laptop numbers; '' as long as it never did."""
        return self._opened.of(FindingNumbers).laptop.code_so_far()

    def known(self) -> Laptop | None:
        """Return who this laptop is; None: it has not shared yet, and has no key."""
        found = self._file.read(self.code())
        return found.laptop if found is not None else None

    def usual_name(self) -> str:
        """Return a name to begin with: the unit's that is on papers, else the computer's."""
        from platform import node  # 5 ms, which no start waits for

        unit = self._opened.of(PreferenceBook).get(UNIT_NAME).strip()
        return (unit or node().split(".")[0] or "inspector")[:LONGEST_NAME]

    def identity(self) -> LaptopIdentity:
        """Return who this laptop is and what it signs by; the key is drawn now if there is none.

        Raises CannotWriteError where no key can be kept.
        """
        with self._opened.database.transaction():
            found = self._file.read(self._numbering_code())
            return found or self._drawn(self.usual_name())

    def rename(self, name: str) -> Changes:
        """Call this laptop otherwise; what was shared keeps the name it had.

        Raises LaptopNameError for an empty or too long name, CannotWriteError.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST_NAME:
            raise LaptopNameError(LONGEST_NAME)
        with self._opened.database.transaction():
            found = self._file.read(self._numbering_code())
            if found is None:
                self._drawn(name)
            elif found.laptop.name != name:
                self._keep(found.named(name))
            else:
                return Changes()
        return Changes(laptops=True)

    def draw_another_code(self, taken: Collection[str]) -> Changes:
        """Number by another code from now on, none of `taken`: two laptops have this one.

        The numbers that were given stay.
        """
        with self._opened.database.transaction():
            code = self._opened.of(FindingNumbers).draw_another_code(taken)
            if (found := self._file.read(code)) is not None:
                self._keep(found)
        return Changes(laptops=True)

    def former(self) -> Laptop | None:
        """Return the laptop whose folder this was, if it came from one and nobody has read so."""
        shared, here = self._setting(_SHARED_AS), self._file.read("")
        if shared is not None and (here is None or here.laptop.id != shared.id):
            return shared
        return self._setting(_BEFORE)

    def read_of_former(self) -> Changes:
        """Note that somebody has read that this folder is a new laptop's."""
        with self._opened.database.transaction():
            self.identity()
            self._settings.drop(_BEFORE)
        return Changes(laptops=True)

    def _numbering_code(self) -> str:
        return self._opened.of(FindingNumbers).own_code()

    def _drawn(self, name: str) -> LaptopIdentity:
        former = self._setting(_SHARED_AS)
        if former is not None:
            self._settings.put(_BEFORE, _text(former))
        codes = {former.code} if former is not None else set()
        if self._file.is_retired or self._numbering_code() in codes:  # two would number alike
            self._opened.of(FindingNumbers).draw_another_code({*codes, self._numbering_code()})
        identity = new_identity(self._opened.new_id(), self._numbering_code(), name)
        self._keep(identity)
        return identity

    def _keep(self, identity: LaptopIdentity) -> None:
        self._file.write(identity)
        self._settings.put(_SHARED_AS, _text(identity.laptop))

    def _setting(self, key: str) -> Laptop | None:
        try:
            held = json.loads(self._settings.get(key) or "null")
            return Laptop(held["id"], held["code"], held["name"], held["key"])
        except (ValueError, TypeError, KeyError):
            return None


def _text(laptop: Laptop) -> str:
    return json.dumps(
        {"id": laptop.id, "code": laptop.code, "name": laptop.name, "key": laptop.key}
    )
