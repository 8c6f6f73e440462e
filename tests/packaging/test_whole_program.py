"""A tree has all that the program imports and its pages need: the keep-lists are no older than it.

CI lays a tree out of this environment's libraries by the list for Linux (the newest Qt, not the
LTS). By hand, `INSPECTOR_TREE` names a real one that bundle.py made for linux-x64.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from keep_list import read_keep_list
from renew import locked
from targets import LINUX, WINDOWS

from inspector.workspace.sample.demo import write_demo

ROOT = Path(__file__).parents[2]
WALK = Path(__file__).with_name("tree_walk.py")
TREE = os.environ.get("INSPECTOR_TREE", "")

BEGIN = """\
import runpy, sys
sys.path.insert(0, sys.argv[1])
runpy.run_path(sys.argv[2], run_name="__main__")
"""


@pytest.mark.ci
def test_what_is_kept_of_the_libraries_is_all_that_is_used(tmp_path: Path) -> None:
    site = _lay_out(tmp_path / "site")
    imports = _walk([sys.executable, "-I", "-S", "-c", BEGIN, site, WALK], tmp_path)
    # Windows has the same libraries, in files of other names.
    keep, lock, brought_by = read_keep_list(WINDOWS.keep), locked(WINDOWS.lock), _distributions()
    for name in imports:
        package, _, part = name.partition(".")
        assert brought_by[package] & set(lock), f"{name} is in no wheel for Windows"
        if package == "PySide6" and part:
            for file in (f"PySide6/{part}.pyd", f"PySide6/Qt6{part.removeprefix('Qt')}.dll"):
                assert keep.keeps(file), file


@pytest.mark.long
@pytest.mark.skipif(not TREE, reason="INSPECTOR_TREE names no program that bundle.py made")
def test_a_tree_has_all_that_is_used(tmp_path: Path) -> None:
    _walk([Path(TREE, LINUX.python), "-I", WALK], tmp_path)


def _lay_out(site: Path) -> Path:
    """Lay the program out with what the list keeps of its libraries, and nothing beside them."""
    keep = read_keep_list(LINUX.keep)
    for name in locked(LINUX.lock):
        for file in distribution(name).files or ():
            if keep.keeps(file.as_posix()) and ".." not in file.parts:
                _put(Path(str(file.locate())), site / file)
    for name in ("inspector", "checklists", "resources"):
        shutil.copytree(ROOT / name, site / name)
    return site


def _put(file: Path, place: Path) -> None:
    """Put a library's file in its place, by a link where the disk knows them."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, place)
    except OSError:
        shutil.copy(file, place)


def _walk(command: Sequence[str | Path], folder: Path) -> list[str]:
    """Import everything and draw every page; return what was imported of the libraries."""
    data = folder / "data"
    write_demo(data, 3, 1, date(2026, 11, 27), rounds=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [*command, data],
        env=kept | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert {page.partition(" ")[0] for page in said["pages"]} == _page_classes()
    imports: list[str] = said["imports"]
    return imports


def _page_classes() -> set[str]:
    """Return the names of the window's pages, as the sources have them."""
    texts = (path.read_text("utf-8") for path in (ROOT / "inspector" / "gui").rglob("*.py"))
    head = re.compile(r"(?m)^class (\w+(?:Page|Preview))\((?:Preview)?Page\):")
    return {name for text in texts for name in head.findall(text)}


def _distributions() -> dict[str, set[str]]:
    """Return by the name of a package what brings it, as locks write it."""
    found = packages_distributions()
    return {name: {each.lower().replace("_", "-") for each in found[name]} for name in found}
