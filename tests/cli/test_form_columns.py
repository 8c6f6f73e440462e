"""`inspector form`: what the columns of a form without fields are taken for, and remembered."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.excel.forms import real_forms

MONTH = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.mark.ci
def test_what_is_said_of_a_column_is_remembered_by_the_heads(
    english: Run, data: Path, tmp_path: Path
) -> None:
    form = real_forms.problem_list(tmp_path)
    told = english("--data", data, "form", form).out.splitlines()
    assert told[0] == f"{form}: a form without fields; 8 columns are recognised"
    assert "  问题清单!D2  责任单位 → 单位 (please check)" in told
    assert "  问题清单!H2  配合单位 → not filled in" in told
    done = english("--data", data, "form", form, "--map", "配合单位=责任人", "--map", "E=-")
    assert (done.code, done.err) == (0, "")
    renamed = form.rename(tmp_path / "下月.xlsx")
    told = english("--data", data, "form", renamed).out.splitlines()
    assert "  问题清单!H2  配合单位 → 责任人" in told
    assert "  问题清单!E2  分管领导 → not filled in" in told
    out = tmp_path / "填好.xlsx"
    done = english("--data", data, "export", "form", "--form", renamed, "-o", out, *MONTH)
    assert (done.code, done.out) == (0, f"{out}\n")
    assert "Left blank: 问题清单!E2 分管领导." in done.err
    assert "Please check these columns: 问题清单!D2 责任单位." in done.err
    words = ("export", "all", "--form", renamed, "-o", tmp_path / "all", *MONTH)
    assert "Left blank: 问题清单!E2 分管领导." in english("--data", data, *words).err
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert sheet["H4"].value
    assert sheet["E4"].value is None
    again = english("--data", data, "form", renamed, "--unmap").out
    assert "配合单位 → not filled in" in again


def test_what_is_no_column_and_no_field_is_refused(
    english: Run, data: Path, tmp_path: Path
) -> None:
    form = real_forms.problem_list(tmp_path)
    done = english("--data", data, "form", form, "--map", "没有=责任人", "--map", "备注=责任任")
    assert done.code == 1
    assert "“没有” does not exist" in done.err
    assert "“责任任” does not exist" in done.err
    assert english("--data", data, "form", form, "--map", "备注").code == 2
    assert english("form", "--list", "--map", "备注=责任人").code == 2


def test_a_month_without_visits_is_reported(english: Run, data: Path, tmp_path: Path) -> None:
    form, out = real_forms.ledger(tmp_path), tmp_path / "零.xlsx"
    done = english(
        "--data", data, "export", "form", "--form", form, "-o", out, "--month", "2020-01"
    )
    assert (done.code, done.out) == (0, f"{out}\n")
    assert done.err.startswith("Nothing to report: the first row says “本月未开展检查（零报告）”.")
    assert openpyxl.load_workbook(out).worksheets[0]["C5"].value == "本月未开展检查（零报告）"
