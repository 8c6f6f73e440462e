"""A PostgreSQL of the test's own on a socket, where its programs are installed."""

import glob
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OWNER, KEYED = "owner", "keyed"
"""Who owns every database; who needs a password."""

_PLACES = "/usr/lib/postgresql/*/bin"  # Debian keeps them off the PATH


def programs() -> Path | None:
    """The folder with `initdb`, or None."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return next((Path(each) for each in sorted(glob.glob(_PLACES), reverse=True)), None)


@dataclass(frozen=True)
class Server:
    """A running server; `socket` is the folder of its socket."""

    programs: Path
    socket: Path

    def address(self, database: str, user: str = OWNER) -> str:
        """The address of a database as a user."""
        return f"postgresql://{user}@/{database}?host={self.socket}"

    def run_sql(self, database: str, sql: str) -> str:
        """What psql prints for a statement of the owner."""
        done = subprocess.run(
            [self.programs / "psql", "-h", self.socket, "-U", OWNER, "-d", database, "-v",
             "ON_ERROR_STOP=1", "-X", "-A", "-t", "-c", sql],
            check=True, capture_output=True, text=True, cwd="/",
        )  # fmt: skip
        return done.stdout.strip()


def _unprivileged() -> list[str]:
    """What stands before a command that refuses to run as root."""
    if os.geteuid():
        return []
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


@contextmanager
def running(places: Path, settings: str = "-c fsync=off") -> Iterator[Server]:
    """Start one; it ends with the block, and nothing of it is left."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-"))  # a socket's path is short
    try:
        folder.chmod(0o755)
        if not os.geteuid():
            shutil.chown(folder, "nobody", "nogroup")
        data = folder / "data"
        before: list[str | Path] = [*_unprivileged()]
        subprocess.run(
            [*before, places / "initdb", "-D", data, "-U", OWNER, "--auth=trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync"],
            check=True, stdout=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip
        access = data / "pg_hba.conf"
        access.write_text(f"local all {KEYED} scram-sha-256\n{access.read_text()}")
        control = [*before, places / "pg_ctl", "-D", data, "-w"]
        options = f"-c listen_addresses='' -k {folder} {settings}"
        subprocess.run(
            [*control, "-l", folder / "log", "-o", options, "start"],
            check=True, stdout=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip
        try:
            yield Server(places, folder)
        finally:
            subprocess.run(
                [*control, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, cwd="/"
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
