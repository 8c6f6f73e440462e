"""The sums below the items of a scorecard on a record: categories, the whole, the score."""

from collections.abc import Sequence
from fractions import Fraction

from inspector.domain.checklist.checklist import Pack, Policy, Totalling
from inspector.domain.checklist.points import (
    ONE,
    format_points,
    format_score,
    round_half_up,
    to_decimal,
)
from inspector.domain.visit.category_scoring import CategoryScore
from inspector.domain.visit.inspection import Verdict
from inspector.domain.visit.item_scoring import ItemScore
from inspector.domain.visit.scoring import ScorecardScore
from inspector.excel.papers.cell_values import points_value
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.terms import CATEGORIES, NO_VALUE, VETO


def subtotal(score: CategoryScore, own: Sequence[ItemScore], pack: Pack) -> list[Value]:
    """Return the row below the items of a category: its rate, or the points left of its own."""
    if pack.policy.total is Totalling.DEDUCT:
        return _points_left(score, own)
    if score.rate is None:
        unseen = any(each.answer and each.answer.verdict is Verdict.UNSEEN for each in own)
        remark = "没有已观察的项目" if unseen else "没有适用的项目"
        remark += "，权重加到其余类别" if score.weight else ""
    else:
        share = format_points(round_half_up(score.share * ONE))
        rescaled = f"（折算为{share}%）" if score.share != score.weight else ""
        remark = (
            f"得分率{format_score(score.printed_rate)}%，权重{score.weight}%{rescaled}，"
            f"折合{format_score(score.contribution)}分"
        )
    return sum_row(
        CATEGORIES[score.category], "小计", score.full, score.full - score.got, score.got, remark
    )


def _points_left(score: CategoryScore, own: Sequence[ItemScore]) -> list[Value]:
    lost, full, got = sum(each.deduction for each in own), score.full, score.got
    left = f"得{format_points(got)}分"
    taken = f"扣{format_points(lost)}分"
    if lost != full - got:
        taken = f"各项共扣{format_points(lost)}分，扣完为止"
    said = f"{CATEGORIES[score.category]} {format_points(full)}分，{taken}，{left}"
    if score.rate is None:
        said = f"{said}（没有已观察的项目）"
    return sum_row(CATEGORIES[score.category], "小计", full, full - got, got, said)


def whole_sum(score: ScorecardScore, asked: Sequence[ItemScore], pack: Pack) -> list[Value]:
    """Return the row below all categories."""
    if pack.policy.total is Totalling.DEDUCT:
        full, got = (sum(getattr(c, side) for c in score.categories) for side in ("full", "got"))
        said = "各类分值、扣分、得分之和"
    else:
        counted = [each for each in asked if not each.item.penalty]
        full, got = sum(each.full for each in counted), sum(each.got for each in counted)
        said = "各项分值、扣分、得分之和"
    return sum_row("合计", "", full, full - got, got, said)


def results(pack: Pack, score: ScorecardScore) -> list[list[Value]]:
    """Return the rows below everything else: the bonus, the score with its grade."""
    failing, policy = pack.failing_grade.title, pack.policy
    rows: list[list[Value]] = []
    if score.penalty:
        lost = format_points(score.penalty)
        rows.append(result_row("总分扣分小计", to_decimal(-score.penalty), f"从总分中扣{lost}分"))
    if score.bonus_found:
        found, counted = format_points(score.bonus_found), format_points(score.bonus)
        capped = f"共{found}分，按上限{counted}分计" if found != counted else None
        rows.append(result_row("加分小计", to_decimal(score.bonus), capped))
    if score.total != score.earned:
        direct = policy.total is Totalling.DEDUCT
        rows.append(
            result_row(
                "否决前得分" if direct else "折合得分",
                points_value(score.earned),
                _adding(score, policy),
            )
        )
        remark = f"{VETO}，该记分表计0分"
    else:
        remark = _adding(score, policy)
        if score.vetoed:
            remark += f"；{VETO}，等级为{failing}"
    grade = score.grade.title if score.grade else NO_VALUE
    rows.append(result_row("得分", points_value(score.total), remark, f"等级：{grade}"))
    return rows


def reviewed_row(score: ScorecardScore) -> list[Value]:
    """Return the row of what appeals left of the score."""
    grade = score.grade.title if score.grade else NO_VALUE
    said = "申诉复核后的得分；以上为检查时所见"
    return result_row("复核后得分", points_value(score.total), said, f"等级：{grade}")


def _adding(score: ScorecardScore, policy: Policy) -> str:
    """Return how the score comes about, and where it is not of 100, what it is in percent."""
    if policy.total is not Totalling.DEDUCT:
        return _weighting(score) + _percent(score, policy)
    if score.earned is None:
        return "没有已观察的项目"
    parts = [format_points(each.got) for each in score.categories if each.full]
    said = "＋".join([*parts, *([f"加分{format_points(score.bonus)}"] if score.bonus else [])])
    said += f"－总分扣分{format_points(score.penalty)}" if score.penalty else ""
    return f"各类得分之和：{said}＝{format_score(score.earned)}{_percent(score, policy)}"


def _percent(score: ScorecardScore, policy: Policy) -> str:
    if policy.scale == 100 or score.total is None:
        return ""
    percent = format_score(round_half_up(Fraction(score.total * 100, policy.scale)))
    return f"；满分{policy.scale}分，得分折合{percent}%"


def _weighting(score: ScorecardScore) -> str:
    parts = [format_score(each.contribution) for each in score.categories if each.rate is not None]
    if score.bonus:
        parts.append(f"加分{format_points(score.bonus)}")
    if score.penalty:
        parts.append(f"总分扣分-{format_points(score.penalty)}")
    total = f"＝{format_score(score.earned)}" if len(parts) > 1 else ""
    return f"按权重折合：{'＋'.join(parts)}{total}" if parts else ""


def sum_row(category: str, word: str, full: int, lost: int, got: int, remark: str) -> list[Value]:
    return [
        None,
        category,
        word or None,
        None,
        to_decimal(full),
        None,
        to_decimal(lost),
        to_decimal(got),
        remark,
    ]


def result_row(word: str, value: Value, remark: str | None, said: str | None = None) -> list[Value]:
    return [None, word, said, None, None, None, None, value, remark or None]
