"""A data folder that is open: its database, its clock, and the stores that operations take.

Every operation is made from it and finds the others it needs here, so that none knows `Workspace`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import uuid4

from inspector.storage.database.database import Database, reading_apart, writing_apart
from inspector.storage.database.getting_ready import Tell, untold
from inspector.storage.database.recognised_file import Check
from inspector.storage.database_opening import open_database
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.stores.inspection_store import InspectionStore
from inspector.storage.stores.roster_store import RosterStore

if TYPE_CHECKING:
    from inspector.storage.stores.evidence_store import EvidenceStore
    from inspector.storage.stores.finding_store import FindingStore
    from inspector.storage.stores.pack_store import PackStore

_Kind = TypeVar("_Kind")


def local_now() -> datetime:
    """Return the present moment with the local offset from UTC."""
    return datetime.now().astimezone()


def new_uuid() -> str:
    """Return an identifier that no other laptop gives out."""
    return str(uuid4())


class OpenedFolder:
    """One data folder, opened once; a store loads when it is first used."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime] = local_now,
        new_id: Callable[[], str] = new_uuid,
        check: Check = Check.NONE,
        *,
        create: bool = True,
        tell: Tell = untold,
    ) -> None:
        """Open `folder` after a `check`; with `create` it is made when there is none.
        `tell` hears of what may take long.

        Raises NotFoundError, NewerDatabaseError, DamagedDatabaseError, CannotReadError or
        CannotWriteError.
        """
        database = open_database(folder / DATABASE_FILE, check, create=create, tell=tell)
        self._read_from(folder, now, new_id, database)

    @classmethod
    def upon(cls, folder: Path, database: Database) -> Self:
        """Return the data folder `folder` with a database that is open already."""
        opened = cls.__new__(cls)
        opened._read_from(folder, local_now, new_uuid, database)
        return opened

    def _read_from(
        self,
        folder: Path,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        database: Database,
    ) -> None:
        self.folder = folder
        self.now = now
        self.new_id = new_id
        self.as_sealed: dict[str, bool] = {}
        """Whether a record from before the journal is as it was sealed, by its entry's digest.

        It follows from what the digest is over, and takes milliseconds to work out.
        """
        self.database = database
        database.journal.now = now
        self.roster_store = RosterStore(self.database)
        self.inspection_store = InspectionStore(self.database)
        self._operations: dict[Callable[[Any], object], object] = {}

    @contextmanager
    def reading_apart(self) -> Iterator[Self]:
        """Yield the same data folder opened once more, to be read on a thread of its own.

        Nothing can be written through it.
        """
        with reading_apart(self.database.path) as database:
            yield self._apart(database)

    @contextmanager
    def writing_apart(self) -> Iterator[Self]:
        """Yield the same data folder opened once more, for one long write on a thread of its own.

        What this window writes meanwhile waits for it, as for another program. Raises what
        `Database.transaction` raises.
        """
        if self.database.damage is not None:
            raise self.database.damage
        self.database.require_in_place()
        with writing_apart(self.database.path) as database:
            yield self._apart(database)

    def _apart(self, database: Database) -> Self:
        apart = type(self).__new__(type(self))
        apart._read_from(self.folder, self.now, self.new_id, database)
        apart.as_sealed = self.as_sealed
        return apart

    @classmethod
    @contextmanager
    def reading_beside(cls, folder: Path, now: datetime) -> Iterator[Self]:
        """Yield a data folder as of a moment, to be read while another process has it open.

        Nothing is checked, and nothing can be written through it. Raises as `Database` does.
        """
        with reading_apart(folder / DATABASE_FILE) as database:
            apart = cls.upon(folder, database)
            apart.now = lambda: now
            yield apart

    def close(self) -> None:
        """Close the data folder; everything is on disk already."""
        self.database.close()

    def of(self, kind: "Callable[[OpenedFolder], _Kind]") -> _Kind:
        """Return the operations of a kind on this folder, such as `of(Findings)`: made once."""
        if kind not in self._operations:
            self._operations[kind] = kind(self)
        return cast(_Kind, self._operations[kind])

    @cached_property
    def pack_store(self) -> "PackStore":
        """The packs that visits are frozen with."""
        from inspector.storage.stores.pack_store import PackStore

        return PackStore(self.database)

    @cached_property
    def finding_store(self) -> "FindingStore":
        """Findings and their history."""
        from inspector.storage.stores.finding_store import FindingStore

        return FindingStore(self.database)

    @cached_property
    def evidence_store(self) -> "EvidenceStore":
        """What is known of photos and files."""
        from inspector.storage.stores.evidence_store import EvidenceStore

        return EvidenceStore(self.database)
