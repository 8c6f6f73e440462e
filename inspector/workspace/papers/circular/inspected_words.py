"""How a circular begins: who inspected what, how, on which days; how sites came off."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import (
    Hundredths,
    format_score,
    mean,
    round_half_up,
)
from inspector.domain.figures.summary import SiteSummary, Visit
from inspector.domain.papers.circular import Circular
from inspector.domain.visit.coverage import Coverage
from inspector.excel.papers.ranking_words import observed_words
from inspector.excel.papers.reviewed_score_words import found_score
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.terms import INSPECTION_KINDS, VETO
from inspector.workspace.papers.circular.listed_words import days, names


def lead(circular: Circular, heading: Heading) -> str:
    """Return the sentences before the first part."""
    sites = circular.sites
    inspected = sites[0] if len(sites) == 1 else f"{len(sites)}个单位"
    kinds = {INSPECTION_KINDS[kind]: count for kind, count in circular.kinds.items()}
    together = "、".join(kinds) + ("相结合的" if len(kinds) > 1 else "")
    how = f"采取{together}方式" if kinds else ""
    each = "、".join(f"{kind}{count}次" for kind, count in kinds.items())
    visits = sum(line.visits for line in circular.lines)
    made = f"开展文明窗口现场检查{visits}次" + (f"（{each}）" if len(kinds) > 1 else "")
    windows = f"，检查窗口{circular.windows}个" if circular.windows else ""
    if windows and len({line.site_name for line in circular.lines}) < len(circular.lines):
        windows += "（按几类检查表检查的也计一个）"
    when = days(circular.days) if circular.days else heading.period
    if is_own(circular, heading):  # who inspects itself is not “inspected by”
        said = f"{when}，本单位{how}{made}"
    else:
        said = f"{when}，{heading.unit}{how}{'，' if how else ''}对{inspected}{made}"
    return f"{said}{windows}。现将有关情况通报如下。"


def is_own(circular: Circular, heading: Heading) -> bool:
    """Tell that the unit that reports is the one that was inspected."""
    return circular.sites == (heading.unit,)


def scores(circular: Circular) -> list[str]:
    """Return how sites came off: families of several sites first, then the only ones of theirs."""
    groups = [list(own) for _, own in groupby(circular.lines, lambda line: line.pack)]
    called = family_names([own[0].pack for own in groups])
    if len(groups) == 1:
        own = groups[0]
        return [f"{_one(own[0], own[0].site_name) if len(own) == 1 else _several(own)}。"]
    said = [f"{called[own[0].pack]}{_several(own)}。" for own in groups if len(own) > 1]
    alone = [own[0] for own in groups if len(own) == 1]
    each = "；".join(
        _one(line, f"{line.site_name}（{within(called[line.pack])}）") for line in alone
    )
    if alone:
        said.append(f"{'此外，' if said else ''}{each}。")
    return ["".join(said)]


def family_names(families: Sequence[PackFamily]) -> dict[PackFamily, str]:
    """Return what families are called beside each other: by their titles, as far as that tells.

    Of two that are called alike the later version is 现行检查表.
    """
    alike = Counter(family.short_name for family in families)
    called: dict[PackFamily, str] = {}
    for name, count in alike.items():
        own = sorted((each for each in families if each.short_name == name),
                     key=lambda each: each.place)  # fmt: skip
        if count == 1:
            called[own[0]] = name
        elif count == 2:
            called |= {own[0]: f"{name}（原检查表）", own[1]: f"{name}（现行检查表）"}
        else:
            called |= {each: each.name for each in own}
    return called


def within(name: str) -> str:
    """Return a name as it stands in brackets, which it may have itself: 通信营业厅，必查."""
    return name.replace("（", "，").replace("）", "")


def _one(line: SiteSummary, who: str) -> str:
    """Return the score of the only site: there is nothing to take a mean of."""
    if line.total is None:
        return f"{who}{VETO if line.vetoes else '未计分'}"
    said = f"{who}得{format_score(line.total)}分{found_score(line)}"
    if line.grade:
        said += f"，等级{line.grade}"
    if line.vetoes:
        said += f"，{VETO}{line.vetoes}次"
    if not line.is_ranked:
        said += f"，{observed_words(line)}，不排名"
    return said


def _several(lines: Sequence[SiteSummary]) -> str:
    ranked = [line for line in lines if line.is_ranked]
    totals = [line.total for line in ranked if line.total is not None]
    if not totals:
        return f"{len(lines)}个单位均不计平均"
    grades = Counter(line.grade for line in ranked if line.grade)
    graded = "、".join(f"{grade}{count}个" for grade, count in grades.items())
    average = format_score(round_half_up(mean(totals)))
    said = f"{len(ranked)}个单位平均{average}分" + (f"，其中{graded}" if graded else "")
    vetoed = sum(bool(line.vetoes) for line in lines)
    return said + (f"，{VETO}{vetoed}个" if vetoed else "")


def compared(circular: Circular, before: str) -> str:
    """Return how scores stand against the period `before` (上月); '' where nothing compares."""
    comparable = [line for line in circular.lines if line.change is not None]
    if not comparable:
        return ""
    changes = [line.change for line in comparable if line.change is not None]
    who = {line.site_name: None for line in comparable}
    lead_in = f"与{before}相比，"
    if len(changes) == 1:
        one = "" if len(circular.sites) == 1 else f"可比的1个单位（{comparable[0].site_name}）"
        return f"{lead_in}{one}得分{_change(changes[0])}。"
    counted = [
        ("上升", sum(each > 0 for each in changes)),
        ("下降", sum(each < 0 for each in changes)),
        ("持平", sum(not each for each in changes)),
    ]
    told = [f"{word}的{count}个" for word, count in counted if count]
    if len(told) == 1:
        word = next(word for word, count in counted if count)
        return f"{lead_in}可比的{len(who)}个单位得分均{word}。"
    return f"{lead_in}可比的{len(who)}个单位中，得分{'、'.join(told)}。"


def _change(change: Hundredths) -> str:
    if not change:
        return "持平"
    return f"{'上升' if change > 0 else '下降'}{format_score(abs(change))}分"


def coverage(circular: Circular) -> str:
    """Return how much was observed, and which sites are not ranked for it; '' where not kept."""
    kept = [line.coverage for line in circular.lines if line.coverage is not None]
    whole = sum(kept, Coverage())
    said = ""
    if whole.asked and whole.observed < whole.asked:
        percent = format_score(whole.percent)
        said = f"应查{whole.asked}项次，实查{whole.observed}项次，占{percent}%。"
    alike = Counter(line.pack for line in circular.lines)  # of the only ones that is said already
    left = [
        each.site_name for each in circular.lines if not each.is_ranked and alike[each.pack] > 1
    ]
    if left:
        said += f"{names(left)}实查不足，不排名，不计入平均。"
    return said


def lone(circular: Circular) -> str:
    """Say which shared visits (分头检查) are told of one part alone; '' where all are whole."""
    told = [
        f"{visit.site_name}（{days([visit.day])}，{_of_windows(circular, visit)}）"
        for visit in circular.lone
    ]
    if not told:
        return ""
    return f"{names(told, '次检查')}为分头检查，其余部分尚未收到，上述结果只按已收到的部分计算。"


def undecided(circular: Circular) -> str:
    """Say where two parts of a shared visit (分头检查) scored the same, and nobody chose yet."""
    told = Counter[str]()
    for line in circular.lines:
        told[line.site_name] += line.undecided
    each = [f"{site}（{count}处）" for site, count in told.items() if count]
    if not each:
        return ""
    return f"{names(each)}在分头检查中重复评分，尚未选定以何者为准，上述结果暂按平均分计算。"


def _of_windows(circular: Circular, visit: Visit) -> str:
    there, seen = circular.windows_there.get(visit.site_id, 0), len(visit.windows)
    whole = f"，该单位共有窗口{there}个" if there > seen else ""
    return f"已收到{f'窗口{seen}个' if seen else '公共区域'}{whole}"


def which_scores(circular: Circular) -> str:
    """Say which scores are told, and how many would have been others without appeals."""
    changed = len({line.site_name for line in circular.lines if line.found})
    where = f"；其中{changed}个单位与检查时不同，检查时的结果列于附件1备注" if changed else ""
    return f"以上得分、等级、名次均为申诉复核后的结果{where}。{_adapted(circular)}"


def _adapted(circular: Circular) -> str:
    told = [line for line in circular.lines if line.overrides and line.coverage]
    if not told:
        return ""
    each = names([f"{line.site_name}（{line.overrides}项）" for line in told])
    return f"{each}调整了检查表，得分、等级、名次按调整前的检查表计算。"
