"""The start as `--exit-when-ready` shows it: what it loads, and what it leaves behind."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import LOCK_FILE, ended_well
from inspector.storage.files.write_ahead_log import left_open
from inspector.workspace.sample.demo import write_demo

LATER = {
    "sqlite_utils", "openpyxl", "PIL", "pypinyin", "pyqtgraph", "docx", "msgspec", "tomllib",
    "tomli_w",
    "difflib", "logging.handlers", "inspector.gui.meeting", "inspector.gui.rectify",
    "inspector.gui.handbook",
    "inspector.gui.summary", "inspector.gui.data", "inspector.gui.visits.scoring.scoring_page",
    "inspector.gui.visits.starting.new_page", "inspector.gui.visits.walks.patrol.patrol_page",
    "inspector.gui.visits.walks.recheck.recheck_page",
    "inspector.gui.visits.record.result_page", "inspector.gui.widgets.file_choice",
    "inspector.gui.commands.key_sheet", "inspector.gui.frame.attendant",
    "inspector.gui.frame.ending", "inspector.gui.frame.missing_line",
    "inspector.gui.frame.way_back", "inspector.gui.widgets.lists.problem_list",
    "inspector.gui.program.log_file", "inspector.excel", "inspector.workspace.papers.reports",
    "inspector.workspace.sentences", "inspector.workspace.sample.demo",
    "inspector.workspace.findings.findings", "inspector.workspace.visits.rechecks",
    "inspector.domain.finding.finding", "inspector.storage.stores.finding_store",
    "inspector.storage.packs.pack_files", "fractions", "html.entities",
    "inspector.domain.checklist.pack_reading", "inspector.domain.checklist.item_schema",
    "inspector.domain.visit.scoring", "inspector.domain.visit.inspection_sheet",
    "inspector.domain.visit.patrol_duty", "inspector.domain.finding.recheck",
    "inspector.domain.figures.summary", "inspector.domain.record.signature",
    "inspector.storage.schema.migrations", "inspector.storage.stores.pack_store",
    "inspector.workspace.pending.pending_writes", "inspector.workspace.clock",
    "inspector.workspace.packs.pack_scoring_words", "inspector.domain.checklist.checklist",
    "inspector.domain.visit.answer_changes",
    "inspector.domain.faults", "hashlib", "urllib.parse", "calendar", "locale", "decimal",
}  # fmt: skip
"""What the first page does not wait for, even with open visits in its lists."""


OF_PATHS = {"urllib.parse"} if sys.version_info < (3, 12) else set[str]()
"""What pathlib loads of itself in Python 3.11."""


def start(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with `words`, in a home of its own."""
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
    )


def on(folder: Path) -> tuple[str, ...]:
    """Start the program on a folder until its first page takes keys."""
    return ("-m", "inspector", "--data", str(folder), "--exit-when-ready")


@pytest.mark.ci
def test_a_new_folder_is_made_and_left_whole(home: Path) -> None:
    folder = home / "new"
    done = start(home, *on(folder))
    assert done.returncode == 0, done.stderr
    assert ended_well(folder)
    assert (folder / LOCK_FILE).read_bytes() == b""
    assert not left_open(folder / DATABASE_FILE)
    assert start(home, *on(folder)).returncode == 0


@pytest.mark.ci  # a whole sample
def test_sample_data_is_thrown_away(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(home))
    done = start(home, "-m", "inspector", "--demo", "--exit-when-ready")
    assert done.returncode == 0, done.stderr
    assert not list(home.glob("inspector-demo-*"))


def test_the_first_page_waits_for_its_own_code_only(home: Path) -> None:
    folder = home / "data"
    write_demo(folder, inspections=3, seed=1, last_day=date(2026, 11, 24), rounds=True)
    done = start(home, "-X", "importtime", *on(folder))
    assert done.returncode == 0, done.stderr
    loaded = set(re.findall(r"^import time:.*\| +(\S+)$", done.stderr, re.MULTILINE))
    assert {"PySide6.QtWidgets", "sqlite3", "inspector.gui.visits.starting.start_page"} <= loaded
    assert not loaded & LATER - OF_PATHS


def test_the_collector_of_garbage_is_the_windows_until_it_ends(home: Path) -> None:
    # In a process of its own: here what the tests have loaded stays frozen.
    script = (
        "import gc, sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from inspector.__main__ import main\n"
        "def drive(*_): assert not gc.isenabled() and gc.get_freeze_count(); return 0\n"
        "QApplication.exec = drive\n"
        "assert main(['--data', sys.argv[1]]) == 0\n"
        "assert gc.isenabled() and not gc.get_freeze_count()\n"
    )
    done = start(home, "-c", script, str(home / "data"))
    assert done.returncode == 0, done.stderr


@pytest.mark.ci
def test_neither_start_nor_first_key_makes_every_kind_of_widget(home: Path) -> None:
    # PySide does, as soon as Qt hands it a bare QWidget that it has not met: 58 enumerations.
    folder = home / "data"
    write_demo(folder, inspections=3, seed=1, last_day=date(2026, 11, 24), rounds=True)
    script = (
        "import enum, sys\n"
        "made, plain = set(), enum.EnumType.__new__\n"
        "def watched(kind, name, *given, **named):\n"
        "    made.add(name)\n"
        "    return plain(kind, name, *given, **named)\n"
        "enum.EnumType.__new__ = watched\n"
        "from PySide6.QtTest import QTest\n"
        "from PySide6.QtCore import Qt\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from inspector.__main__ import main\n"
        "def drive(*_):\n"
        "    QApplication.processEvents()\n"
        "    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)\n"
        "    QApplication.processEvents()\n"
        "    assert 'FocusPolicy' in made and 'WizardStyle' not in made\n"
        "    return 0\n"
        "QApplication.exec = drive\n"
        "assert main(['--data', sys.argv[1]]) == 0\n"
    )
    done = start(home, "-c", script, str(folder))
    assert done.returncode == 0, done.stderr


def test_qt_leaves_import_as_it_is() -> None:
    script = (
        "import builtins; plain = builtins.__import__\n"
        "from inspector.gui.program.plain_import import load_qt; load_qt()\n"
        "import PySide6.QtWidgets, linecache, inspector.gui.frame.main_window\n"
        "assert builtins.__import__ is plain\n"
        "assert not [name for name in linecache.cache if 'main_window' in name]\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_what_knows_the_signatures_of_qt_is_read_when_one_is_asked_for() -> None:
    script = (
        "import sys\n"
        "from inspector.gui.program.plain_import import load_qt; load_qt()\n"
        "from PySide6.QtCore import QPoint\n"
        "parser = sys.modules['PySide6.support.signature.parser']\n"
        "assert 'pyside_type_init' not in vars(parser)\n"
        "try: QPoint('a', 'b')\n"
        "except TypeError as error: assert 'xpos: int, ypos: int' in str(error), error\n"
        "else: assert False\n"
        "assert 'pyside_type_init' in vars(parser)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
