"""综合评价表 as a workbook: one page of all sites, the arithmetic of each, lists with reasons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.evaluation.evaluation import Evaluation, SiteEvaluation
from inspector.domain.evaluation.honours import Honour
from inspector.domain.evaluation.publication import Publication
from inspector.domain.evaluation.scheme import Level, Part, Scheme
from inspector.domain.evaluation.weighing import PartScore
from inspector.excel.papers.cell_values import points_value
from inspector.excel.papers.evaluation.evaluation_words import (
    HONOURS,
    LEVELS,
    NOT_MEASURED,
    PARTS,
    basis_words,
    missing_words,
    named_words,
    reason_words,
    reasons_words,
    scheme_notes,
    standing_words,
    total_words,
)
from inspector.excel.papers.policy_words import numbered
from inspector.excel.sheet.block_height import block_height
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_VALUE, NOTHING
from inspector.excel.sheet.workbook_saving import written_to

if TYPE_CHECKING:
    from openpyxl import Workbook

ALL_SITES, ARITHMETIC, LISTS = "综合评价表", "评分明细", "榜单与奖惩"
"""What the sheets are called."""

_UNSEEN = "本期未检查的单位"
_SHORT = {Honour.WINDOW: "最佳窗口", Honour.STAFF: "标兵"}
"""With how many there are of them at a site."""

_LEVEL_PLACE_FROM_END = 7  # of the column of the level on the first page


@dataclass(frozen=True, slots=True)
class EvaluationPaper:
    """What is printed: as it was published, or on trial. `names` are those that may appear."""

    evaluation: Evaluation
    scheme_number: int  # 0: as the program proposes it
    publication: Publication | None = None
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    only: Sequence[str] = ()  # sites it was narrowed to


def write_evaluation(path: Path, paper: EvaluationPaper, heading: Heading) -> None:
    """Write the workbook to `path`; raises what `save_workbook` raises."""
    title = heading.title("文明窗口综合评价表")
    book = new_book(title, heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    if paper.publication is None:
        day = chinese_date(paper.evaluation.facts.today)
        trial = f"试算稿，尚未发布（数据截至{day}）"
        heading = replace(heading, alarm="；".join(filter(None, (trial, heading.alarm))))
    with written_to(book, path):
        _add_all_sites(book, paper, heading, styles)
        _add_arithmetic(book, paper, heading, styles)
        _add_lists(book, paper, heading, styles)


def _families(evaluation: Evaluation) -> Iterator[tuple[str, list[SiteEvaluation]]]:
    for _, group in groupby(evaluation.sites, lambda site: site.facts.family_key):
        own = list(group)
        yield own[0].facts.family or _UNSEEN, own


# The page of all sites


def _add_all_sites(
    book: "Workbook", paper: EvaluationPaper, heading: Heading, styles: Styles
) -> None:
    scheme = paper.evaluation.scheme
    parts = [part for part in Part if scheme.weight(part)]
    columns = [
        Column("综合名次", 9.4),
        Column("单位", 22, Kind.TEXT),
        *(Column(f"{PARTS[part]}\n{scheme.weight(part)}%", 9.6, Kind.SCORE) for part in parts),
        Column("综合得分", 10, Kind.SCORE),
        Column("等次", 8.5),
        Column("红线", 6.5, Kind.NUMBER),
        Column("逾期", 6.5, Kind.NUMBER),
        Column("投诉属实", 9.4, Kind.NUMBER),
        Column("投诉超期", 9.4, Kind.NUMBER),
        Column("奖惩", 26, Kind.TEXT),
        Column("备注", 20, Kind.TEXT),
    ]
    plan = SheetPlan(
        name=ALL_SITES,
        title=heading.title("文明窗口综合评价表"),
        columns=columns,
        label=heading.label,
        alarm=heading.alarm,
        report_line=heading.report_line("单位：分、件"),
        notes=numbered([*scheme_notes(scheme), *_told(paper)]),
        foot=heading.foot,
        frozen_columns=2,
        filtered=False,
        on_one_page=True,
    )
    writer = begin_sheet(book, plan, styles)
    low = len(columns) - _LEVEL_PLACE_FROM_END
    for family, sites in _families(paper.evaluation):
        writer.write_total(f"{family}（{len(sites)}个单位）")
        for site in sites:
            failed = (low,) if site.level is Level.FAIL else ()
            writer.write_row(_site_row(site, paper.evaluation), strong=failed)
    writer.write_end()


def _site_row(site: SiteEvaluation, evaluation: Evaluation) -> list[Value]:
    facts = site.facts
    return [
        NO_VALUE if site.rank is None else f"{site.rank}/{site.ranked_of}",
        facts.site_name,
        *map(_score, site.parts),
        points_value(site.total),
        LEVELS[site.level] if site.level is not None else NO_VALUE,
        facts.vetoes,
        facts.overdue,
        *(
            (NO_VALUE, NO_VALUE)
            if facts.complaints is None
            else (facts.complaints.upheld, facts.complaints.overdue)
        ),
        _honours(site, evaluation) or NOTHING,
        _remark(site),
    ]


def _honours(site: SiteEvaluation, evaluation: Evaluation) -> str:
    """Return what a site is named for, and how many of its windows and people."""
    own = [each.honour for each in evaluation.named if each.site_id == site.site_id]
    said = []
    for honour, word in HONOURS.items():
        if honour in (Honour.WINDOW, Honour.STAFF):
            word = f"{_SHORT[honour]}{own.count(honour)}"
        said += [word] if honour in own else []
    return "、".join(said)


def _remark(site: SiteEvaluation) -> str | None:
    said = []
    if site.unranked is not None:
        said.append(reason_words(site.unranked))
    if site.barred:
        said.append("不得评优")
    if site.facts.elsewhere:
        said.append(f"另有{site.facts.elsewhere}次检查不同类")
    return "；".join(said) or None


def _told(paper: EvaluationPaper) -> list[str]:
    """Return by which table, and whether it is published: by whom, when, in whose place."""
    table = (
        f"按本单位评价办法第{paper.scheme_number}版计算"
        if paper.scheme_number
        else "评价办法尚未设置，权重和各项标准用程序的建议值"
    )
    day = chinese_date(paper.evaluation.facts.today)
    only = [f"只列所选的{len(paper.only)}个单位，名次仍在全部单位中排列。"] if paper.only else []
    if paper.publication is None:
        return [f"{table}；试算，尚未发布。", *only]
    own = paper.publication
    said = (
        f"{table}；{chinese_date(own.published_at.date())}由{own.published_by}发布，数据截至{day}，"
    )
    if own.corrects:
        said += f"更正前次发布：{own.note}，"
    return [f"{said}以后的变动不改变本表。", *only]


# The arithmetic


def _add_arithmetic(
    book: "Workbook", paper: EvaluationPaper, heading: Heading, styles: Styles
) -> None:
    columns = [
        Column("单位", 24, Kind.TEXT),
        Column("项目", 11),
        Column("依据", 44, Kind.TEXT),
        Column("得分", 10, Kind.SCORE),
        Column("权重（%）", 10, Kind.NUMBER),
        Column("得分×权重", 13, Kind.PRODUCT),
    ]
    plan = SheetPlan(
        name=ARITHMETIC,
        title=heading.title("文明窗口综合评价评分明细"),
        columns=columns,
        alarm=heading.alarm,
        report_line=heading.report_line("单位：分"),
        foot=heading.foot,
        filtered=False,
        landscape=False,
        grows=0,  # where its pages end is known
    )
    writer = begin_sheet(book, plan, styles)
    for site in paper.evaluation.sites:
        rows = list(_part_rows(site, paper.evaluation.scheme))
        standing = standing_words(site, paper.evaluation.honours_of(site.site_id))
        total = "。".join(filter(None, (total_words(site), standing))) + "。"
        writer.begin_page(block_height(plan, rows, total))  # a site is not split over two pages
        for row in rows:
            writer.write_row(row)
        writer.write_total(total)
    writer.write_end()


def _part_rows(site: SiteEvaluation, scheme: Scheme) -> Iterator[list[Value]]:
    for line in site.parts:
        yield [
            site.facts.site_name,
            PARTS[line.part],
            _basis(site, line.part, scheme),
            _score(line),
            line.weight if line.score is not None else NO_VALUE,
            NO_VALUE if line.product is None else Decimal(line.product).scaleb(-4),
        ]


def _basis(site: SiteEvaluation, part: Part, scheme: Scheme) -> str:
    line = next(each for each in site.parts if each.part is part)
    return basis_words(part, site.facts, scheme) + missing_words(line)


def _score(line: PartScore) -> Value:
    """Return a score; of what was seen at the site itself there is none, of others no measure."""
    if line.score is None and line.part is not Part.SCORE:
        return NOT_MEASURED
    return points_value(line.score)


# The lists


def _add_lists(book: "Workbook", paper: EvaluationPaper, heading: Heading, styles: Styles) -> None:
    plan = SheetPlan(
        name=LISTS,
        title=heading.title("文明窗口综合评价榜单与奖惩"),
        columns=[
            Column("类别", 15),
            Column("类型", 24, Kind.TEXT),
            Column("对象", 32, Kind.TEXT),
            Column("理由", 46, Kind.TEXT),
        ],
        alarm=heading.alarm,
        report_line=("", "", ""),
        foot=heading.foot,
        filtered=False,
        landscape=False,
    )
    add_sheet(book, plan, list(_list_rows(paper)) or [[NOTHING] * 4], styles)


def _list_rows(paper: EvaluationPaper) -> Iterator[list[Value]]:
    evaluation = paper.evaluation
    for honour in Honour:
        for each in evaluation.named_for(honour):
            yield [
                HONOURS[honour],
                each.family or _UNSEEN,
                named_words(each, paper.names),
                reasons_words(each.reasons),
            ]
    for site in evaluation.sites:
        if site.barred:
            yield ["不得评优", site.facts.family, site.facts.site_name, reasons_words(site.barred)]
    for site in evaluation.sites:
        if site.unranked is not None:
            family = site.facts.family or _UNSEEN
            yield ["不参加排名", family, site.facts.site_name, reason_words(site.unranked)]
