"""What papers that rank say of sites: own numbers, how much was observed, what is not ranked."""

from collections.abc import Iterable, Sequence

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.points import format_score
from inspector.domain.figures.summary import SelfChecks, SiteSummary

NOT_RANKED = "实查不足，不排名"


def ranking_remarks(line: SiteSummary) -> list[str]:
    """Return what stands beside a site's rank, or in its place."""
    said = [NOT_RANKED] if not line.is_ranked else []
    if line.is_ranked and line.unranked:
        said.append(f"其中{line.unranked}次实查不足，不计入")
    if observed := observed_words(line):
        said.append(observed)
    if line.overrides:
        said.append(adapted_words(line))
    if line.self_checks:
        said.append(self_words(line.self_checks))
    return said


def observed_words(line: SiteSummary) -> str:
    """Return how much was observed where it is not all: 实查6/92项."""
    own = line.coverage
    return f"实查{own.observed}/{own.asked}项" if own and own.observed < own.asked else ""


def adapted_words(line: SiteSummary) -> str:
    """Return how many items a site adapted, and what its own numbers came to.

    Of visits before that was kept, what was printed of them then: they are ranked as scored.
    """
    if line.coverage is None:
        return f"本单位另定{line.overrides}项"
    own = f"，按调整后{format_score(line.own_total)}分" if line.own_total is not None else ""
    return f"本单位调整了{line.overrides}项{own}"


def self_words(own: SelfChecks) -> str:
    """Return what a site found of itself: 自查2次96.20分."""
    mean = f"{format_score(own.mean)}分" if own.mean is not None else ""
    return f"自查{own.visits}次{mean}"


def ranking_notes(pack: Pack | None, lines: Iterable[SiteSummary]) -> list[str]:
    """Return the notes on what was ranked how; of lines that need none, none."""
    told, notes = list(lines), []
    if pack is not None and pack.policy.ranked_from:
        notes.append(
            f"实查项数不足应查{pack.policy.ranked_from}%的检查列出得分，不排名，不计入平均；"
            "应查项数按调整前的检查表计算。"
        )
    if any(line.coverage for line in told):
        notes.append("备注未列实查项数的单位，应查各项均已实查。")
    if any(line.overrides and line.coverage for line in told):
        notes.append("调整了检查表的单位，得分、等级、名次均按调整前的检查表计算。")
    if any(line.self_checks for line in told):
        notes.append(
            "自查由单位自行开展，不排名，不计入检查次数和平均；所发现的问题列入日常巡视发现。"
        )
    return notes


def self_only_remark(own: Sequence[SelfChecks]) -> list[str]:
    """Return what is said of sites that only inspected themselves, if any."""
    told = "、".join(f"{each.site_name}{self_words(each)}" for each in own)
    return [f"只开展了自查、不排名的单位：{told}。"] if told else []
