"""Slips to be filled in by hand: ten on a page, numbered, to be cut apart; no name is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.domain.survey.survey_sheet import GRADES
from inspector.excel.sheet.row_height import share_that_fits
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, begin_sheet, new_book
from inspector.excel.sheet.workbook_saving import written_to
from inspector.excel.surveys.survey_terms import SATISFACTIONS

TITLE = "满意度测评表"
_ACROSS = 2
_WIDTH = 51
_SIZE = 10.5
_HEIGHT = 130.0
"""Points of a slip: five of them and the title, which each page has, are a page."""

_PRINTED_REASONS = 9
"""As many as the window offers."""


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
        columns=[Column("", _WIDTH, Kind.LINES)] * _ACROSS,
        landscape=False,
        headed=False,
        filtered=False,
        body_size=_SIZE,
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
            *_packed(("原因：", *reasons, "□其他：＿＿＿＿＿")),
        )
    )


def _packed(boxes: Sequence[str]) -> list[str]:
    """Return boxes in as few lines as they need: a slip with nine reasons stays its size."""
    lines = [boxes[0]]
    for box in boxes[1:]:
        longer = f"{lines[-1]} {box}"
        if share_that_fits(longer, _WIDTH, _SIZE) >= 1:
            lines[-1] = longer
        else:
            lines.append(box)
    return lines
