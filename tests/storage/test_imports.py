"""What costs more to import than the whole window is not imported before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest


def modules_after(script: str, *arguments: Path) -> set[str]:
    """The modules that a fresh process has loaded once it has run `script`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{script}\nimport sys\nprint(*sys.modules)", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


OPEN = (
    "import sys\n"
    "from pathlib import Path\n"
    "from inspector.workspace.workspace import Workspace\n"
    "Workspace(Path(sys.argv[1])).close()"
)


@pytest.mark.ci
def test_an_up_to_date_database_opens_without_sqlite_utils(path: Path) -> None:
    loaded = modules_after(OPEN, path.parent)
    assert "sqlite3" in loaded
    assert not loaded & {"sqlite_utils", "openpyxl", "pypinyin", "tomli_w", "msgspec", "PySide6"}


@pytest.mark.ci
def test_a_new_database_is_made_with_it(tmp_path: Path) -> None:
    assert "sqlite_utils" in modules_after(OPEN, tmp_path / "new")


def test_the_window_is_imported_without_them() -> None:
    loaded = modules_after("import inspector.gui.program.application")
    assert "PySide6.QtWidgets" in loaded
    assert not loaded & {"sqlite_utils", "openpyxl", "pypinyin", "tomli_w", "msgspec"}


def test_the_command_line_is_imported_without_qt() -> None:
    loaded = modules_after(
        "from inspector.cli import checking, commands, exporting, form_command, keeping"
        "; from inspector.cli import sampling, taking_in; import inspector.__main__"
    )
    assert not loaded & {"PySide6", "sqlite3", "sqlite_utils", "openpyxl"}
