"""Opening the database for its window: made, checked, brought to this version, then written to.

Above every room of storage: an update keeps a copy among the backups, and works out what new
columns say of what was there before.
"""

import os
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from inspector.domain.errors import CannotWriteError, DamagedDatabaseError, NotFoundError
from inspector.paths import is_there, make_private_folder
from inspector.storage.database.database import Database, connected_to_write
from inspector.storage.database.getting_ready import GettingReady, Tell, told_during, untold
from inspector.storage.database.read_only_opening import copied
from inspector.storage.database.recognised_file import (
    STEPS_TABLE,
    Check,
    applied_steps,
    recognise,
    require_sound,
)
from inspector.storage.database.sqlite_trouble import code_of, telling
from inspector.storage.files.live_file import LiveFile, new_id
from inspector.storage.files.whole_files import Progress, sync_folder
from inspector.storage.schema.schema_check import differs
from inspector.storage.schema.step_names import STEP_NAMES


def open_database(
    path: Path, check: Check = Check.NONE, *, create: bool = False, tell: Tell = untold
) -> Database:
    """Open the database at `path`, migrating it as needed, after a `check`.

    Only with `create` one is made where there is none. Before one is migrated, a copy of it as it
    was is put among the backups. `tell` hears of what may take long.

    Raises NotFoundError, NewerDatabaseError or DamagedDatabaseError without having touched the
    file, and CannotReadError or CannotWriteError when the system refuses.
    """
    try:
        if not is_there(path):
            if not create:
                raise NotFoundError(path)
            with telling(path):
                _create(path)
        applied = recognise(path)
        if check is not Check.NONE:
            require_sound(path, check, tell)
        with telling(path):
            return _opened(path, set(STEP_NAMES) - applied, tell)
    except OSError as error:
        raise CannotWriteError(path.parent, error.strerror or str(error)) from error


def open_unwritable(path: Path, folder: Path) -> Database:
    """Open a copy, below the scratch `folder`, of a database; what is written into it goes with it.

    That a paper was handed out, say, which nobody can note down on a sealed disk.
    """
    return open_database(copied(path, folder))


def _opened(path: Path, missing: set[str], tell: Tell) -> Database:
    live = LiveFile(path)  # before SQLite's own descriptor
    try:
        connection = connected_to_write(path)
        try:
            if missing:
                _migrate(connection, path, tell)
            # Only now: a migration that rebuilds a parent would otherwise delete its children.
            connection.execute("PRAGMA foreign_keys = ON")
            _make_private(path)
            connection.execute("PRAGMA user_version").fetchone()  # opens the log
            live.remember()
        except BaseException:
            connection.close()
            raise
    except BaseException:
        live.let_go()
        raise
    return Database(path, connection, live)


def _create(path: Path) -> None:
    """Make the database beside its place and move it there whole.

    A start that is killed half-way leaves nothing behind that looks like a damaged database, and
    of several first starts at once one makes it and the others use that.
    """
    make_private_folder(path.parent)
    beside = path.with_name(f".{uuid4().hex}.tmp")
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL, 0o600))
        with closing(connected_to_write(beside)) as connection:
            _migrate(connection, beside, untold)
            connection.execute(f"PRAGMA application_id = {new_id()}")
        try:
            os.link(beside, path)
        except FileExistsError:
            pass
        except OSError:  # a disk that knows no links, such as a USB stick
            if not os.path.exists(path):
                beside.rename(path)
        sync_folder(path.parent)
        with suppress(OSError):  # one may be allowed to enter the folder above and not to read it
            sync_folder(path.parent.parent)
    finally:
        for name in (beside.name, f"{beside.name}-wal", f"{beside.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)


def _migrate(connection: sqlite3.Connection, path: Path, tell: Tell) -> None:
    """Take the steps that are missing, all of them or none, one program at a time."""
    from sqlite_utils import Database as UtilsDatabase

    from inspector.storage.schema.migrations import migrations

    connection.execute("BEGIN IMMEDIATE")
    try:
        tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (STEPS_TABLE,))
        # Looked at again: what had the database until now may have taken them.
        taken = applied_steps(connection) if tables.fetchone() else set()
        missing = [name for name in STEP_NAMES if name not in taken]
        if taken and missing:
            _keep_copy(path, partial(tell, GettingReady.COPYING))
        begun = 0

        def still() -> None:
            tell(GettingReady.UPDATING, begun, len(missing))

        def begin(step: str) -> None:
            nonlocal begun
            begun = missing.index(step) + 1
            still()

        with told_during(connection, still):
            migrations(begin).apply(UtilsDatabase(connection))
            if taken and _REVIEWED not in taken:
                _review_appeals(path, connection)
            if taken and _ASKED not in taken:
                _keep_asked(path, connection)
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise sqlite3.IntegrityError(f"foreign key check failed in {broken['table']}")
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error) and _is_its_fault(connection, error):
            raise DamagedDatabaseError(path, str(error)) from error
        raise


_REVIEWED = "m010_reviewed"
_ASKED = "m031_asked"


def _review_appeals(path: Path, connection: sqlite3.Connection) -> None:
    """Work out the scores after appeals that were decided before there was room for them."""
    from inspector.storage.stores.kept_reviewed_scores import review_all

    review_all(Database(path, connection))


def _keep_asked(path: Path, connection: sqlite3.Connection) -> None:
    """Note which findings wait for more time that was asked for before there was room."""
    from inspector.storage.stores.steps.kept_asked import keep_asked

    keep_asked(Database(path, connection))


def _is_its_fault(connection: sqlite3.Connection, error: sqlite3.Error) -> bool:
    """Tell whether a step failed since the database is not what the steps before it made."""
    if isinstance(error, sqlite3.IntegrityError):
        return connection.execute("PRAGMA foreign_key_check").fetchone() is not None
    return code_of(error) == sqlite3.SQLITE_ERROR and differs(connection)


def _keep_copy(path: Path, progress: Progress) -> None:
    """Keep the database as it was last committed among the backups: checked and on the disk."""
    from inspector.storage.backups.daily_backups import BACKUPS_FOLDER, back_up_before_update

    back_up_before_update(path, path.with_name(BACKUPS_FOLDER), datetime.now(), progress)


def _make_private(path: Path) -> None:
    """Let only the user read and write a file, if anybody; on POSIX."""
    if sys.platform != "win32" and path.stat().st_mode & 0o077:
        path.chmod(path.stat().st_mode & 0o700)
