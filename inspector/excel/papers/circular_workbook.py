"""The circular of a period (通报附件) as a workbook: its words, ranking, findings and photos."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.checklist.checklist import Pack
from inspector.domain.papers.circular import Circular
from inspector.domain.papers.letter_text import text_blocks
from inspector.excel.papers.cell_values import cut
from inspector.excel.papers.condensed_findings import MOST_LISTED, add_condensed
from inspector.excel.papers.ledger_cells import ledger_values
from inspector.excel.papers.reviewed_score_words import POINTS_UNIT, deduction_remark
from inspector.excel.papers.summary_workbook import add_rankings
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.photo_pages import add_photo_pages
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_FINDINGS, NOTHING, NOTHING_OPEN
from inspector.excel.sheet.workbook_saving import written_to

if TYPE_CHECKING:
    from openpyxl import Workbook

_LETTER_COLUMNS = [Column("通报", 23.0)] * 4  # LibreOffice does not scale a single wide one
_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("问题编号", 12.6, Kind.CODE),
    Column("检查时间", 13.4, Kind.NARROW_DATE),
    Column("单位", 14),
    Column("窗口", 10),
    Column("存在问题", 32, Kind.TEXT),
    Column("问题类别", 9.4),
    Column("扣分", 6, Kind.NUMBER),
    Column("整改要求（措施）", 24, Kind.TEXT),
    Column("责任部门（科室）", 13),
    Column("整改时限", 13.4, Kind.NARROW_DATE),
    Column("销号状态", 10),
)
_REMARK = Column("备注", 12, Kind.TEXT)
"""Only where an appeal left another deduction than was found."""


@dataclass(frozen=True, slots=True)
class CircularPhoto:
    """A photo of the third attachment: its caption, and the picture; None: its file is gone."""

    caption: str
    picture: Picture | None


def write_circular(
    path: Path,
    circular: Circular,
    packs: Iterable[Pack],
    photos: Sequence[CircularPhoto],
    heading: Heading,
    progress: Progress = unheard,
    *,
    title: str,
    text: str,
    open_only: bool = False,
) -> None:
    """Write a circular with its three attachments to `path`; its `text` is that of a letter.

    `packs` are those the visits were scored with. Of very many findings those of one item at one
    site share a row. Without photos there is no third attachment.
    Raises what `save_workbook` raises.
    """
    book = new_book(title, heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    with written_to(book, path):
        _add_letter(book, title, text, heading, styles, has_photos=bool(photos))
        add_rankings(
            book,
            circular.lines,
            packs,
            replace(heading, attachment="1"),
            styles,
            subject="文明窗口检查排名表",
            charts=False,
            withdrawn=circular.withdrawn,
            outside=circular.outside_ranking,
            satisfaction=circular.satisfaction_by_site,
        )
        attached = replace(heading, attachment="2")
        if open_only:
            still = tuple(each for each in circular.findings if not each.state.is_ended)
            listed, circular = len(circular.findings), replace(circular, findings=still)
        counted = _open_of(listed, len(circular.findings)) if open_only else ""
        if len(circular.findings) > MOST_LISTED:
            add_condensed(book, circular, attached, styles, counted)
        else:
            _add_findings(book, circular, attached, styles, progress, counted)
        if photos:
            shown = _pictures(photos)
            add_photo_pages(book, f"检查照片（{heading.period}）", shown, styles, label="附件3",
                            alarm=heading.alarm, name="附件3 照片")  # fmt: skip


def annexes(*, has_photos: bool) -> list[str]:
    """Return what a circular comes with, in the order of their numbers."""
    return ["检查排名表", "问题清单", *(["检查照片"] if has_photos else [])]


def _add_letter(
    book: "Workbook",
    title: str,
    text: str,
    heading: Heading,
    styles: Styles,
    *,
    has_photos: bool,
) -> None:
    plan = SheetPlan(
        name="通报",
        title=title,
        columns=_LETTER_COLUMNS,
        alarm=heading.alarm,
        landscape=False,
        filtered=False,
        headed=False,
        is_letter=True,
    )
    writer = begin_sheet(book, plan, styles)
    for block in text_blocks(text):
        writer.write_paragraph(f"　　{block.text}", styles.paragraph(heading=block.level > 0))
    writer.write_gap()
    for number, name in enumerate(annexes(has_photos=has_photos), 1):
        lead = "　　附件：" if number == 1 else "　　　　　"
        writer.write_paragraph(f"{lead}{number}．{name}", styles.paragraph(), is_end=True)
    writer.write_gap()
    for text in (heading.unit, chinese_date(heading.reported_on)):
        writer.write_paragraph(text, styles.signature(), is_end=True)
    writer.write_end()


def _open_of(all_of_them: int, still: int) -> str:
    return (
        f"共{all_of_them}项问题，本表只列未销号的{still}项；已销号{all_of_them - still}项未列入。"
    )


def _add_findings(
    book: "Workbook",
    circular: Circular,
    heading: Heading,
    styles: Styles,
    progress: Progress,
    counted: str,
) -> None:
    """Add the list of findings; `counted` says which are left out, where some are."""
    reviewed = any(finding.reviewed_deduction is not None for finding in circular.findings)
    columns = (*_COLUMNS, _REMARK) if reviewed else _COLUMNS
    plan = SheetPlan(
        name="附件2 问题清单",
        title=heading.title("文明窗口检查问题清单"),
        columns=columns,
        label=heading.label,
        alarm=heading.alarm,
        head=[(counted,)] if counted else [],
        report_line=heading.report_line(f"单位：{POINTS_UNIT}"),
        foot=heading.foot,
        frozen_columns=5,
        repeated=[c.header for c in columns if c.kind not in (Kind.TEXT, Kind.NUMBER)],
    )
    writer = begin_sheet(book, plan, styles)
    for number, finding in enumerate(circular.findings, 1):
        progress(number, len(circular.findings))
        values = {
            "序号": number,
            **ledger_values(finding, circular.as_of),
            _REMARK.header: deduction_remark(finding) or None,
        }
        writer.write_row([values[column.header] for column in columns])
    if not circular.findings:
        clean: dict[str, Value] = {"序号": 1, "存在问题": NOTHING_OPEN if counted else NO_FINDINGS}
        writer.write_row([clean.get(column.header, NOTHING) for column in columns])
    writer.write_end()


def _pictures(photos: Sequence[CircularPhoto]) -> Iterator[tuple[str, Picture | None]]:
    for number, photo in enumerate(photos, 1):
        gone = "" if photo.picture else "（照片文件缺失）"
        yield f"照片{number}　{photo.caption}{gone}", photo.picture


def photo_caption(where: str, day: date, said: str) -> str:
    """Return where and when a photo was taken and what it shows, on three lines."""
    return "\n".join((cut(where, 26), chinese_date(day), cut(" ".join(said.split()), 44)))
