"""Packs written as folders: they read back the same, and a failure leaves what was there."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.checklist import Pack, Policy, Totalling
from inspector.domain.checklist.gravity import GravityPoints
from inspector.domain.errors import CannotWriteError
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from inspector.storage.packs.pack_folder_writing import NOT_A_PACK, write_pack_folder
from tests.domain.packs import choice, deduct, measure, pack
from tests.storage.packs.pack_folders import write_pack
from tests.storage.raw_files import contents, without_rights

AWKWARD = (
    '"引号"',
    "'''",
    '"""',
    "反\\斜",
    "a\tb",
    "# 不是注释",
    "[[item]]",
    "甲\u2028乙",
    "👍🏽",
    "a=1",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("written")


@pytest.mark.parametrize("shipped", pack_folders(checklists_folder()), ids=lambda path: path.name)
def test_a_pack_that_ships_reads_back_the_same(tmp_path: Path, shipped: Path) -> None:
    whole = read_pack_folder(shipped)
    write_pack_folder(whole, tmp_path / "again")
    assert read_pack_folder(tmp_path / "again") == whole


def test_what_a_unit_costs_by_gravity_stands_in_a_table_of_its_own(tmp_path: Path) -> None:
    policy = Policy(total=Totalling.DEDUCT, points=GravityPoints(50, 200, 600), ranked_from=80)
    whole = pack(deduct("a", 400, 50), replace(deduct("b", 0, 300), must=True), policy=policy)
    write_pack_folder(whole, tmp_path / "deducts")
    assert read_pack_folder(tmp_path / "deducts") == whole
    text = (tmp_path / "deducts" / "pack.toml").read_text("utf-8")
    assert "[policy.points]\nminor = 0.5\nmajor = 2\nsevere = 6\n" in text
    items = (tmp_path / "deducts" / "etiquette.toml").read_text("utf-8")
    assert items.count("each") == 1  # of the other one its gravity tells


@pytest.mark.ci
@given(st.lists(st.sampled_from(AWKWARD), min_size=4, max_size=4))
def test_awkward_texts_read_back_the_same(folder: Path, texts: list[str]) -> None:
    first, second, third, fourth = texts
    whole = replace(
        pack(
            replace(deduct("a"), text=first, phrases=(second, f"{second}二"), basis=third),
            choice("b"),
            measure("c"),
            replace(deduct("d"), requirement=fourth),
        ),
        title=fourth,
        summary=first,
    )
    write_pack_folder(whole, folder / "again")
    assert read_pack_folder(folder / "again") == whole


def test_what_was_there_is_replaced_whole(tmp_path: Path) -> None:
    write_pack(tmp_path / "hall")
    write_pack_folder(pack(deduct("a")), tmp_path / "hall")
    assert set(contents(tmp_path / "hall")) == {
        "pack.toml", "etiquette.toml", "civil-language.toml", "operating-norms.toml",
        "cleanliness.toml",
    }  # fmt: skip
    assert {path.name for path in tmp_path.iterdir()} == {"hall"}


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    write_pack_folder(pack(deduct("a", 450, 25)), tmp_path / "hall")
    (item,) = tomllib.loads((tmp_path / "hall" / "etiquette.toml").read_text("utf-8"))["item"]
    assert (item["full"], item["rule"]["each"]) == (4.5, 0.25)


def small() -> Pack:
    return pack(deduct("a"))


def test_a_file_in_its_place_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "hall").write_text("mine")
    before = contents(tmp_path)
    with pytest.raises(CannotWriteError):
        write_pack_folder(small(), tmp_path / "hall")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("other", ["notes.txt", "photos/1.jpg", ".git/config", "pack.toml/x"])
def test_a_folder_with_anything_else_in_it_is_refused_and_kept(tmp_path: Path, other: str) -> None:
    file = tmp_path / "mine" / other
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    before = contents(tmp_path)
    with pytest.raises(CannotWriteError) as refused:
        write_pack_folder(small(), tmp_path / "mine")
    assert refused.value.reason == NOT_A_PACK
    assert contents(tmp_path) == before


def test_an_empty_folder_may_become_a_pack(tmp_path: Path) -> None:
    (tmp_path / "hall").mkdir()
    write_pack_folder(small(), tmp_path / "hall")
    assert read_pack_folder(tmp_path / "hall") == small()


@pytest.fixture
def stubborn() -> Iterator[Path]:
    """A folder with a pack whose files cannot be deleted."""
    with without_rights() as folder:
        write_pack(folder / "hall")
        (folder / "hall").chmod(0o500)
        yield folder


def test_what_cannot_be_deleted_is_replaced_or_kept_whole(stubborn: Path) -> None:
    before = read_pack_folder(stubborn / "hall")
    after = before
    try:
        write_pack_folder(small(), stubborn / "hall")
        after = small()
    except CannotWriteError:
        pass
    assert read_pack_folder(stubborn / "hall") == after


def test_a_folder_that_cannot_be_written_is_told() -> None:
    with without_rights() as folder:
        write_pack(folder / "packs" / "hall")
        (folder / "packs").chmod(0o500)
        with pytest.raises(CannotWriteError) as refused:
            write_pack_folder(small(), folder / "packs" / "hall")
        assert refused.value.reason == "Permission denied"
        assert read_pack_folder(folder / "packs" / "hall").title == "营业厅"
