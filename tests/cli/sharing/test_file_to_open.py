"""`inspector FILE.inspx`: which word is a file for the window, and which are the line's own."""

from pathlib import Path

import pytest

from inspector.sharing_arguments import without_file
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        (["二组 11.inspx"], []),
        (["--data", "d", "二组 11.INSPX", "--lang", "en"], ["--data", "d", "--lang", "en"]),
        (["--demo", "--data=d", "二组 11.inspx.001"], ["--demo", "--data=d"]),
    ],
)
def test_a_bundle_in_the_place_of_a_command_is_for_the_window(
    words: list[str], rest: list[str]
) -> None:
    left, file = without_file(words)
    assert left == rest
    assert file is not None
    assert file.parent == Path.cwd()  # whole: the window may be another start's
    assert file.name.startswith("二组 11.")


@pytest.mark.parametrize(
    "words",
    [
        [], ["import", "a.inspx"], ["--data", "a.inspx"], ["share", "-o", "a.inspx"], ["a.xlsx"],
        ["--lang"],
    ],
)  # fmt: skip
def test_every_other_word_stays_where_it_is(words: list[str]) -> None:
    assert without_file(words) == (words, None)


def test_a_file_and_a_command_are_too_much(run: Run) -> None:
    done = run("--lang", "en", "a.inspx", "doctor")
    assert done.code == 2
    assert "'a.inspx'" in done.err
