"""What a folder holds, databases in awkward states, and a user without rights."""

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from inspector.storage.files.live_file import file_at, files_open_here, is_open_here

NOBODY = 65534

Contents = dict[str, str]


def contents(folder: Path) -> Contents:
    """The names of everything below a folder, with the hashes of the files."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(_bytes_of(path)).hexdigest() if path.is_file() else "folder"
        )
        for path in sorted(folder.rglob("*"))
    }


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file; of a database that is open here what SQLite says it holds."""
    if file_at(path) not in files_open_here():
        return path.read_bytes()
    if not is_open_here(path):  # its log, or the index of that
        return str(path.stat().st_size).encode()
    with closing(sqlite3.connect(path)) as connection:
        return bytes(connection.serialize())


def mode(path: Path) -> str:
    """The permissions of a file, such as 0600."""
    return f"{path.stat().st_mode & 0o7777:04o}"


def run_sql(path: Path, *statements: str) -> None:
    """Run statements on a database as another program would, and close it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def run_sql_and_crash(path: Path, *statements: str) -> None:
    """Run statements on a database in a process that dies with its write-ahead log unfolded."""
    script = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA journal_mode = WAL')\n"
        "for statement in sys.argv[2:]:\n"
        "    connection.execute(statement)\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, path, *statements], check=True)
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0


@contextmanager
def without_rights() -> Iterator[Path]:
    """Go on as a user whose rights are checked, with a folder of their own; root's are not."""
    if sys.platform == "win32":
        pytest.skip("needs POSIX permissions")
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    try:
        if is_root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o700)
        subprocess.run(["rm", "-r", str(folder)], check=True)
