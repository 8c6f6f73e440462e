"""The other laptops: first contact, which a person confirms, and what is odd about one.

A key is trusted because somebody compared its fingerprint, on the telephone or side by side. From
then on it is the laptop; another key under its id is refused, whatever name it comes with.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from inspector.domain.sharing.laptop import Contact, Laptop, is_ahead, same_fingerprint
from inspector.domain.sharing.laptop_errors import (
    ChangedKeyError,
    FirstContactError,
    OtherFingerprintError,
    UnknownLaptopError,
)
from inspector.storage.sharing.contact_store import ContactStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import FILLED_BY, PreferenceBook
from inspector.workspace.sharing.laptop_here import LaptopHere


class Contacts:
    """Operations on the laptops that this one knows."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = ContactStore(opened.database)

    def all(self) -> list[Contact]:
        """Return every laptop that was met or heard of, in that order."""
        return self._store.all()

    def names(self) -> dict[str, Laptop]:
        """Return every laptop that is known by its id, this one as well if it has shared."""
        known = {contact.laptop.id: contact.laptop for contact in self._store.all()}
        here = self._opened.of(LaptopHere).known()
        return known if here is None else {**known, here.id: here}

    def require_same_key(self, laptop: Laptop) -> None:
        """Raise ChangedKeyError for a laptop that is known by another key than it comes with."""
        known = self._known(laptop.id)
        if known is not None and known.key and known.key != laptop.key:
            raise ChangedKeyError(known.name, known.code, known.fingerprint, laptop.fingerprint)

    def is_first(self, laptop: Laptop) -> bool:
        """Tell whether nobody has confirmed this laptop yet; itself it need not confirm.

        Raises ChangedKeyError.
        """
        self.require_same_key(laptop)
        here = self._opened.of(LaptopHere).known()
        if here is not None and here.id == laptop.id:
            return False
        contact = self._store.of(laptop.id)
        return contact is None or not contact.is_confirmed

    def require_confirmed(self, laptop: Laptop) -> None:
        """Raise FirstContactError for a laptop that nobody has confirmed yet, ChangedKeyError."""
        if self.is_first(laptop):
            raise FirstContactError(laptop.name, laptop.code, laptop.fingerprint)

    def meet(self, laptop: Laptop) -> Changes:
        """Keep a laptop that a bundle came from, and what it is called now; nobody confirmed it.

        Raises ChangedKeyError.
        """
        self.require_same_key(laptop)
        with self._opened.database.transaction():
            here = self._opened.of(LaptopHere).known()
            if here is not None and here.id == laptop.id:
                return Changes()  # whatever it was called then
            known = self._store.of(laptop.id)
            if known is not None and known.laptop == laptop:
                return Changes()
            if known is None:
                self._store.add(laptop, self._opened.now())
            self._store.call(laptop)
        return Changes(laptops=True)

    def hear_of(self, makers: Mapping[str, tuple[str, str]]) -> Changes:
        """Keep code and name, by id, of laptops that made what another one brought.

        What a laptop says of itself goes before what others say of it.
        """
        changes = Changes()
        with self._opened.database.transaction():
            here = self._opened.of(LaptopHere).known()
            for laptop_id, (code, name) in makers.items():
                if here is not None and here.id == laptop_id:
                    continue
                if self._store.of(laptop_id) is None:
                    heard = Laptop(laptop_id, code, name, "")
                    self._store.add(heard, self._opened.now())
                    changes = Changes(laptops=True)
        return changes

    def confirm(self, laptop: Laptop, fingerprint: str, by: str = "") -> Changes:
        """Keep that a person compared the fingerprint of a laptop with what was told them.

        `by` is who did so; otherwise who fills in papers. Raises OtherFingerprintError when it is
        another, ChangedKeyError.
        """
        if not same_fingerprint(fingerprint, laptop.key):
            raise OtherFingerprintError(laptop.name, laptop.fingerprint)
        by = by.strip() or self._opened.of(PreferenceBook).get(FILLED_BY)
        with self._opened.database.transaction():
            self.meet(laptop)
            self._store.confirm(laptop.id, self._opened.now(), by)
        return Changes(laptops=True)

    def told(self, words: str) -> Laptop:
        """Return the laptop that was met and goes by this code, name or id.

        Raises UnknownLaptopError for none, and for several.
        """
        words = words.strip()
        met = [contact.laptop for contact in self._store.all() if contact.laptop.key]
        found = [each for each in met if words == each.id] or [
            each for each in met if words.casefold() in (each.code.casefold(), each.name.casefold())
        ]
        if len(found) != 1:
            raise UnknownLaptopError(words, many=len(found) > 1)
        return found[0]

    def clock_ahead(self, made_at: datetime) -> bool:
        """Tell whether the clock of who made something is ahead of this laptop's."""
        return is_ahead(made_at, self._opened.now())

    def clashes(self, laptop: Laptop) -> list[Laptop]:
        """Return the other laptops, this one first, that number by the code that `laptop` has."""
        here = self._opened.of(LaptopHere)
        own = here.known() or Laptop("", here.code(), here.usual_name(), "")
        every = [own, *(contact.laptop for contact in self._store.all())]
        return [each for each in every if each.code == laptop.code and each.id != laptop.id]

    def codes(self) -> Collection[str]:
        """Return the codes of the other laptops."""
        return {contact.laptop.code for contact in self._store.all()}

    def draw_another_code(self) -> Changes:
        """Let this laptop number by another code from now on, which no laptop it knows has."""
        return self._opened.of(LaptopHere).draw_another_code(self.codes())

    def _known(self, laptop_id: str) -> Laptop | None:
        here = self._opened.of(LaptopHere).known()
        if here is not None and here.id == laptop_id:
            return here
        contact = self._store.of(laptop_id)
        return contact.laptop if contact is not None else None
