"""What a circular praises: sites that stand out, windows without a lost point, what was seen."""

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

from inspector.domain.checklist.points import format_score
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.papers.circular import Circular, FullMarks, Highlight
from inspector.domain.papers.standing_out import (
    diligent,
    one_of_each,
    outstanding,
    praised_windows,
)
from inspector.excel.papers.ranking_words import basis_words
from inspector.excel.papers.reviewed_score_words import found_score
from inspector.workspace.papers.circular.inspected_words import family_names, within
from inspector.workspace.papers.circular.listed_words import MOST_NAMED, first_clause, names

T = TypeVar("T", Highlight, FullMarks)


def praise(circular: Circular) -> list[tuple[str, str]]:
    """Return what is praised, each with its title; nothing: nobody stands out."""
    said: list[tuple[str, str]] = []
    if best := outstanding(circular):
        said.append(("综合表现较好", _best(circular, best)))
    if circular.highlights:
        told = "；".join(map(_highlight, _few(circular.highlights)))
        total = len(circular.highlights)
        lead = f"检查中发现亮点{total}处，如" if total > MOST_NAMED else ""
        said.append(("服务亮点突出" if total > 1 else "服务有亮点", f"{lead}{told}。"))
    if full := praised_windows(circular):
        few = [_full_marks(each) for each in _few(full)]
        verb = "均未被扣分" if len(few) > 1 else "未被扣分"
        said.append(("窗口服务规范", f"{names_of(few, len(full))}{verb}。"))
    if done := diligent(circular):
        verb = "所查问题均已整改销号" if len(circular.sites) > 1 else "所查问题已全部整改销号"
        said.append(("整改落实及时", f"{names(done)}{verb}。"))
    return said


def names_of(few: Sequence[str], total: int) -> str:
    """Return windows in one phrase: those named, and how many they are in all."""
    return "、".join(few) + (f"等{total}个窗口" if total > len(few) else "")


def _few(all_of_them: Sequence[T]) -> list[T]:
    """Return those that are told, of different sites where there are several."""
    order = one_of_each(each.site_name for each in all_of_them)
    return [all_of_them[place] for place in sorted(order[:MOST_NAMED])]


def _best(circular: Circular, best: Sequence[SiteSummary]) -> str:
    families = list(dict.fromkeys(line.pack for line in circular.lines))
    called = family_names(families)
    told: list[str] = []
    for pack, group in groupby(best, lambda line: line.pack):
        family = f"{within(called[pack])}，" if len(families) > 1 else ""
        told += [
            f"{line.site_name}（{family}{format_score(line.total or 0)}分{found_score(line)}，"
            f"第{line.rank}名{_basis(line)}）"
            for line in group
        ]
    return f"得分居前的{'有' if len(told) > 1 else '是'}{'、'.join(told)}。"


def _basis(line: SiteSummary) -> str:
    """Return what a rank is of, where not all was observed or something adapted."""
    said = basis_words(line.coverage, line.overrides) if line.coverage else ""
    return f"，{said}" if said else ""


def _highlight(each: Highlight) -> str:
    who = f"（{each.who}）" if each.who else ""
    return f"{each.site_name}{each.window_number}{who}{first_clause(each.text)}"


def _full_marks(each: FullMarks) -> str:
    seen = basis_words(each.coverage, 0) if each.coverage else ""
    said = [part for part in ("、".join(each.who), seen) if part]
    return f"{each.site_name}{each.window_number}" + (f"（{'，'.join(said)}）" if said else "")
