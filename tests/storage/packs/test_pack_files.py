"""Packs as folders: what is read, and every way in which one is refused, with its line."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from inspector.domain.errors import CannotReadError, FaultyFileError, NotFoundError
from inspector.domain.faults import Fault, Problem
from inspector.paths import NOT_A_FILE
from inspector.storage.packs.pack_files import LONGEST_LINE, pack_folders, read_pack_folder
from tests.domain.faults import OF_FORMS, OF_HOLIDAYS, OF_RETURNED, OF_SCORE_SHEETS
from tests.storage.packs.pack_folders import FILES, write_pack
from tests.storage.raw_files import without_rights

PACK, ETIQUETTE = "pack.toml", "etiquette.toml"
LANGUAGE, NORMS, CLEAN = "civil-language.toml", "operating-norms.toml", "cleanliness.toml"


class Case(NamedTuple):
    """What is replaced in one file, and the fault and line that follow."""

    file: str
    old: str
    new: str
    fault: Fault
    line: int


CASES = [
    Case(PACK, 'title = "营业厅"\n', "", Fault.MISSING, 1),
    Case(PACK, "cleanliness = 20\n", "", Fault.MISSING, 6),
    Case(PACK, 'title = "收费"\n', "", Fault.MISSING, 27),
    Case(ETIQUETTE, 'kind = "bonus", each = 2', 'kind = "bonus"', Fault.MISSING, 17),
    Case(NORMS, 'unit = "分钟"\n', "", Fault.MISSING, 6),
    Case(NORMS, "points = 0\n", "", Fault.MISSING, 15),
    Case(CLEAN, '"脏", points = 0', '"脏"', Fault.MISSING, 9),
    Case(PACK, 'summary = "示例"', 'sumary = "示例"', Fault.UNKNOWN_KEY, 4),
    Case(PACK, "bonus_cap = 5", "bonus_cap = 5\ncap = 5", Fault.UNKNOWN_KEY, 16),
    Case(NORMS, "points = 2\n", "points = 2\nfrom = 1\n", Fault.UNKNOWN_KEY, 15),
    Case(CLEAN, "points = 1 }", "points = 1, pts = 1 }", Fault.UNKNOWN_KEY, 8),
    Case(PACK, 'version = "2026.1"', "version = 2026.1", Fault.NOT_TEXT, 3),
    Case(LANGUAGE, '"polite"', "12", Fault.NOT_TEXT, 2),
    Case(ETIQUETTE, '    "未微笑"', "    7", Fault.NOT_TEXT, 11),
    Case(LANGUAGE, "full = 5", 'full = "5"', Fault.NOT_A_NUMBER, 4),
    Case(CLEAN, "points = 1 }", "points = true }", Fault.NOT_A_NUMBER, 8),
    Case(PACK, "public_area_share = 20", "public_area_share = 0.2", Fault.NOT_A_WHOLE_NUMBER, 17),
    Case(LANGUAGE, "deadline = 3", "deadline = 1.5", Fault.NOT_A_WHOLE_NUMBER, 10),
    Case(ETIQUETTE, "veto = true", 'veto = "yes"', Fault.NOT_YES_OR_NO, 8),
    Case(ETIQUETTE, '["cashier"]', '"cashier"', Fault.NOT_A_LIST, 7),
    Case(PACK, '["收银", "缴费"]', '"收银"', Fault.NOT_A_LIST, 30),
    Case(CLEAN, '{ title = "脏", points = 0 }', '"脏"', Fault.NOT_A_TABLE, 9),
    Case(LANGUAGE, '{ kind = "deduct", each = 1, unit = "次" }', "1", Fault.NOT_A_TABLE, 5),
    Case(PACK, "from = 90", "from = 89.995", Fault.TOO_PRECISE, 21),
    Case(NORMS, "points = 2", "points = 2.125", Fault.TOO_PRECISE, 14),
    Case(PACK, "etiquette = 25", "etiquette = 12500", Fault.OUT_OF_RANGE, 7),
    Case(LANGUAGE, "full = 5", 'full = 5\ngravity = "severe"', Fault.GRAVER_COSTS_LESS, 5),
    Case(LANGUAGE, "deadline = 3", "deadline = 366", Fault.OUT_OF_RANGE, 10),
    Case(NORMS, "points = 2", "points = -2", Fault.OUT_OF_RANGE, 14),
    Case(PACK, 'floor = "item"', 'floor = "pack"', Fault.NOT_ONE_OF, 14),
    Case(CLEAN, '"public"', '"hall"', Fault.NOT_ONE_OF, 5),
    Case(NORMS, '"measure"', '"timer"', Fault.NOT_ONE_OF, 7),
    Case(ETIQUETTE, '["cashier"]', '["toll"]', Fault.NOT_ONE_OF, 7),
    Case(ETIQUETTE, '"次" }', '"次" }\nveto = true', Fault.NOT_HERE, 18),
    Case(ETIQUETTE, '"praise"', '"greet"', Fault.DUPLICATE, 15),
    Case(CLEAN, '"floor"', '"wait"', Fault.DUPLICATE, 2),
    Case(ETIQUETTE, '"未微笑"', '"未起身"', Fault.DUPLICATE, 11),
    Case(ETIQUETTE, '"未微笑"', '" "', Fault.BLANK_ENTRY, 11),
    Case(LANGUAGE, "deadline = 3", "deadline = ", Fault.UNREADABLE, 10),
    Case(LANGUAGE, "deadline = 3", f"deadline = 3{' ' * LONGEST_LINE}", Fault.TOO_LONG, 10),
    Case(PACK, "operating-norms = 35", "operating-norms = 34", Fault.WEIGHTS_NOT_100, 6),
    Case(NORMS, "upto = 15", "upto = 10", Fault.BANDS_NOT_ASCENDING, 13),
    Case(NORMS, "points = 0", "upto = 20\npoints = 0", Fault.LAST_BAND_BOUNDED, 16),
    Case(NORMS, "upto = 15\n", "", Fault.OPEN_BAND_NOT_LAST, 12),
    Case(NORMS, "full = 4", "full = 5", Fault.BEST_NOT_FULL, 9),
    Case(CLEAN, "full = 3", "full = 4", Fault.BEST_NOT_FULL, 6),
    Case(CLEAN, "points = 1 }", "points = 3 }", Fault.POINTS_NOT_DESCENDING, 8),
    Case(NORMS, "points = 2", "points = 4", Fault.POINTS_NOT_DESCENDING, 14),
    Case(PACK, "from = 0", "from = 90", Fault.GRADES_NOT_DESCENDING, 25),
    Case(PACK, "from = 0", "from = 10", Fault.LAST_GRADE_NOT_ZERO, 25),
    Case(LANGUAGE, "[[item]]\nid =", "[items]\nid =", Fault.NO_ITEMS, 1),
    Case(PACK, '[[grade]]\ntitle = "不合格"\nfrom = 0\n', "", Fault.TOO_FEW, 19),
    Case(LANGUAGE, "each = 1", "each = 6", Fault.EACH_ABOVE_FULL, 5),
    Case(ETIQUETTE, '"收到表扬"', '"起身、微笑、主动问候"', Fault.SAME_TEXT, 16),
]

NOT_ALONE = {Fault.NOTHING_COUNTS, Fault.NO_FILE}  # takes more than one change, below
NOT_ALONE |= {Fault.TWO_USUAL_KINDS, Fault.SAME_KIND_NAME}  # of two kinds: tests/packs/gallery
OF_WORKBOOKS = {
    Fault.FORMULA, Fault.NO_ROSTER, Fault.NO_ROWS, Fault.NOT_A_PHONE, Fault.OWN_PAPER,
    Fault.CONFLICT, Fault.EXCEL_DAY, Fault.ENDED, Fault.SAID_OTHERWISE,
    Fault.COMPLAINT_ENDED, Fault.NOT_THEN, Fault.OTHER_COMPLAINT, Fault.UNKNOWN_COMPLAINT,
    *OF_RETURNED, *OF_FORMS,
    *OF_HOLIDAYS, *OF_SCORE_SHEETS,
    Fault.NO_SHEET, Fault.ONE_LINE, Fault.MERGED, Fault.SAME_NUMBER,
    Fault.UNKNOWN_KIND,
}  # fmt: skip


def name_of(case: Case) -> str:
    return f"{case.fault.name}-{case.file.removesuffix('.toml')}-{case.line}"


def problems_of(folder: Path) -> list[Problem]:
    """What a folder is refused for; nothing in it may have changed."""
    before = {path: path.read_bytes() for path in folder.glob("*.toml") if path.is_file()}
    with pytest.raises(FaultyFileError) as refused:
        read_pack_folder(folder)
    assert {path: path.read_bytes() for path in before} == before
    assert refused.value.name == folder.name
    return refused.value.problems


def places(folder: Path) -> list[tuple[str, Fault]]:
    return [(problem.place, problem.fault) for problem in problems_of(folder)]


def test_the_example_is_without_a_fault(tmp_path: Path) -> None:
    pack = read_pack_folder(write_pack(tmp_path / "hall"))
    assert (pack.id, [item.id for item in pack.items()]) == (
        "hall",
        ["greet", "praise", "polite", "wait", "floor"],
    )


@pytest.mark.parametrize("case", CASES, ids=name_of)
@pytest.mark.parametrize("disguise", ["plain", "crlf", "bom"])
def test_a_fault_is_told_with_its_file_and_line(tmp_path: Path, case: Case, disguise: str) -> None:
    folder = write_pack(tmp_path / "hall", (case.file, case.old, case.new))
    for path in folder.iterdir():
        text = path.read_bytes()
        if disguise == "crlf":
            text = text.replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text if disguise == "bom" else text)
    assert (f"{case.file}:{case.line}", case.fault) in places(folder)
    related = {Fault.MISSING, Fault.UNKNOWN_KEY} if case.fault is Fault.NO_ITEMS else set()
    assert {fault for _, fault in places(folder)} <= {case.fault, *related}


def test_every_fault_is_among_them() -> None:
    assert {case.fault for case in CASES} == set(Fault) - OF_WORKBOOKS - OF_FORMS - NOT_ALONE


def test_a_pack_in_which_nothing_counts_is_told(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path / "hall",
        (PACK, "etiquette = 25", "etiquette = 100"),
        (PACK, "civil-language = 20", "civil-language = 0"),
        (PACK, "operating-norms = 35", "operating-norms = 0"),
        (PACK, "cleanliness = 20", "cleanliness = 0"),
        (ETIQUETTE, 'full = 4\nrule = { kind = "deduct"', 'rule = { kind = "bonus"'),
        (ETIQUETTE, "veto = true\n", ""),
    )
    assert places(folder) == [("pack.toml:1", Fault.NOTHING_COUNTS)]


def test_everything_in_every_file_is_told_in_one_pass(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path / "hall",
        (PACK, "etiquette = 25", "etiquette = 26"),
        (PACK, "from = 0", "from = 1"),
        (ETIQUETTE, "full = 4", "full = -4"),
        (ETIQUETTE, '"praise"', '""'),
        (NORMS, "upto = 15", "upto = 5"),
        (CLEAN, "points = 1 }", "points = 9 }"),
    )
    assert sorted(places(folder)) == [
        ("cleanliness.toml:8", Fault.POINTS_NOT_DESCENDING),
        ("etiquette.toml:15", Fault.MISSING),
        ("etiquette.toml:5", Fault.OUT_OF_RANGE),
        ("operating-norms.toml:13", Fault.BANDS_NOT_ASCENDING),
        ("pack.toml:25", Fault.LAST_GRADE_NOT_ZERO),
        ("pack.toml:6", Fault.WEIGHTS_NOT_100),
    ]


def test_a_duplicate_names_the_place_of_the_first(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hall", (CLEAN, '"floor"', '"wait"'))
    (problem,) = problems_of(folder)
    assert problem.expected == "operating-norms.toml:2"


# Files that cannot be taken for TOML


def test_a_missing_folder_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as refused:
        read_pack_folder(tmp_path / "no such folder")
    assert refused.value.path == tmp_path / "no such folder"


def test_a_file_is_not_told_not_to_exist(tmp_path: Path) -> None:
    file = write_pack(tmp_path / "hall") / PACK
    with pytest.raises(CannotReadError) as refused:
        read_pack_folder(file)
    assert refused.value.path == file


def test_a_name_too_long_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises((NotFoundError, CannotReadError)):
        read_pack_folder(tmp_path / ("长" * 300))
    assert pack_folders(tmp_path / ("长" * 300)) == []


def test_an_empty_folder_misses_every_file(tmp_path: Path) -> None:
    assert places(tmp_path) == [(name, Fault.NO_FILE) for name in FILES]


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_told(tmp_path: Path, file: str) -> None:
    folder = write_pack(tmp_path / "hall")
    (folder / file).unlink()
    assert problems_of(folder) == [Problem(file, Fault.NO_FILE)]


@pytest.mark.parametrize("file", FILES)
def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path, file: str) -> None:
    folder = write_pack(tmp_path / "hall")
    (folder / file).unlink()
    (folder / file).mkdir()
    with pytest.raises(CannotReadError) as refused:
        read_pack_folder(folder)
    assert refused.value.path == folder / file


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_pipe_in_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hall")
    (folder / ETIQUETTE).unlink()
    os.mkfifo(folder / ETIQUETTE)
    with pytest.raises(CannotReadError) as refused:
        read_pack_folder(folder)
    assert (refused.value.path, refused.value.reason) == (folder / ETIQUETTE, NOT_A_FILE)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_an_unreadable_file_is_told() -> None:
    with without_rights() as folder:
        write_pack(folder / "hall")
        (folder / "hall" / ETIQUETTE).chmod(0o000)
        with pytest.raises(CannotReadError) as refused:
            read_pack_folder(folder / "hall")
    assert refused.value.path == folder / "hall" / ETIQUETTE


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hall")
    gbk = (folder / PACK).read_text("utf-8").encode("gbk")
    (folder / PACK).write_bytes(gbk)
    assert places(folder) == [("pack.toml:2", Fault.UNREADABLE)]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_one_wrong_byte_is_told_with_its_line(tmp_path: Path, start: bytes) -> None:
    folder = write_pack(tmp_path / "hall")
    text = (folder / ETIQUETTE).read_bytes()
    (folder / ETIQUETTE).write_bytes(start + text.replace(b"bonus", b"bon\xffus"))
    assert places(folder) == [("etiquette.toml:17", Fault.UNREADABLE)]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (PACK, "floor =", "floor", 14),
        (PACK, '"收银", "缴费"]', '"收银", "缴费"', 30),  # the bracket is missed in the line after
        (PACK, 'title = "营业厅"', 'title = "营业厅', 2),
        (PACK, 'title = "营业厅"', "title = “营业厅”", 2),
        (PACK, "bonus_cap = 5", "bonus_cap = 5\nbonus_cap = 6", 16),  # the key stands twice
        (PACK, "[policy]", "[weights]", 12),
        (PACK, "from = 90", "from = 90 points", 21),
        (ETIQUETTE, "full = 4", "full = 4\nfull = 5", 6),
        (LANGUAGE, '"""\ndeadline = 3\n', "deadline = 3\n", 9),  # the text never ends
        (CLEAN, "] }", "]", 11),
        (NORMS, "[item.rule]", "[item.rule", 6),
        (NORMS, "points = 2\n", "points = 2\r", 14),  # an old Mac's line end
    ],
)
def test_what_is_no_toml_is_told_with_its_line(
    tmp_path: Path, file: str, old: str, new: str, line: int
) -> None:
    folder = write_pack(tmp_path / "hall", (file, old, new))
    (problem,) = problems_of(folder)
    assert problem.fault is Fault.UNREADABLE
    assert problem.place in (f"{file}:{line}", f"{file}:{line - 1}")
    assert "(at " not in problem.found, "the place is said once"


@pytest.mark.parametrize(
    "value",
    [
        "1" * 5000,  # beyond what Python converts
        "0x" + "f" * 5000,
        "1e99999999999999999999",  # beyond what Decimal holds
        "[" * 5000 + "]" * 5000,
        "inf",
        "nan",
        "-1e999999",
    ],
    ids=lambda value: value[:8],
)
def test_values_beyond_all_bounds_are_told(tmp_path: Path, value: str) -> None:
    folder = write_pack(tmp_path / "hall", (LANGUAGE, "full = 5", f"full = {value}"))
    (problem,) = problems_of(folder)
    assert problem.place.startswith("civil-language.toml")


def test_a_fault_of_toml_in_each_file_is_told_in_one_pass(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path / "hall",
        (PACK, 'id = "hall"', "id = hall"),
        (LANGUAGE, "full = 5", "full ="),
        (CLEAN, "full = 3", "full = three"),
    )
    (folder / ETIQUETTE).write_bytes(b"\xff\xfe")
    (folder / NORMS).unlink()
    assert places(folder) == [
        ("pack.toml:1", Fault.UNREADABLE),
        ("etiquette.toml:1", Fault.UNREADABLE),
        ("civil-language.toml:4", Fault.UNREADABLE),
        ("operating-norms.toml", Fault.NO_FILE),
        ("cleanliness.toml:4", Fault.UNREADABLE),
    ]


# Finding them


def test_folders_with_a_pack_are_found_by_name(tmp_path: Path) -> None:
    for name in ("b", "a", "中"):
        write_pack(tmp_path / name)
    (tmp_path / "empty").mkdir()
    (tmp_path / "pack.toml").write_text("")
    assert pack_folders(tmp_path) == [tmp_path / "a", tmp_path / "b", tmp_path / "中"]


def test_a_folder_left_half_written_is_not_found(tmp_path: Path) -> None:
    write_pack(tmp_path / ".hall-2026.1.new")
    assert pack_folders(tmp_path) == []


def test_nowhere_there_are_no_packs(tmp_path: Path) -> None:
    assert pack_folders(tmp_path / "nowhere") == []
    (tmp_path / "file").write_text("")
    assert pack_folders(tmp_path / "file") == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right on Windows")
def test_a_link_to_itself_is_gone_past(tmp_path: Path) -> None:
    write_pack(tmp_path / "a")
    os.symlink(tmp_path / "loop", tmp_path / "loop")
    assert pack_folders(tmp_path) == [tmp_path / "a"]
