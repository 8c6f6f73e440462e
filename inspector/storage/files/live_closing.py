"""Closing an open database: its log goes into it, unless the file is no longer the log's own."""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from inspector.storage.files.folder_lock import is_open_elsewhere
from inspector.storage.files.live_file import LiveFile, index_of, is_open_here, log_of


def close_live(connection: sqlite3.Connection, live: LiveFile, *, fold: bool = True) -> None:
    """Close a connection; SQLite, the last to close the file, folds the log in and deletes it.

    Not without `fold`: a damaged database is not written, and its log stays beside it.

    It would do so by the file's name too, whatever lies there now. Where that is another database,
    the log is kept beside it under another name: opened together they would be neither.
    """
    if fold and live.may_be_folded_in:
        live.loosen()
        connection.close()
        live.let_go()
        return
    stray = live.log_lies_beside_another
    if hasattr(connection, "setconfig"):  # from Python 3.12 on; else the lock we hold prevents it
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, True)
    connection.close()
    live.loosen()
    live.let_go()
    if stray and not is_open_here(live.path):
        set_log_aside(live.path, datetime.now())


def set_log_aside(path: Path, now: datetime) -> Path | None:
    """Give the log beside a database that is not its own another name; None when it stays."""
    aside = path.with_name(f"{path.stem}-set-aside-{now:%Y-%m-%d-%H%M%S}{path.suffix}-wal")
    with suppress(OSError):
        if is_open_elsewhere(path):
            return None
        log_of(path).rename(aside)
        index_of(path).unlink(missing_ok=True)
        return aside
    return None
