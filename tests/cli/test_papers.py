"""A month's papers from one line, and superiors' forms, through `main`."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.storage.files import contents

MONTH = ("--from", "2026-11-01", "--to", "2026-11-30")


def test_all_papers_go_into_a_folder(english: Run, data: Path, tmp_path: Path) -> None:
    done = english("--data", data, "export", "all", "-o", tmp_path / "out", *MONTH)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    paths = [Path(line) for line in lines if not line.startswith("  ")]
    assert all(path.exists() for path in paths)
    assert {path.name for path in paths} >= {
        "整改台账_2026-11.xlsx", "检查汇总表_2026-11.xlsx", "通报附件_2026-11.xlsx",
    }  # fmt: skip
    assert [line for line in lines if line.startswith("  ")] == [
        "  patrol left out: There is no completed patrol in this period.",
        "  minutes left out: No morning meeting was ended in this period.",
        "  notice left out: each draws a number; export notice writes them.",
    ]


def test_each_kind_alone(english: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "通报.xlsx"
    done = english("--data", data, "export", "circular", "-o", out, *MONTH)
    assert (done.code, done.out) == (0, f"{out}\n")
    assert openpyxl.load_workbook(out).sheetnames[0] == "通报"


def test_samples_are_written_checked_and_filled(english: Run, data: Path, tmp_path: Path) -> None:
    done = english("form", "--sample", tmp_path / "forms")
    first, second = map(Path, done.out.splitlines())
    assert english("form", second).out == f"{second}: a form with 19 placeholders, no problems\n"
    out = tmp_path / "填好.xlsx"
    done = english("--data", data, "export", "form", "--form", first, "-o", out, *MONTH)
    assert (done.code, done.err) == (0, "")
    assert not str(openpyxl.load_workbook(out).worksheets[0]["A1"].value).startswith("{{")


def test_every_placeholder_is_listed(run: Run, english: Run) -> None:
    listed = english("form", "--list").out
    assert "Anywhere:" in listed
    for word in ("{{单位}}", "{{问题.存在问题}}", "{{排名.总分}}"):
        assert f"  {word}" in listed
    assert run("form", "--list").out.startswith("任何位置：")


def test_unknown_placeholders_are_told_by_cell(english: Run, data: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["B2"] = "{{总得分}}"
    book.save(tmp_path / "表.xlsx")
    expected = "  Sheet!B2  There is no placeholder “总得分”. Did you mean “总分”?\n"
    checked = english("form", tmp_path / "表.xlsx")
    assert (checked.code, checked.err) == (1, f"表.xlsx: 1 problem.\n{expected}")
    out = tmp_path / "out.xlsx"
    before = contents(data)
    filled = english(
        "--data", data, "export", "form", "--form", tmp_path / "表.xlsx", "-o", out, *MONTH
    )
    assert (filled.code, filled.out) == (1, "")
    assert filled.err == f"表.xlsx: 1 problem, the form was not filled.\n{expected}"
    assert not out.exists()
    assert contents(data).keys() == before.keys()


@pytest.mark.parametrize(
    "words",
    [
        ("export", "form", "-o", "a.xlsx"),
        ("export", "summary", "--form", "b.xlsx", "-o", "a.xlsx"),
        ("export", "all", "--inspection", "1", "-o", "a"),
        ("form",),
        ("form", "--list", "--sample", "x"),
        ("form", "a.xlsx", "--list"),
    ],
)
def test_options_that_do_not_go_together(english: Run, data: Path, words: tuple[str, ...]) -> None:
    done = english("--data", data, *words)
    assert done.code == 2
    assert done.err
