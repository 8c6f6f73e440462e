"""Folders that are no pack, or too much of one: refused by file and line, within bounds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.storage.packs.pack_files import LARGEST_FILE
from tests.hostile.child import assert_refused_or_read, posix_only, run_child
from tests.storage.packs.pack_folders import write_pack

FILE = "etiquette.toml"
ITEM = '\n[[item]]\nid = "z{n}"\nfull = 1\nrule = {{ kind = "deduct", each = 1 }}\ntext = "{n}"\n'


def before(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(text + path.read_text("utf-8"), "utf-8", newline="\n")


def behind(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(path.read_text("utf-8") + text, "utf-8", newline="\n")


def instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        path.unlink()
        make(path)

    return change


TOO_MUCH = f"{FILE}  This is too long"
TOO_WIDE = f"{FILE}:1  This is too long"

HARD: dict[str, tuple[Callable[[Path], object], str]] = {
    "dotted name": (before(".".join("a" * 100_000) + " = 1\n"), TOO_WIDE),
    "dotted name in the longest line": (before(".".join("a" * 4_900) + " = 1\n"), f"{FILE}:1"),
    "dotted header": (before(f"[{'.'.join('a' * 100_000)}]\n"), TOO_WIDE),
    "nested lists": (before(f"x = {'[' * 4_900}{']' * 4_900}\n"), "nested too deeply"),
    "nested over lines": (before("x = " + "[\n" * 9_000 + "]\n" * 9_000), "nested too deeply"),
    "nested tables": (before(f"x = {'{a=' * 2_400}1{'}' * 2_400}\n"), "nested too deeply"),
    "long text": (behind(f'\n[[item]]\ntext = "{"a" * 10_000_000}"\n'), TOO_MUCH),
    "long comment": (before(f"#{'a' * 100_000}\n"), TOO_WIDE),
    "long number": (before(f"x = {'9' * 9_000}\n"), f"{FILE}:1  This cannot be read"),
    "thousands of names": (before("".join(f"k{n} = 1\n" for n in range(50_000))), "more."),
    "thousands of faults": (behind("\n[[item]]\nid = 5\n" * 40_000), "more."),
    "thousands of items": (behind("".join(ITEM.format(n=n) for n in range(9_000))), "more."),
    "bytes without end": (lambda path: os.truncate(path, 1_000_000_000), TOO_MUCH),
    "wrong bytes": (lambda path: path.write_bytes(b"# \xff\n"), f"{FILE}:1  This cannot be read"),
    "a folder": (instead(Path.mkdir), "cannot be read"),
    "a link to nothing": (instead(lambda path: path.symlink_to("gone")), "This file is missing."),
    "a link to itself": (instead(lambda path: path.symlink_to(FILE)), "a link to itself"),
    "a device": (instead(lambda path: path.symlink_to("/dev/zero")), "not an ordinary file"),
    "a pipe": (instead(lambda path: os.mkfifo(path)), "not an ordinary file"),
}


@pytest.mark.ci
@posix_only
@pytest.mark.parametrize("hard", HARD)
def test_a_hard_file_is_refused_with_its_place(tmp_path: Path, hard: str) -> None:
    change, expected = HARD[hard]
    folder = write_pack(tmp_path / "hall")
    change(folder / FILE)
    outcome = run_child("check", folder)
    assert_refused_or_read(outcome)
    assert outcome.code == 1
    assert expected in outcome.err
    assert len(outcome.err.splitlines()) <= 203


@posix_only
@pytest.mark.parametrize("files", [500, pytest.param(10_000, marks=pytest.mark.ci)])
def test_thousands_of_other_files_do_no_harm(tmp_path: Path, files: int) -> None:
    folder = write_pack(tmp_path / "hall")
    for number in range(files):
        (folder / f"{number}.toml").touch()
    (folder / "a\nb.toml").touch()
    outcome = run_child("check", folder)
    assert (outcome.code, outcome.err) == (0, "")


def test_the_packs_that_ship_are_far_below_the_bounds() -> None:
    from inspector.paths import checklists_folder

    sizes = [path.stat().st_size for path in checklists_folder().glob("*/*.toml")]
    assert max(sizes) * 10 < LARGEST_FILE
