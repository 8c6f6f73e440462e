"""A folder of the past prints its records, its summary and its circular as it always did.

Every figure is as it was; notes have since been said in plainer words.
"""

import json
import re
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import openpyxl
import pytest

from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace
from tests.storage.released import SAMPLES, unpack

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=timezone(timedelta(hours=8)))
BOTH = Extent(Period(date(2026, 10, 1), date(2026, 11, 30)))

REWORDED = {
    "检查照片（2026年10月1日至2026年11月3…": "检查照片（2026年10月1日至2026年11月30日）",
    "各类折合分列两位小数：先去掉尾数，所差的再按尾数由大到小每类补0.01分，使各类折合分"
    "（另加加分）之和等于得分；个别类因此与四舍五入相差0.01分。":
    "各类折合分保留两位小数，第三位起先舍去；相加后（连同加分）不足得分的，从舍去最多的类别起，"
    "每类补0.01分，补足为止。个别类别因此会与四舍五入相差0.01分。",
    "各项平均均以四舍五入后的得分计算": "各项平均都用四舍五入后的得分计算",
    "按权重（服务礼仪25、文明用语20、操作规范35、环境卫生20）由四类得分率合成得分":
    "的得分由四类得分率乘以各自权重（服务礼仪25、文明用语20、操作规范35、环境卫生20）相加得出",
    "也这样合成，公共区域没有的类别由其余类别分担权重，故不能再按权重加出总分。":
    "也按这个比例由窗口和公共区域算出；公共区域没有的类别，权重按比例加到其余类别，"
    "所以用表中四类得分加权，得不出总分。",
}  # fmt: skip
"""What notes and titles said then, and how they say the same now."""

_REVIEWED = re.compile(r"复核后([\d.]+)分、(\w+)")

Rows = list[list[str]]


def values(path: Path) -> dict[str, Rows]:
    return {
        sheet.title: [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in openpyxl.load_workbook(path).worksheets
    }


def told(printed: dict[str, dict[str, Rows]]) -> dict[str, dict[str, Rows]]:
    """Leave out what is empty, and the version in the name of a sheet: neither is a value."""
    return {
        paper: {
            name.removesuffix(" 2026.1"): [
                [reworded(cell) for cell in row if cell != "None"] for row in rows
            ]
            for name, rows in sheets.items()
        }
        for paper, sheets in printed.items()
    }


def reworded(text: str) -> str:
    for then, now in REWORDED.items():
        text = text.replace(then, now)
    return _REVIEWED.sub(r"复核后\1（\2）", text.replace("\n", ""))


@pytest.mark.ci
def test_every_value_is_what_was_printed_then(tmp_path: Path) -> None:
    expected = json.loads((SAMPLES / "v6-papers.json").read_text("utf-8"))
    unpack("v6", tmp_path / "data")
    with closing(Workspace(tmp_path / "data", lambda: NOW)) as workspace:
        own = workspace.reports
        printed = {
            "summary": values(own.write_summary(tmp_path / "a.xlsx", BOTH)),
            "circular": values(own.write_circular(tmp_path / "b.xlsx", BOTH)),
        }
        for visit in workspace.inspection_store.completed_between(
            BOTH.period.first, BOTH.period.last
        ):
            printed[visit.id] = values(own.write_record(tmp_path / f"{visit.id}.xlsx", visit.id))
    assert len(printed) > 3
    # A letter is written anew each time, in the words of today; what it comes with is not.
    for paper in (printed["circular"], expected["circular"]):
        assert paper.pop("通报")
    assert told(printed) == told(expected)
