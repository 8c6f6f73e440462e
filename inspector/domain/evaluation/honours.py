"""红黑榜, 流动红旗, 最佳服务窗口, 服务标兵, 黄牌: who is named, each with the reasons."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from inspector.domain.checklist.points import ONE
from inspector.domain.evaluation.evaluation_facts import CandidateFact, PeriodFacts
from inspector.domain.evaluation.reasons import Reason, ReasonKind
from inspector.domain.evaluation.scheme import Scheme
from inspector.domain.figures.figure_lists import best_and_worst

if TYPE_CHECKING:
    from inspector.domain.evaluation.evaluation import SiteEvaluation

_COMPARED = 2
"""Ranked sites of a family from which on its first one is first of something."""


class Honour(StrEnum):
    """What somebody is named for."""

    RED = "red"  # 红榜
    BLACK = "black"  # 黑榜
    FLAG = "flag"  # 流动红旗
    WINDOW = "window"  # 最佳服务窗口
    STAFF = "staff"  # 服务标兵
    YELLOW = "yellow"  # 黄牌


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named: a site, a window of it or a person by staff number."""

    honour: Honour
    site_id: str
    site_name: str
    family: str
    reasons: tuple[Reason, ...]
    window_number: str = ""
    staff_number: str = ""


def named(
    sites: Sequence["SiteEvaluation"], facts: PeriodFacts, scheme: Scheme
) -> tuple[Named, ...]:
    """Return everybody who is named, by honour and family."""
    families = dict.fromkeys(site.facts.family_key for site in sites)
    red: list[Named] = []
    black: list[Named] = []
    flags: list[Named] = []
    barred = {site.site_id for site in sites if site.barred}
    for family in families:
        own = [s for s in sites if s.facts.family_key == family and s.rank is not None]
        best, worst = best_and_worst(own, barred)
        red += [_site(Honour.RED, site) for site in best]
        black += [_site(Honour.BLACK, site) for site in worst]
        if len(own) >= _COMPARED:
            flags += [
                _site(Honour.FLAG, site)
                for site in own
                if (site.rank or 0) <= scheme.flags
                and not site.barred
                and (site.total or 0) >= scheme.flag_from * ONE
            ]
    yellow = [
        Named(Honour.YELLOW, s.site_id, s.facts.site_name, s.facts.family, s.yellow)
        for s in sites
        if s.yellow
    ]
    windows = _best(Honour.WINDOW, facts.windows, scheme, barred)
    staff = _best(Honour.STAFF, facts.staff, scheme, barred)
    return (*red, *black, *flags, *windows, *staff, *yellow)


def _site(honour: Honour, site: "SiteEvaluation") -> Named:
    reasons = [
        Reason(ReasonKind.RANK, site.rank or 0, site.ranked_of),
        Reason(ReasonKind.TOTAL, site.total or 0),
    ]
    if honour is Honour.BLACK:
        reasons += [each for each in site.barred if each.kind is ReasonKind.RED_LINE]
    return Named(honour, site.site_id, site.facts.site_name, site.facts.family, tuple(reasons))


def _best(
    honour: Honour, candidates: Iterable[CandidateFact], scheme: Scheme, barred: Container[str]
) -> list[Named]:
    """Return the first windows or people whose mean suffices, of sites that nothing bars."""
    return [
        Named(
            honour,
            one.site_id,
            one.site_name,
            one.family,
            (Reason(ReasonKind.MEAN, one.mean, one.times),),
            one.window_number,
            one.staff_number,
        )
        for one in candidates
        if one.rank <= scheme.best
        and one.mean >= scheme.best_from * ONE
        and one.site_id not in barred
    ]
