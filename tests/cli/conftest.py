"""The program as a shell sees it, with a home of the test's own."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from inspector.__main__ import main
from inspector.paths import catalogues_folder
from inspector.translation import use_language
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.preferences import CHECKED_BY, FILLED_BY, PHONE, UNIT_NAME
from inspector.workspace.sample.demo import write_demo
from tests.written_once import Written

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """What a run came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty home of every test, which is the working directory as well."""
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def run(home: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `main(words)` in this process."""

    def run(*words: object) -> Done:
        capfd.readouterr()
        try:
            code: object = main([str(word) for word in words])
        except SystemExit as stop:  # argparse, for help and wrong usage
            code = stop.code
        finally:
            use_language("en", catalogues_folder())
        assert isinstance(code, int)
        captured = capfd.readouterr()
        assert "Traceback" not in captured.err
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def english(run: Run) -> Run:
    """Return the same function with `--lang en` in front."""
    return lambda *words: run("--lang", "en", *words)


Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def process(home: Path) -> Process:
    """Return a function that runs `python -m inspector` with other variables."""

    def run(
        *words: object, script: str = "", **variables: str | None
    ) -> "subprocess.CompletedProcess[bytes]":
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        for name, value in variables.items():
            environment.pop(name, None)
            if value is not None:
                environment[name] = value
        start = ["-c", script] if script else ["-m", "inspector"]
        return subprocess.run(
            [sys.executable, *start, *map(str, words)],
            env=environment,
            capture_output=True,
            timeout=300,  # a busy machine is no fault of the program
        )

    return run


LAST_DAY = date(2026, 11, 27)


def write_signed(folder: Path, visits: int) -> None:
    """Write sample data whose completed visits all lie before LAST_DAY."""
    write_demo(folder, visits, 1, LAST_DAY)
    sign(folder)


def sign(folder: Path) -> None:
    """Set what stands around the tables of papers, so that nothing is blank on them."""
    with closing(open_beside(folder)) as workspace:
        for preference in (UNIT_NAME, FILLED_BY, CHECKED_BY, PHONE):
            workspace.preferences.set(preference, preference.key)


@pytest.fixture
def data(copied: Written) -> Path:
    """Sample data, signed."""
    return copied(write_signed, 14)


@pytest.fixture
def few(copied: Written) -> Path:
    """The same of few visits: each has a workbook of its own."""
    return copied(write_signed, 4)
