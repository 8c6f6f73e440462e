"""Who comes and goes in the folder beside the window: other processes, while somebody works there.

Each is the real thing: `main()` of the command line, another program at the database, another
start. None may take away what was acknowledged; what they write themselves is not compared.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook

from inspector.__main__ import main
from inspector.storage.files.folder_layout import DATABASE_FILE

_HEADER = ("单位", "窗口号", "窗口类型", "工号", "姓名", "班组", "责任部门", "责任领导")


SAID = "said.txt"
"""What the last visitor said, in the scratch folder."""


def visit(kind: str, folder: Path, scratch: Path, number: int) -> int:
    """Come, and return the exit code; in a process of its own."""
    scratch.mkdir(exist_ok=True)
    said = os.open(scratch / SAID, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream in (1, 2):
        os.dup2(said, stream)
    return VISITORS[kind](folder, scratch, number)


def _command(folder: Path, *words: str | Path) -> int:
    return main(["--data", str(folder), *map(str, words)])


def _export(folder: Path, scratch: Path, number: int) -> int:
    return _command(folder, "export", "rectification", "-o", scratch / f"{number}.xlsx")


def _backup(folder: Path, scratch: Path, number: int) -> int:
    return _command(folder, "backup", "-o", scratch / f"{number}.zip")


def _doctor(folder: Path, scratch: Path, number: int) -> int:
    return _command(folder, "doctor")


def _import(folder: Path, scratch: Path, number: int) -> int:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(_HEADER)
    sheet.append(("城西营业厅", "1号窗口", "练习柜台", "2001", f"第{number}人", "", "综合部", "王"))
    book.save(scratch / f"{number}.roster.xlsx")
    return _command(folder, "import", scratch / f"{number}.roster.xlsx")


def _second_start(folder: Path, scratch: Path, number: int) -> int:
    return _command(folder)


def _python(folder: Path, scratch: Path, number: int) -> int:
    with closing(sqlite3.connect(folder / DATABASE_FILE, timeout=30)) as connection, connection:
        connection.execute("SELECT count(*) FROM scorecard_score").fetchall()
        connection.execute("INSERT OR REPLACE INTO setting VALUES ('visitor', ?)", (str(number),))
    return 0


def _shell(folder: Path, scratch: Path, number: int) -> int:
    asked = "SELECT count(*) FROM finding_status; PRAGMA wal_checkpoint(TRUNCATE);"
    return subprocess.run(["sqlite3", str(folder / DATABASE_FILE), asked]).returncode


def _sqlite_utils(folder: Path, scratch: Path, number: int) -> int:
    from sqlite_utils.cli import cli

    database = str(folder / DATABASE_FILE)
    cli.main(["rows", database, "finding_status", "--limit", "3"], standalone_mode=False)
    return 0


_Visitor: TypeAlias = Callable[[Path, Path, int], int]

VISITORS: dict[str, _Visitor] = {
    "export": _export,
    "import": _import,
    "backup": _backup,
    "doctor": _doctor,
    "second start": _second_start,
    "sqlite3 of Python": _python,
    "sqlite-utils": _sqlite_utils,
}
if shutil.which("sqlite3"):
    VISITORS["sqlite3"] = _shell
