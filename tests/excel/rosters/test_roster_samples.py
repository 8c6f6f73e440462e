"""Rosters as people make them, written by LibreOffice (samples/README.md)."""

from collections import Counter
from pathlib import Path

import pytest

from inspector.domain.checklist.checklist import WindowKind
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import RosterRow
from inspector.excel.rosters.roster_workbook import read_roster

SAMPLES = Path(__file__).parents[1] / "samples"
TELECOM = (
    WindowKind("general", "综合受理"),
    WindowKind("cashier", "收费"),
    WindowKind("complaint", "投诉咨询"),
)
HOSPITAL = (
    WindowKind("guide", "导诊台"),
    WindowKind("registration", "挂号收费"),
    WindowKind("admission", "住院处"),
    WindowKind("pharmacy", "西药房"),
    WindowKind("herbal-pharmacy", "中药房"),
    WindowKind("insurance", "合管办"),
)
TOLL = (WindowKind("manual", "人工收费"), WindowKind("etc", "ETC"))


def test_telecom() -> None:
    read = read_roster(SAMPLES / "roster-telecom-tidy.xlsx", TELECOM)
    kinds = ["general"] * 5 + ["cashier"] * 2 + ["complaint"]
    assert read.rows == tuple(
        RosterRow(
            site="城东营业厅",
            window=f"{n}号窗口",
            kind=kind,
            staff_number=f"100{n}",
            team="早班" if n % 2 else "晚班",
            department="综合部",
        )
        for n, kind in enumerate(kinds, 1)
    )
    assert (read.ignored_sheets, read.ignored_columns) == ((), ())


def test_hospital() -> None:
    read = read_roster(SAMPLES / "roster-hospital-messy.xlsx", HOSPITAL)
    assert read.ignored_sheets == ("说明",)
    assert read.ignored_columns == ()
    assert {row.site for row in read.rows} == {"市第二医院"}
    assert [(row.window, row.staff_number, row.department, row.leader) for row in read.rows] == [
        ("导诊台1号", "A01", "门诊部", "护理部"),
        ("挂号收费1号", "B01", "财务科", "财务科"),
        ("挂号收费2号", "B02", "财务科", "财务科"),
        ("挂号收费3号", "B03", "财务科", "财务科"),
        ("挂号收费4号", "B04", "财务科", "财务科"),
        ("住院处1号", "C01", "住院处", "医务科"),
        ("住院处2号", "C02", "", ""),
        ("西药房1号", "D01", "药剂科", "药剂科"),
        ("西药房2号", "D02", "", ""),
        ("西药房3号", "D03", "", ""),
        ("中药房1号", "E01", "药剂科", "药剂科"),
        ("中药房2号", "E02", "", ""),
        ("合管办1号", "F01", "医保办", "医务科"),
        ("合管办2号", "F02", "", ""),
    ]
    assert Counter(row.kind for row in read.rows) == {
        "guide": 1,
        "registration": 4,
        "admission": 2,
        "pharmacy": 3,
        "herbal-pharmacy": 2,
        "insurance": 2,
    }


def test_toll() -> None:
    with pytest.raises(FaultyFileError) as refusal:
        read_roster(SAMPLES / "roster-toll-faulty.xlsx", TOLL)
    assert refusal.value.name == "roster-toll-faulty.xlsx"
    assert refusal.value.problems == [
        Problem("Sheet!B5", Fault.MISSING, expected="窗口号"),
        Problem("Sheet!A6", Fault.MISSING, expected="单位"),
        Problem("Sheet!C7", Fault.NOT_ONE_OF, "热气球", "人工收费、ETC"),
        Problem("Sheet!D8", Fault.FORMULA, "=1+1"),
    ]
