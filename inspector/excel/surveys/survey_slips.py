"""Slips to be filled in by hand: ten on a page, numbered, to be cut apart; no name is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.domain.survey.survey_sheet import GRADES
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, begin_sheet, new_book
from inspector.excel.sheet.workbook_saving import written_to
from inspector.excel.surveys.survey_terms import SATISFACTIONS

TITLE = "满意度测评表"
_ACROSS = 2
_HEIGHT = 130.0
"""Points of a slip: five of them and the title are a page."""

_PRINTED_REASONS = 6


@dataclass(frozen=True, slots=True)
class Slips:
    """What is printed on slips: of a site, numbered from `first`, `count` of them."""

    site_name: str
    first: int
    count: int
    reasons: Sequence[str]


def write_slips(path: Path, slips: Slips, day: date, creator: str = "") -> None:
    """Write slips to `path`; raises what `save_workbook` raises."""
    book = new_book(f"{slips.site_name}{TITLE}", creator or slips.site_name, day)
    plan = SheetPlan(
        name=TITLE,
        title=TITLE,
        columns=[Column("", 51, Kind.LINES)] * _ACROSS,
        landscape=False,
        headed=False,
        filtered=False,
        is_letter=True,
        body_size=10.5,
    )
    with written_to(book, path):
        writer = begin_sheet(book, plan, Styles(book))
        end = slips.first + slips.count
        for first in range(slips.first, end, _ACROSS):
            numbers = range(first, first + _ACROSS)
            texts = [_slip(slips, number) if number < end else "" for number in numbers]
            writer.write_row(texts, lowest=_HEIGHT)
        writer.write_end()


def _slip(slips: Slips, number: int) -> str:
    grades = [f"□{key} {SATISFACTIONS[grade]}" for key, grade in enumerate(GRADES, 1)]
    reasons = [f"□{reason}" for reason in slips.reasons[:_PRINTED_REASONS]]
    return "\n".join(
        (
            f"{slips.site_name}　　第{number}号",
            "您对今天的服务满意吗？（□里打√，不用写姓名）",
            "　".join(grades[:3]),
            "　".join(grades[3:]),
            "　".join((f"不满意的原因：{reasons[0]}" if reasons else "", *reasons[1:2])),
            "　".join(reasons[2:5]),
            "　".join((*reasons[5:], "□其他：＿＿＿＿＿")),
        )
    )
