"""A pack to a folder and back: nothing is lost, and what is edited there is told by its line."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_reading import read_pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from inspector.storage.packs.pack_folder_writing import write_pack_folder
from tests.packs.hard_packs import HARD, hard_pack, hard_packs

SHIPPED = pack_folders(checklists_folder())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packs") / "hall"


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_pack_that_ships_comes_back_the_same(folder: Path, tmp_path: Path) -> None:
    pack = read_pack_folder(folder)
    write_pack_folder(pack, tmp_path / "once")
    assert read_pack_folder(tmp_path / "once") == pack
    write_pack_folder(read_pack_folder(tmp_path / "once"), tmp_path / "twice")
    assert contents(tmp_path / "once") == contents(tmp_path / "twice")


@pytest.mark.ci
@given(hard_packs())
def test_any_pack_comes_back_the_same(place: Path, pack: Pack) -> None:
    write_pack_folder(pack, place)
    assert read_pack_folder(place) == pack


@pytest.mark.parametrize("text", HARD, ids=repr)
def test_a_hard_text_comes_back_the_same_everywhere(tmp_path: Path, text: str) -> None:
    pack = hard_pack([text.strip()] * 8, [450, 25, 1050])
    write_pack_folder(pack, tmp_path / "hall")
    assert read_pack_folder(tmp_path / "hall") == pack


@pytest.mark.ci
@given(hard_packs())
def test_the_files_are_plain_toml_that_says_the_same(place: Path, pack: Pack) -> None:
    write_pack_folder(pack, place)
    tables = {
        path.stem: tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        for path in place.iterdir()
    }
    assert tables == pack_tables(pack)
    assert read_pack(tables, lambda path: "") == (pack, [])


# An edit of a written file is told by its line

HARDEST = hard_pack(
    ['"""', "'''", "[[item]]\nid = 1", "甲\u2028乙", "# 不是注释", "C:\\检查", "甲\x85乙", "a,]}"],
    [450, 25, 1050],
)
NUMBER, WORD = 424242, "§§"  # marks that stand nowhere else


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every single value."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from leaves(part, (*path, index))
    else:
        yield path


LEAVES = list(leaves(pack_tables(HARDEST)))


def around(tables: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401
    """What the value at `path` stands in."""
    for step in path[:-1]:
        tables = tables[step]
    return tables


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(FaultyFileError) as refused:
        read_pack_folder(folder)
    return refused.value.problems


@pytest.fixture
def written(tmp_path: Path) -> Path:
    write_pack_folder(HARDEST, tmp_path / "hall")
    return tmp_path / "hall"


def test_every_way_to_write_a_rule_is_among_them(written: Path) -> None:
    text = (written / "cleanliness.toml").read_text("utf-8")
    assert "[item.rule]" in text
    assert "[[item.rule.options]]" in text
    assert "bands = [\n" in (written / "operating-norms.toml").read_text("utf-8")


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: ".".join(map(str, path)))
def test_a_value_of_another_type_is_told_with_its_line(
    written: Path, path: tuple[str | int, ...]
) -> None:
    file = written / f"{path[0]}.toml"
    table = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    spot = around({path[0]: table}, path)
    spot[path[-1]] = NUMBER if isinstance(spot[path[-1]], str) else WORD
    text = tomli_w.dumps(table, multiline_strings=False)
    file.write_bytes(text.encode())
    lines = text.split("\n")
    (line,) = (n for n, said in enumerate(lines, 1) if str(NUMBER) in said or WORD in said)
    (problem,) = problems_of(written)
    assert problem.place == f"{file.name}:{line}"
    assert problem.fault.name.startswith("NOT_")


TABLES = sorted({path[:n] for path in LEAVES for n in range(1, len(path)) if path[n] != 0
                 and isinstance(path[n], str)}, key=str)  # fmt: skip


@pytest.mark.parametrize("path", TABLES, ids=lambda path: ".".join(map(str, path)))
def test_a_key_too_many_is_told_with_its_line(written: Path, path: tuple[str | int, ...]) -> None:
    file = written / f"{path[0]}.toml"
    table = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    around({path[0]: table}, (*path, "surplus"))["surplus"] = 1
    text = tomli_w.dumps(table, multiline_strings=False)
    file.write_bytes(text.encode())
    (line,) = (n for n, said in enumerate(text.split("\n"), 1) if "surplus" in said)
    (problem,) = problems_of(written)
    assert (problem.place, problem.fault) == (f"{file.name}:{line}", Fault.UNKNOWN_KEY)
