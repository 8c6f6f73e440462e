"""Items that several packs share: written once in `common/`, taken by id, changed key by key."""

from pathlib import Path

import pytest

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from inspector.storage.packs.pack_folder_writing import write_pack_folder
from tests.storage.packs.pack_folders import write_pack

BADGE = """\
# 各行业通用
[[item]]
id = "badge"
text = "工牌佩戴在左胸"
full = 2
rule = { kind = "deduct", each = 1, unit = "人次" }
phrases = ["未戴工牌"]
"""
TAKEN = '[[item]]\ncommon = "badge"\n\n[[item]]\nid = "praise"'
OF_PRAISE = '[[item]]\nid = "praise"'


def folder_with(parent: Path, taken: str = TAKEN, common: str | None = BADGE) -> Path:
    """Write a pack whose etiquette takes an item, and the common file beside it."""
    if common is not None:
        (parent / "common").mkdir()
        (parent / "common" / "etiquette.toml").write_text(common, "utf-8")
    return write_pack(parent / "hall", ("etiquette.toml", OF_PRAISE, taken))


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(FaultyFileError) as caught:
        read_pack_folder(folder)
    return caught.value.problems


def etiquette(pack: Pack) -> list[str]:
    return [item.id for item in pack.checklists[0].items]


def test_an_item_is_taken_in_full_at_its_place(tmp_path: Path) -> None:
    pack = read_pack_folder(folder_with(tmp_path))
    assert etiquette(pack) == ["greet", "badge", "praise"]
    badge = pack.checklists[0].items[1]
    assert (badge.text, badge.full, badge.phrases) == ("工牌佩戴在左胸", 200, ("未戴工牌",))


def test_what_the_pack_says_stands_in_the_place_of_the_common_one(tmp_path: Path) -> None:
    own = 'common = "badge"\nfull = 3\nwindow_kinds = ["cashier"]'
    pack = read_pack_folder(folder_with(tmp_path, TAKEN.replace('common = "badge"', own)))
    badge = pack.checklists[0].items[1]
    assert (badge.full, badge.text) == (300, "工牌佩戴在左胸")
    assert badge.window_kinds == ("cashier",)


def test_the_common_folder_is_no_pack(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    assert pack_folders(tmp_path) == [folder]


def test_written_elsewhere_it_needs_no_common_folder(tmp_path: Path) -> None:
    pack = read_pack_folder(folder_with(tmp_path))
    write_pack_folder(pack, tmp_path / "elsewhere" / "hall")
    assert read_pack_folder(tmp_path / "elsewhere" / "hall") == pack


def test_a_change_of_the_common_file_is_seen(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    assert read_pack_folder(folder).checklists[0].items[1].full == 200
    file = tmp_path / "common" / "etiquette.toml"
    file.write_text(BADGE.replace("full = 2", "full = 4"), "utf-8")
    assert read_pack_folder(folder).checklists[0].items[1].full == 400


def test_an_id_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    (problem,) = problems_of(folder_with(tmp_path, TAKEN.replace("badge", "bagde")))
    assert problem == Problem("etiquette.toml:15", Fault.NOT_ONE_OF, "bagde", "badge")


def test_a_pack_taken_away_from_its_common_folder_says_what_is_missing(tmp_path: Path) -> None:
    (problem,) = problems_of(folder_with(tmp_path, common=None))
    assert problem == Problem("common/etiquette.toml", Fault.NO_FILE)


def test_a_fault_of_the_common_item_stands_in_the_common_file(tmp_path: Path) -> None:
    (problem,) = problems_of(folder_with(tmp_path, common=BADGE.replace("full = 2", 'full = "2"')))
    assert (problem.place, problem.fault) == ("common/etiquette.toml:5", Fault.NOT_A_NUMBER)


def test_a_fault_of_the_own_key_stands_in_the_pack(tmp_path: Path) -> None:
    own = TAKEN.replace('common = "badge"', 'common = "badge"\nfull = "3"')
    (problem,) = problems_of(folder_with(tmp_path, own))
    assert (problem.place, problem.fault) == ("etiquette.toml:16", Fault.NOT_A_NUMBER)


def test_a_key_that_neither_has_is_missing_where_the_item_is_taken(tmp_path: Path) -> None:
    (problem,) = problems_of(folder_with(tmp_path, common=BADGE.replace("full = 2\n", "")))
    assert (problem.place, problem.fault) == ("etiquette.toml:14", Fault.MISSING)


def test_a_common_file_that_the_parser_does_not_take_has_its_line(tmp_path: Path) -> None:
    (problem,) = problems_of(folder_with(tmp_path, common=BADGE.replace("full = 2", "full = ")))
    assert (problem.place, problem.fault) == ("common/etiquette.toml:5", Fault.UNREADABLE)


def test_an_item_of_the_pack_with_the_same_id_is_a_duplicate(tmp_path: Path) -> None:
    (problem,) = problems_of(folder_with(tmp_path, TAKEN.replace("praise", "badge")))
    assert (problem.fault, problem.found) == (Fault.DUPLICATE, "badge")
