"""The ledger of findings and how they are put right (整改台账) as a workbook (DOMAIN §3.1).

Its first sheet is what is printed. Where that has several columns in one cell, a second holds each
by itself, to be filtered. Sent out to be filled in it has one sheet, marks what may be written,
and has a column for photos of what was done.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.checklist.points import to_decimal
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.ledger_tally import LedgerTally, tally_of
from inspector.excel.papers.ledger.ledger_edition import (
    BODY_SIZE,
    MEASURED,
    EditionAsked,
    LedgerEdition,
    full_edition,
    mean_lengths,
    printed_edition,
)
from inspector.excel.papers.ledger.ledger_sheet_columns import (
    FOUND_COLUMN,
    PHOTOS,
    USUAL_LEDGER_HEADERS,
)
from inspector.excel.papers.ledger_cells import ledger_values
from inspector.excel.papers.reviewed_score_words import POINTS_UNIT
from inspector.excel.sheet.chosen_columns import frozen_columns
from inspector.excel.sheet.export_progress import Progress, part_of, unheard
from inspector.excel.sheet.fill_in import FILL_IN_NOTE, FOUND_PHOTOS, NUMBER, PROBLEM, SITE, WINDOW
from inspector.excel.sheet.printed_width import Paper
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.row_height import HIGHEST_ROW
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.excel.sheet.sheet_style import Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_FINDINGS, NOTHING, NOTHING_OPEN
from inspector.excel.sheet.workbook_saving import written_to

if TYPE_CHECKING:
    from openpyxl import Workbook

_IN_SIGHT = ("序号", NUMBER, "检查时间", "单位", "窗口")
_HIGHEST = 330.0
"""Points of a row: with the heads that stand on every page there is room for it on one."""

FULL_SHEET = "全表"
"""The sheet on which every column stands alone, to be filtered; on A3 if printed by itself."""

_ROWS = 0.8
"""Of the time that a workbook takes: its rows; the rest packs them."""

PICTURED = (0.1, 0.95)
"""The same where photos are made meanwhile: its rows, until all photos are in it."""

_WRITABLE = 30.0  # points of a row that somebody writes into by hand


@dataclass(frozen=True, slots=True)
class LedgerForm:
    """Which columns a ledger has, and what beside them.

    `photos` are those of findings as found, by the finding's id; without any there is no column.
    """

    photos: Mapping[str, Sequence[Picture]] = field(default_factory=dict)
    fill_in: bool = False  # sent out: what may be written is marked
    headers: Sequence[str] = USUAL_LEDGER_HEADERS
    ended: int = 0  # findings that are closed or withdrawn, and not in it
    tally: LedgerTally | None = None  # None: that of the findings in it
    open_only: bool = False  # what is closed or withdrawn is left out
    paper: Paper = Paper.A4
    of_period: bool = True  # else of a filter, whose findings no summary counts together


def write_rectification(
    path: Path,
    findings: Sequence[Finding],
    heading: Heading,
    today: date,
    form: LedgerForm = LedgerForm(),
    progress: Progress = unheard,
) -> None:
    """Write the ledger of `findings`, in their order, to `path`.

    逾期 is reckoned on `today`. Without findings the ledger says so in its only row. What has
    still to happen is left blank, to be filled in. Raises what `save_workbook` raises.
    """
    title = heading.title("文明窗口检查问题整改台账")
    book = new_book(title, heading.unit, heading.reported_on, heading.code)
    asked = EditionAsked(form.headers, any(form.photos.values()), form.fill_in, form.paper)
    printed = edition_of(findings, today, asked)
    plan = SheetPlan(
        name="整改台账",
        title=title,
        columns=(),
        label=heading.label,
        alarm=heading.alarm,
        head=[*_head(form, len(findings)), *_counted(findings, form)],
        report_line=heading.report_line(f"单位：{POINTS_UNIT}"),
        foot=heading.foot,
        body_size=BODY_SIZE,
        highest_row=_HIGHEST,
    )
    sheets = [(replace(plan, cuts=printed.is_combined and not form.fill_in), printed)]
    if printed.is_combined and not form.fill_in:
        full = full_edition(replace(asked, photos=False, paper=Paper.A3), findings)
        # A page of A3 has room for the highest row of all: long texts print larger.
        plan = replace(plan, name=FULL_SHEET, highest_row=HIGHEST_ROW, for_screen=True)
        sheets.append((plan, full))
    styles, count = Styles(book), len(findings) * len(sheets)
    written, pictured = PICTURED if any(form.photos.values()) else (_ROWS, _ROWS)
    rows, saving = part_of(progress, 0, written), part_of(progress, pictured, 1)
    with written_to(book, path, saving):
        for number, (sheet, edition) in enumerate(sheets):
            sheet = replace(
                sheet,
                columns=edition.columns,
                paper=edition.paper,
                frozen_columns=frozen_columns(edition.columns, _IN_SIGHT),
                repeated=_repeated(edition),
            )
            before = number * len(findings)

            def hear(done: int, _: int, before: int = before) -> None:
                rows(before + done, count)

            _add_sheet(book, sheet, edition, styles, findings, heading, today, form, hear)


def edition_of(findings: Sequence[Finding], today: date, asked: EditionAsked) -> LedgerEdition:
    """Return the form in which findings are printed; of many the first tell how long texts are."""
    rows = (ledger_values(finding, today) for finding in findings[:MEASURED])
    return printed_edition(asked, findings, mean_lengths(rows))


def _add_sheet(
    book: "Workbook",
    plan: SheetPlan,
    edition: LedgerEdition,
    styles: Styles,
    findings: Sequence[Finding],
    heading: Heading,
    today: date,
    form: LedgerForm,
    progress: Progress,
) -> None:
    writer = begin_sheet(book, plan, styles)
    columns = edition.columns
    for number, finding in enumerate(findings, 1):
        progress(number, len(findings))
        values: dict[str, Value] = {"序号": number, **ledger_row(finding, today)}
        lowest = _WRITABLE if form.fill_in else 0.0
        photos = form.photos.get(finding.id, ()) if FOUND_COLUMN in columns else ()
        if photos:
            at = columns.index(FOUND_COLUMN)
            lowest = max(lowest, PHOTOS.place(writer.sheet, writer.row, at, photos))
            values[FOUND_PHOTOS] = PHOTOS.caption(photos)
        elif FOUND_COLUMN in columns:
            values[FOUND_PHOTOS] = NOTHING
        writer.write_row(edition.row(values), lowest=lowest)
    if not findings:
        clean = _clean_row(heading.unit, open_only=form.open_only)
        writer.write_row([clean.get(c.header, NOTHING) for c in columns])
    writer.write_end()


def _repeated(edition: LedgerEdition) -> Collection[str]:
    """Return the columns that say the same in every row over which a finding's text goes.

    What a table is filtered by does, so that these rows stay together; what is summed up does not.
    """
    if edition.is_combined:
        return (NUMBER, SITE, WINDOW)
    kinds = (Kind.SHORT, Kind.CODE, Kind.DATE, Kind.NARROW_DATE)
    return [c.header for c in edition.columns if c.kind in kinds and not c.fill_in]


def _head(form: LedgerForm, count: int) -> list[tuple[str, ...]]:
    if not form.fill_in:
        return []
    if not form.ended:
        return [(FILL_IN_NOTE,)]
    ended = f"只列尚未销号的{count}个问题；已销号或撤销的{form.ended}个不需再填，未列入。"
    return [(FILL_IN_NOTE,), (ended,)]


def _counted(findings: Sequence[Finding], form: LedgerForm) -> list[tuple[str, ...]]:
    """Return how many circular and summary count and what the others are, where not all."""
    tally = form.tally or tally_of(findings)
    others = [f"日常巡视{tally.patrolled}项"] if tally.patrolled else []
    others += [f"群众反映{tally.voiced}项"] if tally.voiced else []
    others += [f"已撤销{tally.withdrawn}项"] if tally.withdrawn else []
    if not others and not form.open_only:
        return []
    source = "汇总表" if form.of_period else "检查"
    sums = " + ".join([f"{source}{tally.scored}项", *others])
    said = f"共{tally.total}项 = {sums}"
    if others and form.of_period:
        said += f"；{'、'.join(each.rstrip('0123456789项') for each in others)}的不计入汇总表、通报"
    if form.open_only:
        left = [f"已销号{tally.closed}项"] if tally.closed else []
        left += [f"已撤销{tally.withdrawn}项"] if tally.withdrawn else []
        said += f"。本表只列未销号的{len(findings)}项"
        said += f"，{'、'.join(left)}未列入" if left else ""
    return [(f"{said}。",)]


def ledger_row(finding: Finding, today: date) -> Mapping[str, Value]:
    """Return what stands in every column but 序号, the optional ones as well."""
    reviewed = finding.reviewed_deduction
    return {
        **ledger_values(finding, today),
        "工号": finding.staff_number or NOTHING,
        "检查时扣分": to_decimal(finding.deduction),
        "复核后扣分": NOTHING if reviewed is None else to_decimal(reviewed),
        "第几次": finding.times_at_window,
        "整改通知单": finding.notice or NOTHING,
    }


def _clean_row(unit: str, *, open_only: bool) -> Mapping[str, Value]:
    """Return the row of a ledger without findings: even then a superior expects one."""
    said = NOTHING_OPEN if open_only else NO_FINDINGS
    return {"序号": 1, SITE: unit, PROBLEM: said, "备注": None}
