"""The words a superior's form can hold between double braces, and what stands for each.

`{{单位}}` stands once; a row with `{{问题.存在问题}}` repeats for each finding, one with
`{{排名.总分}}` for each line of the ranking.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.points import mean, round_half_up, to_decimal
from inspector.domain.complaint.complaint_report import By, ComplaintReport, ComplaintSums
from inspector.domain.evaluation.evaluation import Evaluation
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.finding.finding import FindingState
from inspector.domain.papers.circular import PeriodFindings, count_of
from inspector.domain.plan.plan_coverage import PlanCoverage, narrowed_to
from inspector.domain.survey.survey_table import SurveyTable
from inspector.domain.visit.coverage import Coverage
from inspector.excel.forms.complaint_fields import (
    COMPLAINT_RATES,
    COMPLAINT_WORDS,
    complaint_values,
)
from inspector.excel.forms.evaluated_words import EVALUATED, evaluated
from inspector.excel.forms.survey_fields import SURVEY_RATES, SURVEY_WORDS, survey_values
from inspector.excel.papers.ledger.ledger_sheet_columns import LEDGER_HEADERS
from inspector.excel.papers.ledger_workbook import ledger_row
from inspector.excel.papers.ranking_words import FORMS
from inspector.excel.papers.summary_workbook import SUMMARY_HEADERS, summary_row
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.terms import (
    CATEGORIES,
    NO_FINDINGS,
    NO_VALUE,
    NOTHING,
    PATROL_FINDINGS,
    VOICED_FINDINGS,
    window_title,
)


class Rows(StrEnum):
    """What a row repeats for; the word before the dot."""

    FINDINGS = "问题"
    RANKING = "排名"


PLACEHOLDER = re.compile(r"[{｛]{2}([^{}｛｝]*)[}｝]{2}")
"""With full-width braces as well: an input method writes them."""

MONTH = re.compile(r"\d+年\d+月")
"""A period that is one month."""

_WORDS = 256  # that are remembered: a form asks for the same ones in every row
_DOT = str.maketrans("．。·：:", ".....")
PACK = "检查表"
_FORM = "检查范围"
_COVERAGE: Mapping[str, str] = MappingProxyType(
    {
        "已观察项数": "本期检查合计，不含未观察的和不适用的",
        "应查项数": "本期检查合计，按调整前的检查表",
        "未观察项数": "应查项数减已观察项数",
        "覆盖率": "已观察项数÷应查项数",
    }
)
_PLAN: Mapping[str, str] = MappingProxyType(
    {
        "应查次数": "检查计划要求的次数，截至本期末",
        "已查次数": "其中已查的，计划外的不计",
        "缺口次数": "应查次数减已查次数",
        "计划完成率": "已查次数÷应查次数",
    }
)
_PATROLS = f"{PATROL_FINDINGS}数"
_VOICED = f"{VOICED_FINDINGS}数"
_ONE_PACK = f"用过几种检查表时为“{NO_VALUE}”"

_SINGLE: Mapping[str, str] = MappingProxyType(
    {
        "单位": "填报单位；只填一个单位时是该单位",
        "期间": "所选的时间段：整月写作2026年11月，其他写起止日期",
        "填报日期": "导出当天",
        "检查单位": "偏好里的填报单位",
        "被检查单位": "只填一个单位时是该单位",
        "填表人": "偏好里的填表人",
        "审核人": "偏好里的审核人",
        "联系电话": "偏好里的联系电话",
        "检查单位数": "本期检查过的单位",
        "检查次数": "本期检查次数",
        "窗口数": "本期检查过的窗口",
        **dict.fromkeys(CATEGORIES.values(), f"各单位平均得分；{_ONE_PACK}"),
        "加分": f"各单位平均加分；{_ONE_PACK}",
        "总分": f"申诉复核后的各单位平均总分，只填一个单位时是该单位总分；{_ONE_PACK}",
        "等级": "申诉复核后的，只填一个单位时有",
        "检查时得分": f"申诉复核前的平均总分；{_ONE_PACK}",
        "一票否决": "申诉复核后的次数",
        "较上期升降": "只填一个单位时有",
        "问题数": "计分检查发现的，不含日常巡视发现的、群众反映的和已撤销的",
        _PATROLS: "日常巡视发现的，不计入问题数",
        PATROL_FINDINGS: f"同{_PATROLS}",
        _VOICED: "满意度测评、投诉举报转整改的，不计入问题数",
        VOICED_FINDINGS: f"同{_VOICED}",
        "已整改数": "已销号",
        "未整改数": "问题数减已整改数",
        "整改率": "已整改数÷问题数",
        "逾期数": "未销号且已过时限",
        **_COVERAGE,
        **_PLAN,
        **{word: f"只填一个单位时有，{said}" for word, said in EVALUATED.items()},
        **SURVEY_WORDS,
        **COMPLAINT_WORDS,
        _FORM: f"全查、必查或抽查；几种都有时为“{NO_VALUE}”",
    }
)

_CLOSED, _SPOT, _INSPECTING = "是否销号", "点位", "检查单位"
_UNFINISHED = "未整改数"
_FINDING_WORDS = (*LEDGER_HEADERS, _CLOSED, _SPOT, _INSPECTING)
_RANKING_WORDS = (
    "序号", *SUMMARY_HEADERS, _UNFINISHED, PACK, *_COVERAGE, *_PLAN, *SURVEY_WORDS, *EVALUATED,
    *COMPLAINT_WORDS, _FORM,
)  # fmt: skip

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        **_SINGLE,
        **{f"{Rows.FINDINGS}.{name}": "问题数中每个问题一行" for name in LEDGER_HEADERS},
        f"{Rows.FINDINGS}.{_CLOSED}": "是或否",
        f"{Rows.FINDINGS}.{_SPOT}": "单位和窗口，如城东营业厅3号窗口",
        f"{Rows.FINDINGS}.{_INSPECTING}": "偏好里的填报单位",
        f"{Rows.FINDINGS}.扣分": "申诉复核后的；检查时的为“检查时扣分”",
        **{
            f"{Rows.RANKING}.{name}": "每种检查表每个单位一行，名次在同一检查表内"
            for name in ("序号", *SUMMARY_HEADERS, PACK)
        },
        f"{Rows.RANKING}.{_UNFINISHED}": "问题数减已整改数",
        **{
            f"{Rows.RANKING}.{name}": f"该单位{said}"
            for name, said in {
                **_COVERAGE,
                **_PLAN,
                **SURVEY_WORDS,
                **COMPLAINT_WORDS,
            }.items()
        },
        **{f"{Rows.RANKING}.{name}": said for name, said in EVALUATED.items()},
        f"{Rows.RANKING}.{_FORM}": "全查、必查或抽查",
    }
)
"""Every word that is known, and what it means."""


def nothing_of(heading: Heading) -> "FormData":
    """Return what leaves a sheet blank: one of a site that nobody asked for."""
    rows = {Rows.FINDINGS: _FINDING_WORDS, Rows.RANKING: _RANKING_WORDS}
    single: dict[str, Value] = dict.fromkeys(_SINGLE, None)
    said = {"单位": heading.unit, "期间": heading.period}
    return FormData({**single, **said}, {kind: [dict.fromkeys(w)] for kind, w in rows.items()})


@dataclass(frozen=True, slots=True)
class FormData:
    """What a form is filled with: values by word, and rows of values by word without the prefix."""

    single: Mapping[str, Value]
    rows: Mapping[Rows, Sequence[Mapping[str, Value]]]
    alarm: str = ""  # at the foot of every page
    zero: Mapping[Rows, str] = field(default_factory=dict)  # of a row where there is none to tell
    of_site: "Callable[[str], FormData | None]" = lambda _: None
    """What a sheet is filled with that is named after a site."""

    def is_empty(self, kind: Rows) -> bool:
        """Tell whether there is nothing to fill rows with, and no word of that either."""
        return all(value is None for row in self.rows[kind] for value in row.values())

    def of(self, sheet: str) -> "FormData":
        """Return what a sheet is filled with, by its title."""
        return self.of_site(sheet) or self


def words_in(text: str) -> Iterator[str]:
    """Return the words between braces in the order they stand."""
    for match in PLACEHOLDER.finditer(text):
        yield normal(match[1])


@lru_cache(maxsize=_WORDS)
def normal(word: str) -> str:
    """Return a word as it is known: without spaces, with a plain dot."""
    return "".join(word.split()).translate(_DOT)


@lru_cache(maxsize=_WORDS)
def rows_of(word: str) -> Rows | None:
    """Return what the row of a word repeats for, if it does."""
    prefix, dot, _ = word.partition(".")
    return Rows(prefix) if dot and prefix in tuple(Rows) else None


def filled(text: str, value_of: Callable[[str], Value]) -> str:
    """Return a text with each placeholder replaced by the words of its value."""

    def words(word: str) -> str:
        return value_text(value_of(word), is_rate=is_rate(word))

    return PLACEHOLDER.sub(lambda match: words(normal(match[1])), text)


def is_rate(word: str) -> bool:
    """Tell whether a word stands for a percentage: its value is a fraction."""
    own = word.rpartition(".")[2]
    return own in ("整改率", "覆盖率", "计划完成率", *SURVEY_RATES, *COMPLAINT_RATES)


def value_text(value: Value, *, is_rate: bool = False) -> str:
    """Return a value as it stands within a sentence."""
    if is_rate and isinstance(value, Decimal):
        return f"{value:.2%}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return "" if value is None else str(value)


def form_data(
    lines: Sequence[SiteSummary],
    findings: PeriodFindings,
    heading: Heading,
    today: date,
    windows: int,
    inspecting: str = "",
    satisfaction: SurveyTable | None = None,
    complaints: ComplaintReport | None = None,
    plans: PlanCoverage | None = None,
    published: Evaluation | None = None,
) -> FormData:
    """Return what a form of a period is filled with.

    It counts and lists the findings that the summary counts: those of scored visits. The ranking
    is family by family, best first within each as `lines` are; nothing is averaged over them.
    `windows` is how many different ones were inspected, `inspecting` who inspects,
    `satisfaction` what the public answered, `complaints` what it complained of, `plans` what is
    covered of them, `published` the evaluation that was. Scores are those
    after appeals. Without lines nothing was inspected.
    """
    listed = [
        {
            "序号": number,
            **ledger_row(each, today),
            _CLOSED: "是" if each.state is FindingState.CLOSED else "否",
            _SPOT: f"{each.site_name}{window_title(each.window_number)}",
            _INSPECTING: inspecting,
        }
        for number, each in enumerate(findings.scored, 1)
    ]
    zero = _zero(heading, inspected=bool(lines or findings.counted))
    rates = {each.site_name: each.rate for each in satisfaction.lines} if satisfaction else {}
    came = {each.site_name: each.now for each in complaints.of(By.SITE)} if complaints else {}
    by_pack = sorted(lines, key=lambda line: line.pack.place)
    ranking = [
        {
            "序号": number,
            **summary_row(line),
            _UNFINISHED: line.findings.raised - line.findings.closed,
            PACK: line.pack.name,
            **_covered([line]),
            **_planned(plans and narrowed_to(plans, [line.site_name])),
            **survey_values(rates.get(line.site_name)),
            **complaint_values(came.get(line.site_name, ComplaintSums())),
            **evaluated(published, line.site_id),
            _FORM: FORMS[line.pack.form],
        }
        for number, line in enumerate(by_pack, 1)
    ]
    single = _single(lines, findings, heading, today, windows)
    sites = {line.site_id for line in lines}
    own = evaluated(published if len(sites) == 1 else None, next(iter(sites), ""))
    return FormData(
        {
            **single,
            **_planned(plans),
            **survey_values(satisfaction.total if satisfaction else None),
            **complaint_values(complaints.now if complaints else ComplaintSums()),
            **own,
            _INSPECTING: inspecting or NO_VALUE,
        },
        {
            Rows.FINDINGS: listed
            or [
                {
                    **dict.fromkeys(_FINDING_WORDS, NOTHING),
                    "存在问题": NO_FINDINGS if lines or findings.counted else zero[Rows.FINDINGS],
                }
            ],
            Rows.RANKING: ranking or [dict.fromkeys(_RANKING_WORDS, NOTHING)],
        },
        heading.alarm,
        {
            kind: said
            for kind, said in zero.items()
            if not (listed if kind is Rows.FINDINGS else ranking)
        },
    )


def _zero(heading: Heading, *, inspected: bool) -> Mapping[Rows, str]:
    """Return what is reported of a period in which there is nothing to report (零报告)."""
    period = "本月" if MONTH.fullmatch(heading.period) else "本期"
    none = f"{period}未开展检查（零报告）"
    return {Rows.FINDINGS: f"{period}无（零报告）" if inspected else none, Rows.RANKING: none}


def _single(
    lines: Sequence[SiteSummary],
    findings: PeriodFindings,
    heading: Heading,
    today: date,
    windows: int,
) -> Mapping[str, Value]:
    count = count_of(findings.scored, today)
    one = lines[0] if len(lines) == 1 else None
    rate = count.rectification_rate
    # Only like compares with like.
    alike = lines if len({line.pack for line in lines}) == 1 else ()
    ranked = [line for line in alike if line.is_ranked or len(alike) == 1]
    return {
        "单位": heading.unit,
        "被检查单位": heading.site or NO_VALUE,
        "期间": heading.period,
        "填报日期": heading.reported_on,
        "填表人": heading.author,
        "审核人": heading.reviewer,
        "联系电话": heading.telephone,
        "检查单位数": len({line.site_name for line in lines}),
        "检查次数": sum(line.visits for line in lines),
        "窗口数": windows,
        **{
            CATEGORIES[category]: _average([line.rates.get(category) for line in alike])
            for category in Category
        },
        "加分": _average([line.bonus for line in alike]),
        "总分": _average([line.total for line in ranked]),
        "等级": one.grade if one and one.grade else NO_VALUE,
        "检查时得分": _average([line.found.total if line.found else line.total for line in ranked]),
        "一票否决": sum(line.vetoes for line in lines),
        "较上期升降": NO_VALUE if one is None or one.change is None else to_decimal(one.change),
        "问题数": count.raised,
        **dict.fromkeys((_PATROLS, PATROL_FINDINGS), len(findings.by_patrols)),
        **dict.fromkeys((_VOICED, VOICED_FINDINGS), len(findings.voiced)),
        "已整改数": count.closed,
        "未整改数": count.raised - count.closed,
        "整改率": NO_VALUE if rate is None else to_decimal(rate).scaleb(-2),
        "逾期数": count.overdue,
        **_covered(lines),
        _FORM: FORMS[lines[0].pack.form] if len({x.pack.form for x in lines}) == 1 else NO_VALUE,
    }


def _covered(lines: Sequence[SiteSummary]) -> Mapping[str, Value]:
    """Return how much was observed; of visits before that was kept: nothing is said."""
    told = [line.coverage for line in lines if line.coverage is not None]
    if not told or len(told) < len(lines):
        return dict.fromkeys(_COVERAGE, NO_VALUE)
    whole = sum(told, Coverage())
    left = whole.asked - whole.observed
    rate = to_decimal(whole.percent).scaleb(-2)
    return dict(zip(_COVERAGE, (whole.observed, whole.asked, left, rate), strict=True))


def _planned(plans: PlanCoverage | None) -> Mapping[str, Value]:
    if plans is None or plans.rate is None:
        return dict.fromkeys(_PLAN, NO_VALUE)
    rate = to_decimal(plans.rate).scaleb(-2)
    return dict(zip(_PLAN, (plans.wanted, plans.done, plans.gap, rate), strict=True))


def _average(values: Sequence[int | None]) -> Value:
    present = [value for value in values if value is not None]
    return to_decimal(round_half_up(mean(present))) if present else NO_VALUE
