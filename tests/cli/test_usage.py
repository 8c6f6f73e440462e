"""How the program is called: help, version, languages, wrong usage, what it must not import."""

from pathlib import Path

import pytest

from inspector import __version__
from tests.cli.conftest import Process, Run

COMMANDS = ("demo", "check", "import", "export")


def test_the_version_the_data_folder_and_the_licences_are_told(run: Run, home: Path) -> None:
    done = run("--version", "--lang", "en", "--data", home / "数据 一")
    assert (done.code, done.err) == (0, "")
    version, folder, runs, licences, *inside = done.out.splitlines()
    assert version == __version__  # alone, for scripts
    assert folder == f"Data folder: {home / '数据 一'}"
    assert "SQLite 3." in runs
    assert "MIT" in licences
    assert any(line.strip().startswith("lxml ") and "BSD-3-Clause" in line for line in inside)
    assert all(line.rpartition(": ")[2] for line in inside)  # each has a licence
    assert not (home / "数据 一").exists()


@pytest.mark.parametrize("words", [[], *([command] for command in COMMANDS)])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_help_is_given_in_both_languages(run: Run, words: list[str], language: str) -> None:
    done = run("--lang", language, *words, "--help")
    assert (done.code, done.err) == (0, "")
    assert ("usage: inspector" if language == "en" else "用法：inspector") in done.out
    if not words:
        assert all(command in done.out for command in COMMANDS)
        assert ("离线" in done.out) == (language == "zh_CN")


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-command"],
        ["--no-such-option"],
        ["--lang", "klingon"],
        ["--lang"],
        ["--data"],
        ["demo"],
        ["demo", "d", "--inspections", "-1"],
        ["demo", "d", "--inspections", "many"],
        ["demo", "d", "--inspections", "1e9"],
        ["demo", "d", "--inspections", "9" * 5000],
        ["demo", "d", "--inspections", "100001"],
        ["demo", "d", "--seed", "x"],
        ["demo", "d", "--until", "yesterday"],
        ["demo", "d", "--until", "2026-02-30"],
        ["demo", "d", "--until", "0001-01-01"],
        ["demo", "d", "--until", "9999-12-31"],
        ["check"],
        ["import"],
        ["import", "a", "b"],
        ["export"],
        ["export", "summary"],
        ["export", "poem", "-o", "out.xlsx"],
        ["export", "summary", "-o", "out.xlsx", "--from", "11/2026"],
        ["export", "summary", "-o", "out.xlsx", "--from", "2026-11-30", "--to", "2026-11-01"],
        ["export", "summary", "-o", "out.csv"],
        ["export", "summary", "-o", "out"],
        ["export", "satisfaction", "-o", "out.xlsx", "--site", "甲", "--slips", "0"],
        ["export", "satisfaction", "-o", "out.xlsx", "--site", "甲", "--slips", "501"],
        ["export", "summary", "-o", ""],
        ["export", "summary", "-o", "/"],
        ["export", "summary", "-o", ".xlsx"],
    ],
    ids=lambda words: " ".join(words)[:40],
)
def test_wrong_usage_is_told_and_does_nothing(run: Run, words: list[str], home: object) -> None:
    from pathlib import Path

    assert isinstance(home, Path)
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.strip().splitlines()[-1]) > 10
    assert "_count" not in done.err, "the name of a function of ours"
    assert "_day" not in done.err
    assert list(home.iterdir()) == []


def test_of_slips_it_is_told_what_is_missing(run: Run) -> None:
    words = ("--lang", "en", "export", "satisfaction", "-o", "s.xlsx", "--slips")
    assert "needs one --site" in run(*words, "25").err
    assert "satisfaction only" in run("--lang", "en", "export", "summary", *words[4:], "25").err
    assert "“0” is not a number of slips, from 1 to 500" in run(*words, "0", "--site", "甲").err


def test_a_wrong_date_is_told_in_the_language_asked_for(run: Run) -> None:
    words = ("demo", "d", "--until", "2026-02-30")
    assert "“2026-02-30” is no date" in run("--lang", "en", *words).err
    assert "“2026-02-30”不是日期" in run(*words).err


# Whatever the command does, it does without Qt

WITHOUT_QT = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Blocker())
from inspector.__main__ import main
code = main()
assert not [name for name in sys.modules if name.startswith("PySide6")]
sys.exit(code)
"""


@pytest.mark.ci
def test_no_command_needs_qt(process: Process, home: object) -> None:
    from tests.cli.test_commands import TIDY

    def run(*words: object) -> str:
        done = process(*words, script=WITHOUT_QT)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    run("demo", "data", "--inspections", "3", "--until", "2026-11-27")
    run("check", "--help")
    run("--data", "data", "import", TIDY)
    for kind in ("rectification", "summary"):
        run(
            "--data", "data", "export", kind, "-o", f"{kind}.xlsx", "--from", "2026-11-01",
            "--to", "2026-11-30",
        )  # fmt: skip


def test_without_the_libraries_of_qt_the_window_says_so(process: Process) -> None:
    done = process(script=WITHOUT_QT, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "apt-get install" in done.stderr.decode()
