"""A program in a folder of its own, laid out as an assembled one: to try versions and places.

Its Python is the one that runs the tests; what is tried is where the program finds itself.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inspector.storage.schema.step_names import STEP_NAMES

ROOT = Path(__file__).parents[2]

LATER_STEP = "m999_later"
"""A step of the schema that a later program takes."""


@dataclass(frozen=True)
class Assembled:
    """The program's folder, and the home of who starts it."""

    folder: Path
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """What it is started with: a home of its own, no screen, no other program's modules."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "XDG_", "INSPECTOR_"))
        }
        return kept | {
            "HOME": str(self.home),
            "PYTHONPATH": str(self.folder / "site"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def begin(self, *words: str | Path) -> "subprocess.Popen[str]":
        """Start it, with words behind its name."""
        return subprocess.Popen(
            [sys.executable, "-m", "inspector", *map(str, words)],
            cwd=self.home,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *words: str | Path) -> tuple[int, str, str]:
        """Run it to its end; return the exit code and what it said, on both streams."""
        return end(self.begin(*words))


def end(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Wait for a program's end; return the exit code and what it said, on both streams."""
    out, err = process.communicate(timeout=120)
    of_screen = "This plugin does not support "  # what offscreen says of itself
    lines = [line for line in err.splitlines(keepends=True) if not line.startswith(of_screen)]
    return process.returncode, out, "".join(lines)


def wait_for(holds: Callable[[], object]) -> None:
    """Wait for a minute at most until something holds."""
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.1)


def assembled(folder: Path, home: Path, version: str = "", step: str = "") -> Assembled:
    """Lay a program out; of another `version`, with a `step` of the schema more."""
    package = folder / "site" / "inspector"
    shutil.copytree(ROOT / "inspector", package)  # with what is compiled, which is as old
    for name in ("checklists", "resources"):
        shutil.copytree(ROOT / name, folder / "site" / name)
    (folder / "python").mkdir()
    if version:
        _replace(package / "__init__.py", '__version__ = "', f'__version__ = "{version}"  # "')
    if step:
        schema = package / "storage" / "schema"
        last = STEP_NAMES[-1]
        _replace(schema / "step_names.py", f'    "{last}",\n', f'    "{step}",\n', after=True)
        made = (
            f"\ndef {step}(database):\n    database['later'].create({{'id': str}}, pk='id')\n\n\n"
        )
        _replace(schema / "migrations.py", "\nSTEPS: tuple", made, before=True)
        _replace(schema / "migrations.py", f"    {last},\n", f"    {step},\n", after=True)
    home.mkdir(exist_ok=True)
    return Assembled(folder, home)


def _replace(path: Path, old: str, new: str, *, before: bool = False, after: bool = False) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    whole = old + new if after else new + old if before else new
    path.write_text(text.replace(old, whole), "utf-8")
