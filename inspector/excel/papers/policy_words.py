"""How a pack scores, in the words printed below a table, so that a figure can be checked."""

from collections.abc import Iterable, Mapping, Sequence

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    FloorPolicy,
    NotApplicablePolicy,
    Pack,
    Totalling,
    VetoPolicy,
)
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import format_points, format_score
from inspector.domain.figures.summary import FindingCount, Outside, SiteSummary
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.excel.papers.reviewed_score_words import SCORES_NOTE
from inspector.excel.sheet.terms import CATEGORIES, NO_VALUE, PATROL_FINDINGS, VETO, VETO_MARK

GRAVITIES = {Gravity.MINOR: "一般", Gravity.MAJOR: "重点", Gravity.SEVERE: "严重"}


def policy_notes(pack: Pack | None, remarks: Sequence[str] = ()) -> list[str]:
    """Return the numbered notes for a table scored with `pack`; None: what holds for every pack.

    `remarks` are about this very table, and come last.
    """
    return numbered([*pack_notes(pack), *GENERAL_NOTES, *remarks])


def pack_notes(pack: Pack | None) -> list[str]:
    """Return how a pack scores; None: nothing is claimed of what is not known."""
    if pack is None:
        return []
    return [_total(pack), _deductions(pack), _grades(pack), _veto(pack)]


GENERAL_NOTES = (
    SCORES_NOTE,
    "同分并列；只比较使用同一检查表的单位；各项平均都用四舍五入后的得分计算。",
    "问题数、已整改数、整改率、逾期数按计分检查发现的问题统计；"
    f"日常巡视发现的问题不计分，另列“{PATROL_FINDINGS}”。",
    f"整改率＝已整改数÷问题数；“{NO_VALUE}”表示无可计算的数据；升降为总分与上期相比。",
)
"""What holds for every pack."""


def unseen_note(pack: Pack) -> str:
    """Return what 未观察 means for score and coverage."""
    points = "扣" if pack.policy.total is Totalling.DEDUCT else "计"
    return f"未观察的项目不{points}分，也不作合格认定；已观察项数不含未观察、不适用的项目。"


def withdrawn_remark(count: int, elsewhere: int = 0) -> list[str]:
    """Return what is said of findings that an appeal took back, where there are any.

    `elsewhere` are those of checklists that have no table.
    """
    said = [f"已撤销的问题不计入，共{count}个。"] if count else []
    return said + ([f"未列入本表的另有已撤销问题{elsewhere}个。"] if elsewhere else [])


def outside_remark(outside: Outside) -> list[str]:
    """Return what is said of findings at sites that are not in a table, if any."""
    said = []
    if outside.patrols:
        said.append(f"另有{outside.patrols}个问题由未列入本表的单位日常巡视发现。")
    if outside.voiced:
        said.append(f"另有{outside.voiced}个群众反映的问题属于未列入本表的单位。")
    return said


def satisfaction_remark(
    satisfaction: Mapping[str, SurveyRate], names: Mapping[str, str] | None = None
) -> list[str]:
    """Return how 满意率 is counted, and below how many sheets it is not told, if it is told.

    With the `names` of sites, by id, it says of each what it is.
    """
    if not satisfaction:
        return []
    least = next(iter(satisfaction.values())).least
    of_each = ""
    if names is not None:
        told = [
            f"{names[site]}{format_score(rate.percent or 0)}%（{rate.n}份）"
            if rate.ranked
            else f"{names[site]}{NO_VALUE}（{rate.n}份）"
            for site, rate in satisfaction.items()
            if site in names
        ]
        of_each = f"满意率：{'、'.join(told)}。" if told else ""
    return [
        f"{of_each}满意率为非常满意、满意、基本满意的份数占测评份数的比例；不足{least}份的不列满意率"
        f"（{NO_VALUE}）。"
    ]


def voiced_remark(lines: Iterable[SiteSummary]) -> list[str]:
    """Return how many findings of a table the public raised, and how they stand, if any."""
    count = sum((line.voiced for line in lines), FindingCount())
    if not count.raised:
        return []
    return [
        f"群众反映（满意度测评、投诉举报转整改）{count.raised}个，已整改{count.closed}个，"
        f"整改率{format_score(count.rectification_rate or 0)}%；不计分，不计入“问题数”“整改率”"
        "和实查率。"
    ]


def family_remark(family: PackFamily | None) -> list[str]:
    """Return which versions a table puts together, where there are several."""
    if family is None or len(family.versions) < 2:
        return []
    return [f"检查表{'、'.join(family.versions)}各版权重相同，合并统计；每个单位一行。"]


def scoring_notes(pack: Pack, *, told: bool = False) -> list[str]:
    """Return the numbered notes for the record of one visit scored with `pack`.

    `told`: it says how much was observed.
    """
    unseen = unseen_note(pack)
    if pack.policy.total is Totalling.DEDUCT:
        return numbered(
            [_total(pack, _LEFT), _deductions(pack), unseen, _grades(pack), _veto(pack)]
        )
    parts = (
        "各类折合分保留两位小数，第三位起先舍去；相加后（连同加分）不足得分的，从舍去最多的类别起，"
        "每类补0.01分，补足为止。个别类别因此会与四舍五入相差0.01分。"
    )
    more = [unseen] if told else []
    return numbered([_total(pack), parts, _deductions(pack), *more, _grades(pack), _veto(pack)])


def numbered(notes: Sequence[str], title: str = "注") -> list[str]:
    """Return notes as the numbered lines below a table."""
    return [
        f"{title + '：' if number == 1 else '　' * (len(title) + 1)}{number}. {note}"
        for number, note in enumerate(notes, 1)
    ]


_LEFT = "表中四类是该类扣分后所余的分"
_RATE = "表中四类是得分率，即该类扣分后所余的分占其分值的百分比"


def _total(pack: Pack, table: str = _RATE) -> str:
    """Return how a score comes about; `table` says what its table has of each category."""
    weights = "、".join(f"{CATEGORIES[category]}{pack.weights[category]}" for category in Category)
    share, scale = pack.policy.public_area_share, pack.policy.scale
    bonus = f"另计加分，每张记分表最多{format_points(pack.policy.bonus_cap)}分"
    if pack.policy.total is Totalling.DEDUCT:
        points = "、".join(
            f"{CATEGORIES[category]}{pack.weights[category]}分" for category in Category
        )
        return (
            f"每张记分表满分{scale}分（{points}），直接扣分：每项扣分从所属类别的分值里扣，"
            f"标明从总分中扣的除外；{bonus}；单位总分＝窗口平均×{100 - share}%＋"
            f"公共区域×{share}%。{table}；"
            "记分表上没有的类别，其分值按比例加到其余类别。"
        )
    return (
        f"每张记分表的得分由四类得分率乘以各自权重（{weights}）相加得出，{bonus}；"
        f"单位总分＝窗口平均×{100 - share}%＋公共区域×{share}%。"
        "表中四类得分也按这个比例由窗口和公共区域算出；公共区域没有的类别，权重按比例加到其余类别，"
        "所以用表中四类得分加权，得不出总分。"
    )


def _deductions(pack: Pack) -> str:
    if pack.policy.total is Totalling.DEDUCT:
        floors = {
            FloorPolicy.ITEM: (
                "每类扣完为止，不计负分；项目的分值为该项最多可扣的分，不与类别分值相加"
            ),
            FloorPolicy.NONE: "扣分不封顶；标※的项目累计扣分，扣完为止",
        }
        costs = "、".join(
            f"{word}{format_points(worth)}分"
            for gravity, word in GRAVITIES.items()
            if (worth := pack.policy.points.of(gravity))
        )
        return (
            f"扣分按问题轻重，每处（次）{costs}，项目另行规定的从其规定；"
            f"不适用的项目不扣分；{floors[pack.policy.floor]}。"
        )
    not_applicable = {
        NotApplicablePolicy.EXCLUDE: "不适用项不计入满分",
        NotApplicablePolicy.FULL: "不适用项按满分计",
    }
    floor = {
        FloorPolicy.ITEM: "每项扣完为止，不计负分",
        FloorPolicy.NONE: "扣分不封顶",
    }
    return f"{not_applicable[pack.policy.not_applicable]}；{floor[pack.policy.floor]}。"


def _grades(pack: Pack) -> str:
    *upper, lowest = pack.grades
    words = [f"{grade.title}{format_points(grade.lower)}分及以上" for grade in upper]
    if upper:
        words.append(f"{lowest.title}{format_points(upper[-1].lower)}分以下")
    return f"等级：{'、'.join(words) or lowest.title}。"


def _veto(pack: Pack) -> str:
    score = {VetoPolicy.FAIL: "得分保留", VetoPolicy.ZERO: "该记分表计0分"}
    red_line = ""
    if pack.policy.total is Totalling.DEDUCT:
        red_line = f"标{VETO_MARK}的是红线，本身不扣分，发现即{VETO}；"
    return (
        f"{red_line}{VETO}的单位等级为{pack.failing_grade.title}，{score[pack.policy.veto]}，"
        "名次列在未被否决的单位之后。"
    )
