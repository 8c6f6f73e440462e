"""Hostile files through the command line: exit 1, sentences, nothing changed, no traceback."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.workspace.sample.demo import write_demo
from tests.excel.reports import TODAY
from tests.hostile.child import posix_only, run_child
from tests.hostile.odd_cells import with_odd_cell
from tests.hostile.real_books import REAL, with_part
from tests.workspace.visiting import dump

pytestmark = posix_only

SHEET = "xl/worksheets/sheet1.xml"


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def laughing(path: Path) -> Path:
    REAL["roster"](path.parent).rename(path)
    return with_part(path, SHEET, lambda held: b'<!DOCTYPE x [<!ENTITY a "ha">]>' + held)


def odd(path: Path) -> Path:
    REAL["roster"](path.parent).rename(path)
    change: Callable[[bytes], bytes] = lambda held: with_odd_cell(  # noqa: E731
        held, "B6", "long whole number", 1
    )
    return with_part(path, SHEET, change)


def half(path: Path) -> Path:
    made = REAL["pack"](path.parent)
    path.write_bytes(made.read_bytes()[:3_000])
    return path


def foreign(path: Path) -> Path:
    made = REAL["notice"](path.parent).rename(path)
    part = "xl/worksheets/sheet2.xml"
    return with_part(made, part, lambda held: held.replace(b"spreadsheetml/2006/main", b"x"))


FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "pipe": (pipe, "not an ordinary file"),
    "document type": (laughing, "damaged"),
    "odd cell": (odd, "sheet “花名册”, cell B6"),
    "half a pack": (half, "damaged"),
    "foreign sheet": (foreign, "damaged"),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "data"
    write_demo(folder, 2, 1, TODAY)
    return folder


@pytest.mark.ci
@pytest.mark.parametrize("name", FILES)
def test_an_import_is_refused_and_changes_nothing(tmp_path: Path, data: Path, name: str) -> None:
    make, expected = FILES[name]
    path, before = make(tmp_path / "来件.xlsx"), dump(data)
    outcome = run_child("--data", data, "import", path)
    assert outcome.code == 1
    assert expected in outcome.err
    assert "Traceback" not in outcome.err
    assert dump(data) == before


@pytest.mark.ci
@pytest.mark.parametrize("name", ["pipe", "document type", "odd cell", "half a pack"])
def test_a_check_says_the_same(tmp_path: Path, data: Path, name: str) -> None:
    make, expected = FILES[name]
    outcome = run_child("--data", data, "check", make(tmp_path / "来件.xlsx"))
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    assert expected in outcome.err or name == "pipe"
