"""The house is built as DESIGN §3 says: layers, packages, names and sizes of modules."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from token import COMMENT, ENCODING, NL, STRING
from tokenize import tokenize

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for top in ("inspector", "tests") for path in (ROOT / top).rglob("*.py"))
PACKAGES = sorted({path.parent for path in MODULES})

LONGEST = 500
"""Lines of a file at which it is split."""

MOST = 26
"""Modules of a folder at which it gets rooms."""

_BEFORE = (COMMENT, ENCODING, NL)

MEANINGLESS = {"util", "utils", "helper", "helpers", "common", "misc", "tools", "shared"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def begins_with_words(path: Path) -> bool:
    """Tell whether a module has a docstring, without reading all of it."""
    with path.open("rb") as file:
        first = next(each for each in tokenize(file.readline) if each.type not in _BEFORE)
    return first.type == STRING


def test_the_layers_hold(tmp_path: Path) -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint_imports, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\b0 broken", done.stdout)
    assert not re.search(r"\b0 kept", done.stdout)


@pytest.mark.parametrize("folder", PACKAGES, ids=name_of)
def test_a_package_says_what_it_is_and_imports_nothing(folder: Path) -> None:
    assert (folder / "__init__.py").is_file()
    tree = tree_of(folder / "__init__.py")
    assert ast.get_docstring(tree)
    names = {
        target.id
        for node in tree.body[1:]
        for target in (node.targets if isinstance(node, ast.Assign) else [None])
        if isinstance(target, ast.Name)
    }
    assert len(tree.body) == 1 + len(names), "more than a docstring and constants"
    assert names <= {"__version__"}


def test_every_module_says_what_it_is() -> None:
    assert [name_of(path) for path in MODULES if not begins_with_words(path)] == []


def test_every_module_is_named_for_what_it_is_about() -> None:
    assert [name_of(path) for path in MODULES if path.stem.strip("_") in MEANINGLESS] == []
    assert [name_of(path) for path in PACKAGES if path.name in MEANINGLESS] == []


def test_no_two_modules_have_one_name() -> None:
    names = Counter(path.stem for path in MODULES if path.parts[len(ROOT.parts)] == "inspector")
    own = {name: count for name, count in names.items() if not name.startswith("__")}
    assert [name for name, count in own.items() if count > 1] == []


def test_no_folder_is_crowded() -> None:
    count = Counter(path.parent for path in MODULES if path.stem != "__init__")
    assert {name_of(path): n for path, n in count.items() if n > MOST} == {}


def test_no_module_is_too_long() -> None:
    long = {
        name_of(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) > LONGEST
    }
    assert long == set()


@pytest.mark.parametrize(
    ("package", "banned"),
    [
        ("domain", {"PySide6", "sqlite3", "sqlite_utils", "openpyxl", "os", "pathlib", "time"}),
        ("storage", {"PySide6", "openpyxl"}),
        ("excel", {"PySide6", "sqlite3", "sqlite_utils"}),
        ("workspace", {"PySide6", "sqlite3", "sqlite_utils", "openpyxl"}),
        ("gui", {"sqlite3", "sqlite_utils", "openpyxl"}),
    ],
)
def test_a_layer_does_not_know_what_it_must_not(package: str, banned: set[str]) -> None:
    for path in (ROOT / "inspector" / package).rglob("*.py"):
        for name, line in imported(tree_of(path)):
            allowed = path.name.endswith("errors.py") and name == "pathlib"  # only to say where
            assert name not in banned or allowed, f"{name_of(path)}:{line}"


def imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The packages that a module imports, within its functions as well, and on which line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name.partition(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0], node.lineno


def test_the_domain_does_not_ask_the_clock() -> None:
    for path in (ROOT / "inspector" / "domain").rglob("*.py"):
        calls = {node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}
        assert not calls & {"now", "today", "utcnow"}, name_of(path)
