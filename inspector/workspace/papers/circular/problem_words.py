"""What a circular finds wrong: red lines, then the categories, what comes back, what is overdue."""

from collections import Counter
from collections.abc import Sequence

from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.points import format_score
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import Circular
from inspector.domain.papers.circular_problems import (
    GRAVEST_FIRST,
    CategoryProblems,
    NamedProblem,
    problems_by_category,
)
from inspector.excel.papers.policy_words import GRAVITIES
from inspector.excel.sheet.report_heading import chinese_date
from inspector.excel.sheet.terms import CATEGORIES, NO_FINDINGS, VETO
from inspector.workspace.papers.circular.listed_words import (
    MOST_NAMED,
    clause,
    first_clause,
    names,
    quoted,
)

RED_LINES = "红线"


def counts(circular: Circular) -> str:
    """Return how many were found, how grave, and how they stand."""
    count = circular.count
    if not count.raised:
        return f"检查{NO_FINDINGS}。"
    left = count.raised - count.closed
    late = f"其中逾期{count.overdue}个" if count.overdue else "无逾期"
    if count.overdue == left:
        late = "均已逾期" if left > 1 else "已逾期"
    rate = f"整改率{format_score(count.rectification_rate or 0)}%"
    if not left:
        stand = f"已全部整改销号，{rate}"
    elif not count.closed:
        stand = f"{'均' if left > 1 else ''}尚未整改销号，{late}"
    else:
        stand = f"已整改销号{count.closed}个，{rate}；尚未整改销号{left}个，{late}"
    stand = f"截至{chinese_date(circular.as_of)}，{stand}。"
    return f"共发现问题{count.raised}个{_gravities(circular)}。{stand}"


def _gravities(circular: Circular) -> str:
    """Return how grave findings are, where their checklists tell it."""
    light = Counter(circular.gravity_of(each) for each in circular.findings if not each.veto)
    counted = [(RED_LINES, len(circular.red_lines))]
    counted += [(GRAVITIES[gravity], light[gravity]) for gravity in GRAVEST_FIRST]
    told = [(word, count) for word, count in counted if count]
    if not circular.tells_gravity:
        return f"，其中{RED_LINES}问题{len(circular.red_lines)}个" if circular.red_lines else ""
    if len(told) == 1:
        return f"，{'均' if told[0][1] > 1 else ''}为{told[0][0]}问题"
    return f"，其中{'、'.join(f'{word}问题{count}个' for word, count in told)}"


def apart(circular: Circular) -> str:
    """Return what is counted nowhere else: of patrols, of the public, withdrawn; or ''."""
    said = ""
    if circular.by_patrols:
        said = f"另有日常巡视发现的问题{circular.by_patrols}个，不计分，不计入本通报各数。"
    if (voiced := circular.voiced).raised:
        said += (
            f"另有群众反映的问题{voiced.raised}个，已整改销号{voiced.closed}个，"
            f"整改率{format_score(voiced.rectification_rate or 0)}%，不计分，不计入本通报各数。"
        )
    if withdrawn := sum(circular.withdrawn.values()):
        said += f"经申诉撤销的问题{withdrawn}个，不计入。"
    return said


def problems(circular: Circular) -> list[tuple[str, str]]:
    """Return what was wrong, the gravest first, each with its title."""
    said: list[tuple[str, str]] = []
    if red := circular.red_lines:
        who = list(dict.fromkeys(each.site_name for each in red))
        where = "" if len(circular.sites) == 1 else names(who)
        lead = f"{where}发现{RED_LINES}问题{len(red)}个，按规定{VETO}"
        said.append((f"触碰{RED_LINES}", f"{lead}。{_proven(circular, red)}"))
    categories = problems_by_category(circular)
    said += [(f"{CATEGORIES[each.category]}方面", _category(each, alone=len(categories) == 1))
             for each in categories if each.items]  # fmt: skip
    if again := circular.repeats:
        said.append(("问题重复发生", _counted_at(circular, again, "在同一窗口重复发现")))
    if late := circular.overdue:
        said.append(("整改不够及时", _counted_at(circular, late, "逾期未整改")))
    return said


def _category(problems: CategoryProblems, *, alone: bool) -> str:
    """Say which problems a category has (what checklists call them), and the worst of them."""
    share = "" if alone else f"，占{format_score(problems.share)}%"
    red = f"（含{RED_LINES}问题{problems.red_lines}个）" if problems.red_lines else ""
    light = problems.count - problems.red_lines
    if len(problems.items) == 1:
        name = _name(problems.items[0])
        verb = ("均" if light > 1 else "") + ("" if name.startswith("不符合") else "为")
        said = f"{'其余' if red else ''}{verb}{name}"
    else:
        said = _most(problems.items)
    gravest = [each for each in problems.items if each.gravity is problems.items[0].gravity]
    severe = problems.items[0].gravity is Gravity.SEVERE
    examples = [each.example for each in gravest[: MOST_NAMED if severe else 1]]
    return f"发现问题{problems.count}个{red}{share}，{said}。{_examples(examples, light)}"


def _most(items: Sequence[NamedProblem]) -> str:
    """Return the problems of the two gravest kinds there are, the most frequent of each."""
    kinds = [(gravity, [each for each in items if each.gravity is gravity])
             for gravity in GRAVEST_FIRST]  # fmt: skip
    told = [(gravity, own) for gravity, own in kinds if own]
    if len(told) == 1:
        lead = "主要是" if len(items) > MOST_NAMED else "分别是"
        return f"{lead}{_counted(items)}"
    return "，".join(
        f"{GRAVITIES[gravity]}问题{'主要' if len(own) > MOST_NAMED else ''}有{_counted(own)}"
        for gravity, own in told[:2]
    )


def _counted(items: Sequence[NamedProblem]) -> str:
    return "、".join(f"{_name(each)}{each.count}个" for each in items[:MOST_NAMED])


def _name(problem: NamedProblem) -> str:
    return problem.name or f"不符合{quoted(clause(problem.text))}"


def _examples(findings: Sequence[Finding], of: int) -> str:
    """Return findings as what happened, `of` so many: 如11月3日，甲厅1号窗口……"""
    told = "；".join(f"{_place(each)}{first_clause(each.text)}" for each in findings)
    return f"{'如' if of > len(findings) else ''}{told}。"


def _proven(circular: Circular, red: Sequence[Finding]) -> str:
    """Return which red lines were crossed where: what was noted of them may say neither."""
    told = "；".join(
        f"{_place(each)}被查实{quoted(circular.called(each) or first_clause(each.text))}"
        for each in red[:MOST_NAMED]
    )
    return f"{'如' if len(red) > MOST_NAMED else ''}{told}。"


def _place(finding: Finding) -> str:
    day = finding.raised_at
    return f"{day.month}月{day.day}日，{finding.site_name}{finding.window_number}"


def _counted_at(circular: Circular, findings: Sequence[Finding], how: str) -> str:
    """Return how many findings stand so and where, the site with most of them first."""
    by_site = Counter(each.site_name for each in findings).most_common()
    lead = f"有{len(findings)}个问题{how}"
    if len(by_site) == 1:
        return f"{by_site[0][0] if len(circular.sites) > 1 else ''}{lead}。"
    told = "、".join(f"{name}{count}个" for name, count in by_site[:MOST_NAMED])
    all_of_them = f"涉及{len(by_site)}个单位，" if len(by_site) > MOST_NAMED else ""
    return f"{lead}，{all_of_them}其中{told}。"
