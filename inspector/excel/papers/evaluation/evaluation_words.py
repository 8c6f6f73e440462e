"""The Chinese words of an evaluation as a superior reads them: parts, levels, honours, reasons."""

from collections.abc import Iterable, Mapping, Sequence

from inspector.domain.checklist.points import format_score
from inspector.domain.evaluation.evaluation import SiteEvaluation
from inspector.domain.evaluation.evaluation_facts import SiteFacts
from inspector.domain.evaluation.honours import Honour, Named
from inspector.domain.evaluation.part_sums import part_sum
from inspector.domain.evaluation.reasons import Reason, ReasonKind
from inspector.domain.evaluation.scheme import Level, Missing, Part, RedLine, Scheme
from inspector.domain.evaluation.weighing import PartScore
from inspector.excel.sheet.terms import VETO

PARTS: Mapping[Part, str] = {
    Part.SCORE: "检查得分",
    Part.RECTIFIED: "整改",
    Part.SATISFACTION: "满意度",
    Part.COMPLAINTS: "投诉",
    Part.PATROLS: "巡视",
    Part.PLAN: "计划完成",
}

LEVELS: Mapping[Level, str] = {
    Level.EXCELLENT: "优秀",
    Level.GOOD: "良好",
    Level.PASS: "合格",
    Level.FAIL: "不合格",
}

NOT_MEASURED = "未测"
"""What stands where a site has no figure of a part."""

HONOURS: Mapping[Honour, str] = {
    Honour.RED: "红榜",
    Honour.BLACK: "黑榜",
    Honour.FLAG: "流动红旗",
    Honour.WINDOW: "最佳服务窗口",
    Honour.STAFF: "服务标兵",
    Honour.YELLOW: "黄牌",
}


def reason_words(reason: Reason) -> str:
    """Return one reason."""
    number, limit = reason.number, reason.limit
    match reason.kind:
        case ReasonKind.RED_LINE:
            return f"触碰红线（{VETO}）{number}次"
        case ReasonKind.OVERDUE:
            return f"整改逾期{number}件（{limit}件起）"
        case ReasonKind.UPHELD:
            return f"投诉属实{number}件（{limit}件起）"
        case ReasonKind.BELOW:
            return f"综合得分{format_score(number)}分，低于{limit}分"
        case ReasonKind.NOT_SCORED:
            return "本期没有有效的计分检查"
        case ReasonKind.FEW_VISITS:
            return f"有效检查{number}次，不足{limit}次"
        case ReasonKind.RANK:
            return f"同类{limit}个单位中第{number}名"
        case ReasonKind.TOTAL:
            return f"综合得分{format_score(number)}分"
        case ReasonKind.MEAN:
            return f"检查{limit}次，平均{format_score(number)}分"


def reasons_words(reasons: Iterable[Reason]) -> str:
    """Return several reasons."""
    return "；".join(map(reason_words, reasons))


def named_words(named: Named, names: Mapping[tuple[str, str], str]) -> str:
    """Return who is named: a site, a window, a person by number, with the name where it is known.

    `names` are by site and staff number; they are those that may appear.
    """
    if named.staff_number:
        name = names.get((named.site_id, named.staff_number), "")
        return f"{named.site_name}{named.window_number}　工号{named.staff_number}{name}"
    return f"{named.site_name}{named.window_number}"


def basis_words(part: Part, facts: SiteFacts, scheme: Scheme) -> str:
    """Return what the score of a part was worked out from."""
    match part:
        case Part.SCORE:
            return _visits(facts)
        case Part.RECTIFIED:
            if not facts.raised:
                return "没有应整改的问题"
            said = f"应整改{facts.raised}件，已整改{facts.closed}件，逾期{facts.overdue}件"
            return "：".join(filter(None, (said, part_sum(part, facts, scheme))))
        case Part.SATISFACTION:
            own = facts.survey
            if own is None:
                return "本期没有测评"
            few = "" if own.enough else "，样本不足"
            return f"测评{own.sheets}份{few}"
        case Part.COMPLAINTS:
            told = facts.complaints
            if told is None:
                return "本期没有投诉记录"
            said = (
                f"收到投诉举报{told.received}件（建议、其他不计），属实{told.upheld}件，"
                f"超期未办{told.overdue}件"
            )
            return "：".join(filter(None, (said, part_sum(part, facts, scheme))))
        case Part.PATROLS:
            walked = facts.patrols
            if walked is None:
                return "本期没有该单位的巡视记录"
            return f"{walked.days}天内巡视{walked.patrolled}天，每周应有{scheme.patrols_a_week}天"
        case Part.PLAN:
            plan = facts.plan
            return "本期没有计划" if plan is None else f"应查{plan.wanted}次，已查{plan.done}次"


def missing_words(line: PartScore) -> str:
    """Return what became of the weight of a part that was not measured; else ''."""
    if not line.is_missing:
        return ""
    if line.score is None:
        return f"，{NOT_MEASURED}，{line.weight}%的权重分给其余项目"
    return f"，{NOT_MEASURED}，按{'满分' if line.score else '0分'}计"


def _visits(facts: SiteFacts) -> str:
    if not facts.visits:
        return "本期没有计分检查"
    unranked = f"，其中{facts.unranked}次已观察项目不足、不计" if facts.unranked else ""
    elsewhere = f"，另有{facts.elsewhere}次用其他检查表或检查范围，不计" if facts.elsewhere else ""
    return f"计分检查{facts.visits}次{unranked}{elsewhere}"


def exact_words(product: int) -> str:
    """Write ten-thousandths of a point with all four decimals."""
    return f"{product // 10_000}.{product % 10_000:04}"


def total_words(site: SiteEvaluation) -> str:
    """Return how the total of a site comes about, to be followed with a pocket calculator."""
    counted = [line for line in site.parts if line.product is not None]
    if site.total is None:
        return "综合得分：—"
    added = sum(line.product or 0 for line in counted)
    weights = sum(line.counted for line in counted)
    sums = "＋".join(exact_words(line.product or 0) for line in counted)
    said = f"综合得分：{sums}＝{exact_words(added)}"
    if weights != 100:
        said += f"，÷{weights}%"
    return f"{said}，四舍五入得{format_score(site.total)}分"


def standing_words(site: SiteEvaluation, honours: Iterable[Named] = ()) -> str:
    """Return rank, level, what bars a site from awards, and what it is named for itself."""
    parts = []
    if site.rank is not None:
        level = LEVELS[site.level] if site.level else ""
        parts.append(f"综合名次{site.rank}/{site.ranked_of}，{level}")
    if site.unranked is not None:
        parts.append(f"不参加排名：{reason_words(site.unranked)}")
    if site.barred:
        parts.append(f"不得评优：{reasons_words(site.barred)}")
    parts += [f"{HONOURS[each.honour]}：{reasons_words(each.reasons)}" for each in honours]
    return "；".join(parts)


def scheme_notes(scheme: Scheme) -> Sequence[str]:
    """Return what was weighed, and how, as notes below a table."""
    weights = "、".join(
        f"{PARTS[part]}{scheme.weight(part)}%" for part in Part if scheme.weight(part)
    )
    missing = {
        Missing.SPREAD: f"没有数据的项目（“{NOT_MEASURED}”）不计，其权重按比例分给其余项目",
        Missing.FULL: "没有数据的项目按满分计（检查得分除外）",
        Missing.ZERO: "没有数据的项目按0分计（检查得分除外）",
    }[scheme.missing]
    return [
        f"综合得分＝各项得分×权重之和÷计分项目的权重之和，末尾四舍五入到0.01分；权重：{weights}；"
        f"{missing}。",
        _parts_note(scheme),
        f"等次：优秀{scheme.excellent}分及以上、良好{scheme.good}分及以上、"
        f"合格{scheme.passing}分及以上，其余不合格；触碰红线的单位名次列后、不得评优"
        f"{'，等次为不合格' if scheme.red_line is RedLine.LOWEST else ''}；"
        f"综合名次按综合得分在同类单位中排列（不同于汇总按检查得分排的名次），同分并列；有效检查不足{scheme.least_visits}次的不排名。",
        _honours_note(scheme),
    ]


def _parts_note(scheme: Scheme) -> str:
    said = {
        Part.SCORE: "检查得分为有效检查的平均分（申诉复核后，折合百分）",
        Part.RECTIFIED: f"整改＝整改率减逾期每件{scheme.late_cost}分",
        Part.SATISFACTION: "满意度＝满意率（样本不足的不计）",
        Part.COMPLAINTS: f"投诉＝100减属实每件{scheme.upheld_cost}分、超期未办每件"
        f"{scheme.waiting_cost}分（只计投诉、举报，建议和其他不计）",
        Part.PATROLS: f"巡视＝有巡视的天数÷应巡视天数（每周{scheme.patrols_a_week}天）",
        Part.PLAN: "计划完成＝已查次数÷应查次数",
    }
    return f"{'；'.join(said[part] for part in Part if scheme.weight(part))}；每项0至100分。"


def _honours_note(scheme: Scheme) -> str:
    bars = [
        *([f"整改逾期{scheme.bar_overdue}件及以上"] if scheme.bar_overdue else []),
        *([f"投诉属实{scheme.bar_upheld}件及以上"] if scheme.bar_upheld else []),
        "触碰红线",
    ]
    yellow = [
        *([f"综合得分低于{scheme.yellow_below}分"] if scheme.yellow_below else []),
        *([f"整改逾期{scheme.yellow_overdue}件及以上"] if scheme.yellow_overdue else []),
        *([f"投诉属实{scheme.yellow_upheld}件及以上"] if scheme.yellow_upheld else []),
        "触碰红线",
    ]
    flags = (
        f"流动红旗：同类前{scheme.flags}名且{scheme.flag_from}分及以上；" if scheme.flags else ""
    )
    best = (
        f"最佳服务窗口、服务标兵：同类前{scheme.best}名且检查平均{scheme.best_from}分及以上，"
        "无红线、无逾期；"
        if scheme.best
        else ""
    )
    return f"有下列之一的不得评优：{'、'.join(bars)}。{flags}{best}黄牌：{'、'.join(yellow)}。"
