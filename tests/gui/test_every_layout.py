"""Nothing is cut, lost, or lies over something else: whatever comes to the front, on every screen.

Both languages, the sizes that are promised, names of a usual length and ones that nobody has.
"""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.conftest import RunMain
from tests.gui.commands.conftest import EVERY, SOME
from tests.gui.commands.views import Go
from tests.gui.looks import (
    LANGUAGES,
    LAPTOP,
    QUARTER,
    SMALL_AND_LARGE,
    cut,
    lines_short,
    lost,
    overlapping,
    primaries,
    settle,
)
from tests.written_once import Written

SIZES = SMALL_AND_LARGE
PLAIN = {"plain": ""}
NAMED = PLAIN | {"long names": f"{'超长名称' * 30}{'W' * 60}"}

CI = pytest.mark.ci

COMBINATIONS = [
    pytest.param(LAPTOP, "zh_CN", "", SOME, id="100 %-zh_CN-plain-some"),
    *(
        pytest.param(size, language, more, EVERY, id=f"{at}-{language}-{named}", marks=CI)
        for at, size in SIZES.items()
        for language in LANGUAGES
        for named, more in NAMED.items()
    ),
    *(
        pytest.param(QUARTER, language, "", EVERY, id=f"200 %-{language}-plain", marks=CI)
        for language in LANGUAGES
    ),
]
"""At 200 % the short form looks whether a page scrolls sideways (`test_at_200_percent`)."""

_CALLED = (
    ("site", "name"),
    ("window", "number"),
    ("window", "leader"),
    ("staff", "name"),
    ("inspection", "site_name"),
    ("scorecard", "staff_name"),
    ("scorecard", "window_number"),
    ("finding", "item_text"),
    ("finding", "site_name"),
    ("patrol_entry", "text"),
)
"""What people call something, by table and column."""


def lengthen(folder: Path, more: str) -> None:
    """Let everything be called by longer names."""
    with closing(Workspace(folder)) as workspace:
        for table, column in _CALLED:
            workspace.database.write(
                f"UPDATE \"{table}\" SET {column} = {column} || ? WHERE {column} <> ''", (more,)
            )


@pytest.mark.ci
@pytest.mark.parametrize(("size", "language", "more", "ways"), COMBINATIONS)
def test_nothing_is_cut_lost_or_covered(
    run_main: RunMain,
    written: Written,
    tmp_path: Path,
    size: QSize,
    language: str,
    more: str,
    ways: dict[str, Go],
) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    if more:
        lengthen(folder, more)
    seen: list[str] = []

    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(size)
        for name, go in ways.items():
            go(window)
            settle()
            assert (name, window.size()) == (name, size)
            found = lost(window, scrolls=bool(more))
            if size != QUARTER:  # where a page is scrolled to and nothing is out of reach
                found += [*cut(window), *lines_short(window), *overlapping(window)]
            filled = primaries(window)
            found += [f"{len(filled)} filled buttons"] * (len(filled) > 1)
            seen.extend(f"{name}: {each}" for each in found)
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", language) == 0
    assert not seen, "\n".join(seen)
