"""The summary of a period (检查汇总表) as a workbook: all sites, then by family (DOMAIN §3.1).

Only sites scored alike compare, so each family has its own ranks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.pack_versions import version_key
from inspector.domain.figures.summary import Outside, SiteSummary
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.excel.papers.cell_values import points_value, rate_value
from inspector.excel.papers.chart_pages import add_chart_pages
from inspector.excel.papers.policy_words import (
    numbered,
    outside_remark,
    satisfaction_remark,
    voiced_remark,
)
from inspector.excel.papers.ranking_words import ranking_remarks
from inspector.excel.papers.reviewed_score_words import POINTS_UNIT, found_words
from inspector.excel.papers.seal_words import MISMATCH
from inspector.excel.papers.summary.family_notes import Groups, notes_of_one, notes_of_several
from inspector.excel.papers.summary.overview_sheet import add_overview, family_names
from inspector.excel.sheet.chosen_columns import chosen, frozen_columns
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet.terms import (
    CATEGORIES,
    NO_VALUE,
    PATROL_FINDINGS,
    VETO,
    VETO_MARK,
    VOICED_FINDINGS,
)
from inspector.excel.sheet.workbook_saving import written_to

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = (
    Column("名次", 6, Kind.NUMBER),
    Column("单位", 24),
    Column("检查次数", 9.4, Kind.NUMBER),
    Column("窗口数", 7.5, Kind.NUMBER),
    *(Column(CATEGORIES[category], 9.4, Kind.SCORE) for category in Category),
    Column("加分", 7, Kind.SCORE),
    Column(VETO, 9.4, Kind.NUMBER),
    Column("总分", 8.5, Kind.SCORE),
    Column("等级", 8.5),
    Column("问题数", 7.5, Kind.NUMBER),
    Column("已整改数", 9.4, Kind.NUMBER),
    Column("整改率", 9.5, Kind.PERCENT),
    Column("逾期数", 7.5, Kind.NUMBER),
    Column(PATROL_FINDINGS, 7.5, Kind.NUMBER),
    Column(VOICED_FINDINGS, 7.5, Kind.NUMBER),
    Column("较上期升降", 11.5, Kind.CHANGE),
    Column("备注", 18, Kind.TEXT),
)
SUMMARY_HEADERS = tuple(column.header for column in _COLUMNS)
FIXED_SUMMARY_HEADERS = frozenset({"名次", "单位", "总分"})
"""A rank and what it is of; the charts show them."""

_IN_SIGHT = ("名次", "单位")
_FAMILIES_TITLE = "文明窗口检查分类得分表"  # not that of the sheet with all sites before it
FAMILIES = "分类得分"
"""What the sheet is called that the rankings of several families share."""

_ON_THE_FIRST_PAGE = frozenset(
    {"问题数", "已整改数", "整改率", "逾期数", PATROL_FINDINGS, VOICED_FINDINGS, "较上期升降"}
)
"""Columns that are not printed again where families share a sheet: its remarks need the room."""

_NO_OTHERS = Outside()
_REMARKS = 44.0  # units of a column of remarks there
_NOTHING = "检查汇总表"  # without a line
_NAMED = 5  # sites that a note names one by one


def write_summary(
    path: Path,
    lines: Iterable[SiteSummary],
    packs: Iterable[Pack],
    heading: Heading,
    headers: Sequence[str] = SUMMARY_HEADERS,
    progress: Progress = unheard,
    *,
    only: Sequence[str] = (),
    withdrawn: Mapping[PackFamily, int] | None = None,
    outside: Outside = _NO_OTHERS,
    satisfaction: Mapping[str, SurveyRate] = MappingProxyType({}),
    planned: str = "",
) -> None:
    """Write the summary `lines`, best first within each pack, to `path`, with charts behind each.

    With `only` it says that ranks are among the sites named. The columns are those of `headers`.
    `packs` are those the visits were scored with; they give the notes below the table, as do the
    findings `withdrawn`, by family, those `outside` its lines, `satisfaction` by site, and what was
    `planned`.
    Without lines a single sheet has a header and no rows. Raises what `save_workbook` raises.
    """
    title = heading.title("文明窗口检查汇总表")
    book = new_book(title, heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    told = list(lines)
    with written_to(book, path):
        add_rankings(
            book,
            told,
            packs,
            heading,
            styles,
            headers=headers,
            progress=progress,
            remarks=[*([_only(only)] if only else []), *([planned] if planned else [])],
            withdrawn=withdrawn,
            outside=outside,
            satisfaction=satisfaction,
        )


def _only(sites: Sequence[str]) -> str:
    names = "、".join(sites[:_NAMED]) + ("等" if len(sites) > _NAMED else "")
    return f"本表只统计所选的{len(sites)}个单位（{names}），名次在其中排列。"


def add_rankings(
    book: "Workbook",
    lines: Sequence[SiteSummary],
    packs: Iterable[Pack],
    heading: Heading,
    styles: Styles,
    *,
    headers: Sequence[str] = SUMMARY_HEADERS,
    subject: str = "文明窗口检查汇总表",
    progress: Progress = unheard,
    charts: bool = True,
    remarks: Sequence[str] = (),
    withdrawn: Mapping[PackFamily, int] | None = None,
    outside: Outside = _NO_OTHERS,
    satisfaction: Mapping[str, SurveyRate] = MappingProxyType({}),
) -> None:
    """Write a sheet with the ranking of each family to `book`; of several, first one of all sites.

    Charts stand behind a ranking of several sites. `remarks` are said below the notes, `withdrawn`
    findings, those `outside` and `satisfaction` by site where there are any. Families have the
    notes of their newest pack.
    """
    newest = {
        (pack.id, pack.weighing): pack
        for pack in sorted(packs, key=lambda pack: version_key(pack.version))
    }
    groups = [(family, list(group)) for family, group in groupby(lines, lambda line: line.pack)]
    known = {f: pack for f, _ in groups if (pack := newest.get((f.id, f.weighing)))}
    gone = dict(withdrawn or {})
    if len(groups) > 1:
        grades = {family: pack.grades for family, pack in known.items()}
        add_overview(
            book,
            groups,
            grades,
            heading,
            styles,
            subject=subject,
            withdrawn=sum(gone.values()),
            outside=outside,
            satisfaction=satisfaction,
            remarks=remarks,
        )
        said = notes_of_several(groups, known, lines, headers, sum(gone.values()))
        name, lists, subject = FAMILIES, "", _FAMILIES_TITLE
        headers = [header for header in headers if header not in _ON_THE_FIRST_PAGE]
    else:
        said = notes_of_one(groups, known, headers, gone)
        names_by_id = {line.site_id: line.site_name for line in lines}
        said += [*voiced_remark(lines), *satisfaction_remark(satisfaction, names_by_id)]
        if not any(line.voiced.raised for line in lines):
            headers = [header for header in headers if header != VOICED_FINDINGS]
        names = family_names([family for family, _ in groups])
        name = next(iter(names.values()), _NOTHING)
        lists = f"检查表：{next((family.name for family, _ in groups), _NOTHING)}　"
    columns = chosen(_COLUMNS, headers)
    if len(groups) > 1:
        columns = [replace(c, width=_REMARKS) if c.header == "备注" else c for c in columns]
    plan = SheetPlan(
        name=name,
        title=heading.title(subject),
        columns=columns,
        label=heading.label,
        alarm=heading.alarm,
        report_line=heading.report_line(f"{lists}单位：{POINTS_UNIT}、个"),
        notes=numbered([*said, *remarks, *outside_remark(outside)]),
        foot=heading.foot,
        frozen_columns=frozen_columns(columns, _IN_SIGHT),
        filtered=len(groups) < 2,
        on_one_page=True,
    )
    ranking = _add_table(book, plan, groups, styles, headers, progress)
    for family, group in groups if charts else []:
        counted = [line for line in group if not line.by_itself]  # in no mean of inspectors
        if counted and (len(counted) > 1 or len(groups) == 1):
            sheet, first_rows = ranking
            place = {header: number for number, header in enumerate(headers, 1)}
            own = (sheet, first_rows[family], place["单位"], place["总分"])
            names = family_names([each for each, _ in groups])
            among_others = len(groups) > 1
            add_chart_pages(
                book, own, names[family], counted, heading, styles, among_others=among_others
            )


def _add_table(
    book: "Workbook",
    plan: SheetPlan,
    groups: Groups,
    styles: Styles,
    headers: Sequence[str],
    progress: Progress,
) -> tuple["Worksheet", Mapping[PackFamily, int]]:
    """Write the sheet of all rankings; return it, and the first row of each family."""
    writer = begin_sheet(book, plan, styles)
    names = family_names([family for family, _ in groups])
    total, done = sum(len(lines) for _, lines in groups), 0
    first_rows: dict[PackFamily, int] = {}
    for family, lines in groups:
        if len(groups) > 1:
            titled = {"单位": names[family]}
            writer.write_row([titled.get(header) for header in headers], total=True)
        first_rows[family] = writer.row + 1
        for line in lines:
            done += 1
            progress(done, total)
            values = summary_row(line)
            writer.write_row([values[header] for header in headers])
    writer.write_end()
    return writer.sheet, first_rows


def summary_row(line: SiteSummary) -> Mapping[str, Value]:
    """Return what stands in every column, by its header."""
    values: list[Value] = [
        NO_VALUE if line.rank is None else line.rank,
        line.site_name,
        line.visits,
        line.windows,
        *(points_value(line.rates.get(category)) for category in Category),
        points_value(line.bonus),
        line.vetoes,
        points_value(line.total),
        line.grade or NO_VALUE,
        line.findings.raised,
        line.findings.closed,
        rate_value(line.rectification_rate),
        line.findings.overdue,
        line.patrol_findings,
        line.voiced.raised,
        points_value(line.change),
        _remark(line),
    ]
    return dict(zip(SUMMARY_HEADERS, values, strict=True))


def _remark(line: SiteSummary) -> str | None:
    """Return what is particular about a site: a changed record, a veto, appeals, its rank."""
    said = [MISMATCH] if line.changed else []
    said += [f"{VETO_MARK}{VETO}"] if line.vetoes else []
    said += [found_words(line.found)] if line.found else []
    said += ranking_remarks(line)
    return "；".join(said) or None
