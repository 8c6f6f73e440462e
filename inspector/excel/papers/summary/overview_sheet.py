"""The first page of a summary: every site of every family in one table, with its sums.

Ranks and means are within a family, whatever else stands in the table: only like compares.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING

from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, mean, round_half_up
from inspector.domain.figures.score_scale import needs_attention
from inspector.domain.figures.summary import FindingCount, Outside, SiteSummary
from inspector.domain.survey.survey_rate import SurveyRate, together
from inspector.domain.visit.coverage import Coverage, coverage_together
from inspector.excel.papers.cell_values import points_value, rate_value
from inspector.excel.papers.policy_words import numbered, satisfaction_remark, voiced_remark
from inspector.excel.papers.ranking_words import (
    BY_ITSELF,
    LONE_NOTE,
    NOT_RANKED,
    lone_words,
    undecided_notes,
)
from inspector.excel.papers.reviewed_score_words import POINTS_UNIT
from inspector.excel.papers.seal_words import MISMATCH
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.row_height import text_width
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet
from inspector.excel.sheet.terms import NO_VALUE, VETO, VETO_MARK

if TYPE_CHECKING:
    from openpyxl import Workbook

OVERVIEW = "各单位总表"
"""What the sheet is called."""

_VOICED, _RATE, _SHEETS = "群众反映", "满意率", "测评份数"
_COLUMNS = (
    Column("名次", 7),
    Column("单位", 27, Kind.TEXT),
    Column("检查次数", 9.4, Kind.NUMBER),
    Column("窗口数", 7.5, Kind.NUMBER),
    Column("实查率", 10, Kind.PERCENT),
    Column("总分", 8.5, Kind.SCORE),
    Column("等级", 8.5),
    Column("较上期", 9, Kind.CHANGE),
    Column("问题数", 7.5, Kind.NUMBER),
    Column("已整改数", 9.4, Kind.NUMBER),
    Column("整改率", 10, Kind.PERCENT),
    Column("逾期数", 7.5, Kind.NUMBER),
    Column("巡视发现", 9.4, Kind.NUMBER),
    Column(_VOICED, 9.4, Kind.NUMBER),
    Column(_RATE, 10, Kind.PERCENT),
    Column(_SHEETS, 9.4, Kind.NUMBER),
    Column("备注", 17, Kind.TEXT),
)
_SITE, _GRADE = 1, 6  # places of columns
_NO_OTHERS = Outside()
_UNITS = 2.1  # of column width that a Chinese character takes
_TOTAL = "合计"


def add_overview(
    book: "Workbook",
    families: Sequence[tuple[PackFamily, Sequence[SiteSummary]]],
    grades: Mapping[PackFamily, Sequence[Grade]],
    heading: Heading,
    styles: Styles,
    *,
    subject: str,
    withdrawn: int = 0,
    outside: Outside = _NO_OTHERS,
    satisfaction: Mapping[str, SurveyRate] = MappingProxyType({}),
    remarks: Sequence[str] = (),
) -> None:
    """Write the sheet to `book`: the lines of each family, best first, below its name.

    `grades` are those of a family, best first, where they are known. `withdrawn` findings and
    those `outside` the lines are told of in the notes, so that all add up. `satisfaction` is by
    site; what nobody was asked, and what the public did not say, has no column.
    """
    every = [line for _, lines in families for line in lines]
    columns = _columns(every, outside, satisfaction)
    headers = [column.header for column in columns]
    plan = SheetPlan(
        name=OVERVIEW,
        title=heading.title(subject),
        columns=columns,
        label=heading.label,
        alarm=heading.alarm,
        report_line=heading.report_line(f"单位：{POINTS_UNIT}、个"),
        notes=numbered([*_notes(every, withdrawn, outside, satisfaction), *remarks]),
        foot=heading.foot,
        frozen_columns=2,
        filtered=False,
        on_one_page=True,
    )
    writer = begin_sheet(book, plan, styles)
    names = family_names([family for family, _ in families])
    for family, lines in families:
        counted = [line for line in lines if not line.by_itself]
        title = f"{names[family]}（{len(lines)}个单位）"
        sums = _sums(title, lines, _mean(counted), satisfaction)
        writer.write_row([sums[header] for header in headers], total=True)
        ranks = sum(line.rank is not None for line in lines)
        for line in lines:
            low = _is_low(line.grade, grades.get(family, ()))
            row = _row(line, ranks, satisfaction.get(line.site_id))
            writer.write_row([row[header] for header in headers], strong=(_GRADE,) if low else ())
    sums = _sums(_TOTAL, every, None, satisfaction)
    writer.write_row([sums[header] for header in headers], total=True)
    writer.write_end()


def _columns(
    lines: Sequence[SiteSummary], outside: Outside, satisfaction: Mapping[str, SurveyRate]
) -> list[Column]:
    """Return the columns, that of the sites wide enough for any name on two lines."""
    left_out = set[str]() if satisfaction else {_RATE, _SHEETS}
    if not outside.voiced and not any(line.voiced.raised for line in lines):
        left_out.add(_VOICED)
    longest = max((text_width(line.site_name) for line in lines), default=0)
    width = max(_COLUMNS[_SITE].width, ceil(longest / 2 + 1) * _UNITS)
    return [
        replace(column, width=width) if place == _SITE else column
        for place, column in enumerate(_COLUMNS)
        if column.header not in left_out
    ]


def family_names(families: Sequence[PackFamily]) -> Mapping[PackFamily, str]:
    """Return what families are called: by their sector, with versions only where two are alike."""
    short = [family.short_name for family in families]
    return {
        family: name if short.count(name) == 1 else family.name
        for family, name in zip(families, short, strict=True)
    }


def _row(line: SiteSummary, ranks: int, asked: SurveyRate | None) -> Mapping[str, Value]:
    values: list[Value] = [
        NO_VALUE if line.rank is None else f"{line.rank}/{ranks}",
        line.site_name,
        line.visits,
        line.windows,
        _observed(line.coverage),
        points_value(line.total),
        line.grade or NO_VALUE,
        points_value(line.change),
        *_counts(line.findings),
        line.patrol_findings,
        line.voiced.raised,
        *_satisfied(asked),
        _remark(line),
    ]
    return _by_header(values)


def _sums(
    title: str,
    lines: Sequence[SiteSummary],
    average: Hundredths | None,
    satisfaction: Mapping[str, SurveyRate],
) -> Mapping[str, Value]:
    """Return a row of sums; visits that sites paid themselves are in none of them.

    People were asked at a site, whatever checklists it was inspected with: it counts once.
    """
    counted = [line for line in lines if not line.by_itself]
    sites = dict.fromkeys(line.site_id for line in lines)
    asked = [satisfaction[site] for site in sites if site in satisfaction]
    values: list[Value] = [
        None,
        title,
        sum(line.visits for line in counted),
        sum(line.windows for line in counted),
        _observed(coverage_together(line.coverage for line in counted)),
        points_value(average),
        None,
        None,
        *_counts(sum((line.findings for line in lines), FindingCount())),
        sum(line.patrol_findings for line in lines),
        sum(line.voiced.raised for line in lines),
        *_satisfied(together(asked) if asked else None),
        None,
    ]
    return _by_header(values)


def _by_header(values: Sequence[Value]) -> Mapping[str, Value]:
    return dict(zip((column.header for column in _COLUMNS), values, strict=True))


def _satisfied(asked: SurveyRate | None) -> list[Value]:
    """Return 满意率, which of too few sheets is not told, and how many there are."""
    if asked is None:
        return [NO_VALUE, NO_VALUE]
    return [rate_value(asked.percent) if asked.ranked else NO_VALUE, asked.n]


def _mean(lines: Iterable[SiteSummary]) -> Hundredths | None:
    """Return the mean of the ranked sites, as the circular tells it."""
    totals = [line.total for line in lines if line.is_ranked and line.total is not None]
    return round_half_up(mean(totals)) if totals else None


def _counts(count: FindingCount) -> list[Value]:
    return [count.raised, count.closed, rate_value(count.rectification_rate), count.overdue]


def _observed(coverage: Coverage | None) -> Value:
    return NO_VALUE if coverage is None else rate_value(coverage.percent)


def _is_low(grade: str, grades: Sequence[Grade]) -> bool:
    titles = [each.title for each in grades]
    return grade in titles and needs_attention(titles.index(grade), len(titles))


def _remark(line: SiteSummary) -> str | None:
    """Return what nobody may overlook; the rest stands on the page of the family."""
    said = [MISMATCH] if line.changed else []
    said += [f"{VETO_MARK}{VETO}{line.vetoes}次"] if line.vetoes else []
    if not line.is_ranked:
        said.append(BY_ITSELF if line.by_itself else NOT_RANKED)
    said += [lone_words(line)] if line.lone else []
    said += [f"调整检查表{line.overrides}项"] if line.overrides else []
    return "；".join(said) or None


def _notes(
    lines: Sequence[SiteSummary],
    withdrawn: int,
    outside: Outside,
    satisfaction: Mapping[str, SurveyRate],
) -> list[str]:
    scored = sum(line.findings.raised for line in lines)
    patrolled = sum(line.patrol_findings for line in lines) + outside.patrols
    voiced = sum(line.voiced.raised for line in lines) + outside.voiced
    other = f"（其中{outside.patrols}个由未列入本表的单位发现）" if outside.patrols else ""
    parts = [f"计分检查发现{scored}个（列入“问题数”）", f"日常巡视发现{patrolled}个{other}"]
    if voiced:
        other = f"（其中{outside.voiced}个属于未列入本表的单位）" if outside.voiced else ""
        parts.append(f"群众反映{voiced}个{other}")
    parts += [f"经申诉撤销{withdrawn}个（不列入本表）"] if withdrawn else []
    several = len({line.site_name for line in lines}) < len(lines)
    return [
        "名次为同类单位中的名次（名次/参加排名的单位数），同分并列；各类行的总分为参加排名单位的"
        "平均分，不同类的得分不相比较，故不合计。各类得分、评分办法见分表。",
        f"本期共有问题{scored + patrolled + voiced + withdrawn}个：{'，'.join(parts)}。",
        *(
            ["窗口数不重复计；按几类检查表检查的单位，窗口在各类中分别计，合计为各行之和。"]
            * several
        ),
        *([LONE_NOTE] if any(line.lone for line in lines) else []),
        *undecided_notes(lines),
        *voiced_remark(lines),
        *satisfaction_remark(satisfaction),
    ]
