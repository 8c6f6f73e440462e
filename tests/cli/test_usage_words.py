"""Help and wrong usage are wholly in one language; common options stand anywhere."""

import argparse
import ast
import inspect
import re
from pathlib import Path

import pytest

from inspector import usage_words
from inspector.arguments import arguments
from tests.cli.conftest import LAST_DAY, Run

COMMANDS = tuple(
    sorted(
        name
        for action in arguments()._actions
        if isinstance(action.choices, dict)
        for name in action.choices
    )
)

WRONG = {
    "unknown command": ["klingon"],
    "unknown option": ["--klingon"],
    "unknown option of a command": ["doctor", "--klingon"],
    "one word too many": ["import", "a", "b"],
    "option without its value": ["--data"],
    "option of a command without its value": ["export", "summary", "-o"],
    "value of a flag": ["doctor", "--repair=x"],
    "wrong choice of an option": ["--lang", "klingon"],
    "wrong choice of a word": ["export", "klingon", "-o", "o.xlsx"],
    "missing word": ["demo"],
    "missing words": ["check"],
    "missing option": ["export", "summary"],
    "one of several is needed": ["form"],
    "two that exclude each other": ["form", "--list", "--sample", "d"],
    "shortened and ambiguous": ["export", "summary", "-o", "o.xlsx", "--f", "x"],
    "no number": ["demo", "d", "--seed", "x"],
    "no count": ["demo", "d", "--inspections", "x"],
    "no date": ["demo", "d", "--until", "x"],
    "no month": ["export", "summary", "-o", "o.xlsx", "--month", "x"],
    "no archive": ["backup", "-o", "o"],
    "no workbook": ["export", "summary", "-o", "o"],
    "days the wrong way round": [
        "export", "summary", "-o", "o.xlsx", "--from", "2026-11-02", "--to", "2026-11-01",
    ],
    "options that do not go together": ["export", "summary", "-o", "o.xlsx", "--photos"],
}  # fmt: skip

LITERAL = re.compile(
    r"--?[a-z][a-z-]*|inspector|zh_CN|Excel|PDF|\ben\b|\.xlsx|\.docx|\.pdf|\.zip|klingon|\bo\.xlsx|\b[a-z]\b"
    r"|rectification|summary|circular|patrol|minutes|satisfaction|complaints|evaluations?|trainings?|plans?|surveys"
    r"|record|notice|form|all|packs?|sites|inspections|inspectors|findings|exceptions|whole|bash|zsh"
    r"|\bset|change|remove|status"
    r"|JSON|postgresql://|\.sqlite"
    r"|same|new|names|photos|sketches|\.inspx"
    r"|" + "|".join(COMMANDS)
)
"""What is typed as it stands, in any language."""


def strays(text: str, language: str) -> list[str]:
    """The words of the other language."""
    if language == "en":
        return re.findall(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+", text)
    return re.findall(r"[A-Za-z]{2,}", LITERAL.sub("", text))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_wholly_in_one_language(run: Run, command: str, language: str) -> None:
    done = run(*filter(None, [command]), "--help", "--lang", language)
    assert (done.code, done.err) == (0, "")
    assert strays(done.out, language) == []
    assert ("用法：inspector" in done.out) == (language == "zh_CN")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_wrong_usage_is_told_wholly_in_one_language(
    run: Run, words: list[str], language: str
) -> None:
    done = run("--lang", language, *words)
    assert (done.code, done.out) == (2, "")
    assert strays(done.err, language) == []


def test_there_are_commands_to_walk() -> None:
    assert {"demo", "check", "import", "export", "form", "backup", "restore", "doctor"} <= {
        *COMMANDS
    }


# What only a mistake of ours makes argparse say
OURS = re.compile(
    r"is an invalid argument|is not callable|not defined|with mode|cannot have|cannot merge"
    r"|conflict|dest=|invalid option string|mutually exclusive|can't open|deprecated|warning"
    r"|\(default|^subcommands$|show program's version"
)


def test_argparse_of_this_python_says_nothing_else() -> None:
    said = {
        each.value
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        for each in node.args
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }
    assert len(said) > 20
    assert {each for each in said - set(usage_words._OWN_WORDS) if not OURS.search(each)} == set()


@pytest.mark.ci
def test_common_options_stand_before_and_after_the_command(run: Run, home: Path) -> None:
    folder = home / "data"
    assert run("demo", folder, "--inspections", "2", "--until", LAST_DAY).code == 0
    # The refusal, and not what doctor finds: how much room is left changes from one to the next.
    nobody = ("export", "summary", "--site", "nowhere", "-o", home / "o.xlsx")
    before = run("--data", folder, "--lang", "en", *nobody)
    after = run(*nobody, "--data", folder, "--lang", "en")
    assert before == after
    assert before.code == 1
    assert "nowhere" in before.err
    # The later counts.
    around = run("--lang", "zh_CN", *nobody, "--lang", "en", "--data", folder)
    assert around == before


def test_an_option_before_is_not_undone_by_the_command(run: Run, home: Path) -> None:
    missing = home / "missing"
    done = run("--lang", "en", "--data", missing, "export", "summary", "-o", home / "o.xlsx")
    assert done.code == 1
    assert str(missing) in done.err
