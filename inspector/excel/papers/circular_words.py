"""The words of a circular (通报): the paragraphs between its title and its signature."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import (
    Hundredths,
    format_points,
    format_score,
    mean,
    round_half_up,
)
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import (
    CategoryProblems,
    Circular,
    FullMarks,
    Highlight,
    problems_by_category,
)
from inspector.excel.papers.ranking_words import adapted_remark, basis_words, observed_words
from inspector.excel.papers.reviewed_score_words import found_score
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.table_sheet import TextLine
from inspector.excel.sheet.terms import CATEGORIES, NO_FINDINGS, NO_VALUE, VETO

_FIRST_RANKS = 3
_MOST_ITEMS = 3  # of a category
MOST_HIGHLIGHTS = 20
"""Those told by name; the rest are counted."""

_MOST_WINDOWS = 30
_LONGEST_TEXT = 80  # characters of what somebody wrote
_NUMERALS = "一二三四五六七八九十"
_INDENT = "　　"


def paragraphs(circular: Circular, heading: Heading) -> list[TextLine]:
    """Return the paragraphs of a circular, headings marked."""
    parts = (
        ("总体情况", _overview(circular, heading)),
        ("好的方面", _numbered(_praise(circular))),
        ("存在问题", _numbered(_problems(circular)) or [f"本期检查{NO_FINDINGS}。"]),
        ("整改要求", _numbered(_demands(circular, heading))),
    )
    lines: list[TextLine] = []
    told = [(title, said) for title, said in parts if said]
    for numeral, (title, said) in zip(_NUMERALS, told, strict=False):
        lines.append(TextLine(f"{_INDENT}{numeral}、{title}", True))
        lines += [TextLine(_INDENT + text) for text in said]
    return lines


def short(text: str, longest: int = _LONGEST_TEXT) -> str:
    """Return a text on one line, without its end where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def place_of(finding: Finding) -> str:
    """Return where something was found: 城东营业厅3号窗口."""
    return f"{finding.site_name}{finding.window_number}"


def _numbered(texts: Sequence[str]) -> list[str]:
    marks = [f"（{numeral}）" for numeral in _NUMERALS]
    return [f"{mark}{text}" for mark, text in zip(marks, texts, strict=False)]


def _overview(circular: Circular, heading: Heading) -> list[str]:
    lines = circular.lines
    sites = list(dict.fromkeys(line.site_name for line in lines))
    visits = sum(line.visits for line in lines)
    inspected = sites[0] if len(sites) == 1 else f"{len(sites)}个单位"
    # A hall that looked at itself did not inspect itself “对自己”; without a unit nobody is named.
    by_whom = "" if heading.unit == inspected else heading.unit
    said = [
        f"{heading.period}，{by_whom}对{inspected}开展文明窗口现场检查"
        f"{visits}次，检查窗口{circular.windows}个。"
    ]
    groups = [(pack.name, list(own)) for pack, own in groupby(lines, lambda line: line.pack)]
    if len(groups) == 1:
        own = groups[0][1]
        said = [said[0] + (_score(own[0]) if len(own) == 1 else _scores(own))]
    else:
        said += [
            f"使用“{name}”检查表的"
            + (f"{own[0].site_name}{_score(own[0])}" if len(own) == 1 else _scores(own))
            for name, own in groups
        ]
    patrols = circular.by_patrols
    apart = f"另有日常巡视发现的问题{patrols}个，不计分，不计入本通报各数。" if patrols else ""
    if withdrawn := sum(circular.withdrawn.values()):
        apart += f"经申诉撤销的问题{withdrawn}个，不计入。"
    return [*said, _counts(circular) + apart, _which_scores(lines) + "".join(adapted_remark(lines))]


def _which_scores(lines: Sequence[SiteSummary]) -> str:
    """Say which scores are printed, and how many would have been others without appeals."""
    changed = len({line.site_name for line in lines if line.found})
    where = f"；其中{changed}个单位与检查时不同，检查时的结果列于附件1备注" if changed else ""
    return f"本通报得分、等级、名次、扣分均为申诉复核后的结果{where}。"


def _counts(circular: Circular) -> str:
    count = circular.count
    rate = count.rectification_rate
    if not count.raised:
        return f"{NO_FINDINGS}。"
    shares = "、".join(
        f"{CATEGORIES[each.category]}{each.count}个"
        for each in problems_by_category(circular.findings)
    )
    percent = NO_VALUE if rate is None else f"{format_score(rate)}%"
    late = f"，逾期未整改{count.overdue}个" if count.overdue else "，无逾期未整改问题"
    return (
        f"共发现问题{count.raised}个（{shares}），已整改{count.closed}个，整改率{percent}{late}。"
    )


def _score(line: SiteSummary) -> str:
    """Return the score of the only site: there is nothing to take a mean of."""
    said = "总分" + (NO_VALUE if line.total is None else f"{format_score(line.total)}分")
    said += found_score(line)
    if line.grade:
        said += f"，等级{line.grade}"
    if line.vetoes:
        said += f"，{VETO}{line.vetoes}次"
    if line.change is not None:
        said += f"，较上期{_change(line.change)}"
    if not line.is_ranked:
        said += f"，{observed_words(line)}，不排名"
    return f"{said}。"


def _scores(lines: Sequence[SiteSummary]) -> str:
    ranked = [line for line in lines if line.is_ranked]
    totals = [line.total for line in ranked if line.total is not None]
    average = format_score(round_half_up(mean(totals))) if totals else NO_VALUE
    grades = Counter(line.grade for line in ranked if line.grade)
    graded = "、".join(f"{grade}{count}个" for grade, count in grades.items())
    changes = [line.change for line in lines if line.change is not None]
    said = f"{len(ranked)}个单位平均总分{average}分" + (f"，其中{graded}" if graded else "")
    vetoed = sum(bool(line.vetoes) for line in lines)
    if vetoed:
        said += f"，{VETO}{vetoed}个"
    if len(changes) == 1:
        (name,) = (line.site_name for line in lines if line.change is not None)
        said += f"；与上期可比的1个单位（{name}）较上期{_change(changes[0])}"
    elif changes:
        up, down = sum(each > 0 for each in changes), sum(each < 0 for each in changes)
        same = len(changes) - up - down
        said += f"；与上期可比的{len(changes)}个单位中，上升{up}个、下降{down}个、持平{same}个"
    left = [line.site_name for line in lines if not line.is_ranked]
    if left:
        said += f"；{'、'.join(left)}实查不足，不排名，不计入平均"
    return f"{said}。"


def _change(change: Hundredths) -> str:
    if not change:
        return "持平"
    return f"{'上升' if change > 0 else '下降'}{format_score(abs(change))}分"


def _praise(circular: Circular) -> list[str]:
    said: list[str] = []
    vetoed = circular.vetoed
    for pack, group in groupby(circular.lines, lambda line: line.pack):
        own = list(group)
        best = [
            f"{line.site_name}（{format_score(line.total)}分{found_score(line)}，第{line.rank}名"
            f"{_basis(line)}）"
            for line in own
            if line.rank is not None and line.rank <= _FIRST_RANKS and line.site_name not in vetoed
        ]
        if best and len(own) > 1:  # else there is nothing to be first of
            several = len({line.pack for line in circular.lines}) > 1
            said.append(f"得分靠前{f'（{pack.name}）' if several else ''}：{'、'.join(best)}。")
    if circular.highlights:
        shown = [_highlight(each) for each in circular.highlights[:MOST_HIGHLIGHTS]]
        said.append(f"亮点：{'；'.join(shown)}{_more(len(circular.highlights), shown, '处')}。")
    if circular.full_marks:
        shown = [_full_marks(each) for each in circular.full_marks[:_MOST_WINDOWS]]
        said.append(
            f"检查无扣分：{'、'.join(shown)}{_more(len(circular.full_marks), shown, '个窗口')}。"
        )
    done = [
        line.site_name
        for line in circular.lines
        if line.rectification_rate == 10_000 and line.site_name not in vetoed
    ]
    if done:
        said.append(f"问题已全部整改：{'、'.join(dict.fromkeys(done))}。")
    return said


def _basis(line: SiteSummary) -> str:
    """Return what a rank is of, where not all was observed or something adapted."""
    own = line.coverage
    said = basis_words(own, line.overrides) if own else ""
    return f"，{said}" if said else ""


def _more(total: int, shown: Sequence[str], unit: str) -> str:
    return f"等{total}{unit}" if total > len(shown) else ""


def _highlight(each: Highlight) -> str:
    who = f"（{each.who}）" if each.who else ""
    return f"{each.site_name}{each.window_number}{who}{short(each.text)}"


def _full_marks(each: FullMarks) -> str:
    seen = basis_words(each.coverage, 0) if each.coverage else ""
    said = [part for part in ("、".join(each.who), seen) if part]
    return f"{each.site_name}{each.window_number}" + (f"（{'，'.join(said)}）" if said else "")


def _problems(circular: Circular) -> list[str]:
    packs = {line.pack: line.pack for line in circular.lines}  # named by all their versions
    titles = Counter(pack.title for pack in packs)

    def name_of(pack: PackFamily | None) -> str:
        """Return which checklist an item is of, where there are several."""
        if pack is None or len(packs) == 1:
            return ""
        named = packs.get(pack, pack)
        return f"（{named.title if titles[named.title] == 1 else named.name}）"

    problems = problems_by_category(circular.findings, circular.packs)
    said = [_category(each, name_of) for each in problems]
    vetoes = [finding for finding in circular.findings if finding.veto]
    if vetoes:
        said.append(f"{VETO}事项{len(vetoes)}个：{_examples(vetoes)}。")
    return said


def _category(problems: CategoryProblems, name_of: Callable[[PackFamily | None], str]) -> str:
    """Say which rules were broken (their texts say what is right) and how, once."""
    most = problems.items[:_MOST_ITEMS]
    items = [f"{_quoted(short(each.text, 40))}{name_of(each.pack)}" for each in most]
    if len(problems.items) == 1:
        rules = f"{'均' if problems.count > 1 else ''}不符合{items[0]}"
    else:
        mainly = "主要涉及" if len(problems.items) > _MOST_ITEMS else "涉及"
        counted = [f"{item}条款的{each.count}个" for item, each in zip(items, most, strict=True)]
        rules = f"{mainly}{'、'.join(counted)}"
    share = f"{format_score(problems.share)}%"
    return (
        f"{CATEGORIES[problems.category]}方面{problems.count}个，占{share}，{rules}。"
        f"如：{_examples([most[0].example])}。"
    )


def _examples(findings: Iterable[Finding]) -> str:
    return "；".join(
        f"{place_of(each)}{each.raised_at.month}月{each.raised_at.day}日{_quoted(short(each.text))}"
        f"（{_cost(each)}）"
        for each in findings
    )


def _cost(finding: Finding) -> str:
    """Return what a finding costs; a red line has no points."""
    if finding.brands and not finding.counted_deduction:
        return VETO
    return f"扣{format_points(finding.counted_deduction)}分"


def _quoted(text: str) -> str:
    """Return a text in quotation marks; those within it become single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def _demands(circular: Circular, heading: Heading) -> list[str]:
    in_time, overdue = circular.in_time, circular.overdue
    said: list[str] = []
    if in_time:
        last = chinese_date(max(finding.deadline for finding in in_time))
        said.append(
            f"尚未销号、未到整改时限的{len(in_time)}个问题，请于各项整改时限前完成，最迟不晚于{last}。"
        )
    if overdue:
        sites = list(dict.fromkeys(finding.site_name for finding in overdue))
        one = len({line.site_name for line in circular.lines}) == 1
        where = "" if one else f"（{'、'.join(sites)}）"
        said.append(f"逾期未整改的{len(overdue)}个问题{where}，请立即整改并书面说明原因。")
    if said:
        said[0] = f"对照附件2逐项整改。{said[0]}"
    elif circular.findings:
        said.append("本期问题均已整改销号，请巩固成效，防止反弹。")
    if circular.repeats:
        said.append(
            f"同一窗口重复发现的{circular.repeats}个问题，请查明原因，落实责任人，举一反三。"
        )
    contact = "，".join(
        part
        for part in (
            f"联系人：{heading.author}" if heading.author else "",
            f"电话：{heading.telephone}" if heading.telephone else "",
        )
        if part
    )
    said.append(
        "整改完成后，请将整改情况和整改后照片报"
        f"{heading.unit or '检查单位'}{f'（{contact}）' if contact else ''}。"
    )
    return said
