"""Packs spoilt at random, in bytes and in words: read, or every problem told by file and line."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.domain.errors import FaultyFileError
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from inspector.workspace.sentences import problem_sentences, sentence
from tests.storage.packs.pack_folders import FILES

FEW, MANY = settings(max_examples=200), settings(max_examples=10_000)
SHIPPED = {
    folder.name: {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))}
    for folder in pack_folders(checklists_folder())
}
_TOKEN = re.compile(r'"(?:\\.|[^"\\\n])*"|[\w.-]+|[^\s\w]|\n')
_PLACE = re.compile(r"^[\w.-]+\.toml(:\d+)?  \S")

TOKENS = (
    "[", "]", "[[", "]]", "{", "}", "=", ",", ".", '"', "'", '"""', "'''", "#", "\\", "\n", "\r",
    "\t", "\0", "\ufeff", "\u2028", "\ue000", "id", "item", "[[item]]", "[item]", "[item.rule]",
    "full", "rule", "true", "false", "inf", "-inf", "nan", "1e400", "1e999999999999999999999",
    "-1", "0.001", "0x1F", "0o7", "0b1", "1_000", "9" * 5_000, "1979-05-27", "07:32:00",
    "1979-05-27T07:32:00Z", "9999-99-99", '""', '" "', '"\\u0000"', '"\\ud800"', '"\\x41"',
    '"长长长"', "[[[[[[[[[[1]]]]]]]]]]", "[" * 2_000, "{a=" * 2_000, "a." * 500 + "a=1", "[1, 'a']",
    "{ kind = 1 }", '{ kind = "bonus" }', "１２", "，", "“字”",
)  # fmt: skip

_numbers = st.integers(0, 1 << 20)
words = st.lists(
    st.tuples(st.sampled_from(("put", "drop", "double", "change")), _numbers,
              st.sampled_from(TOKENS) | st.text(max_size=5)),
    min_size=1, max_size=4,
)  # fmt: skip
flips = st.lists(st.tuples(_numbers, st.integers(0, 255)), min_size=1, max_size=6)


def in_words(text: str, changes: list[tuple[str, int, str]]) -> str:
    """Spoil a text by its words."""
    for name, at, token in changes:
        found = list(_TOKEN.finditer(text))
        if not found:
            return token
        match = found[at % len(found)]
        before, own, after = text[: match.start()], match[0], text[match.end() :]
        text = {
            "put": f"{before}{token} {own}{after}",
            "drop": before + after,
            "double": f"{before}{own} {own}{after}",
            "change": before + token + after,
        }[name]
    return text


def refusal(folder: Path) -> FaultyFileError | None:
    """What a pack is refused with, if it is."""
    try:
        read_pack_folder(folder)
    except FaultyFileError as error:
        return error
    return None


def read_or_told(folder: Path, held: dict[str, bytes]) -> None:
    """Read a pack from files; what it is refused for names its place, and the files stay."""
    for name, content in held.items():
        (folder / name).write_bytes(content)
    refused = refusal(folder)
    if refused is not None:
        lines = problem_sentences(refused)
        assert lines
        assert len(lines) <= 201
        assert all(line.isprintable() for line in (sentence(refused), *lines))
        assert all(_PLACE.match(line) or line.startswith("…") for line in lines), lines
    assert {name: (folder / name).read_bytes() for name in held} == held


def spoilt_in_words(
    folder: Path, files: dict[str, str], which: int, changes: list[tuple[str, int, str]]
) -> None:
    names = sorted(files)
    held = {name: text.encode() for name, text in files.items()}
    name = names[which % len(names)]
    held[name] = in_words(files[name], changes).encode("utf-8", "surrogatepass")
    read_or_told(folder, held)


def spoilt_in_bytes(
    folder: Path, files: dict[str, str], which: int, changes: list[tuple[int, int]]
) -> None:
    names = sorted(files)
    held = {name: text.encode() for name, text in files.items()}
    new = bytearray(held[names[which % len(names)]])
    for at, byte in changes:
        new[at % len(new)] = byte
    held[names[which % len(names)]] = bytes(new)
    read_or_told(folder, held)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack's folder; what the shipped ones share lies beside it, and is sound."""
    place = tmp_path_factory.mktemp("packs")
    shutil.copytree(checklists_folder() / "common", place / "common")
    (place / "hall").mkdir()
    return place / "hall"


@pytest.mark.ci
@FEW
@given(which=st.integers(0, 4), changes=words)
@example(which=0, changes=[("put", 0, "a." * 4_900 + "a = 1\n")])
@example(which=0, changes=[("put", 0, "[" + "a." * 4_900 + "a]\n")])
@example(which=0, changes=[("put", 0, "x = " + "[" * 4_900 + "\n")])
def test_words(folder: Path, which: int, changes: list[tuple[str, int, str]]) -> None:
    spoilt_in_words(folder, FILES, which, changes)


@pytest.mark.ci
@FEW
@given(which=st.integers(0, 4), changes=flips)
def test_bytes(folder: Path, which: int, changes: list[tuple[int, int]]) -> None:
    spoilt_in_bytes(folder, FILES, which, changes)


@pytest.mark.long
@pytest.mark.parametrize("pack", SHIPPED)
@MANY
@given(which=st.integers(0, 4), changes=words)
def test_words_at_length(
    folder: Path, pack: str, which: int, changes: list[tuple[str, int, str]]
) -> None:
    spoilt_in_words(folder, SHIPPED[pack], which, changes)


@pytest.mark.long
@pytest.mark.parametrize("pack", SHIPPED)
@MANY
@given(which=st.integers(0, 4), changes=flips)
def test_bytes_at_length(
    folder: Path, pack: str, which: int, changes: list[tuple[int, int]]
) -> None:
    spoilt_in_bytes(folder, SHIPPED[pack], which, changes)
