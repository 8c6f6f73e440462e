"""A site's own numbers for a pack: halls contradict each other (DOMAIN §2.2).

An override changes what an item is worth or switches it off, always with a reason. The adapted
pack is what a visit is scored with and frozen with, so the record shows every override.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from inspector.domain.checklist.checklist import (
    Band,
    ChoiceRule,
    Item,
    MeasureRule,
    Option,
    Override,
    Pack,
)
from inspector.domain.checklist.points import ONE, Hundredths, format_points
from inspector.domain.checklist.table_values import LARGEST_NUMBER
from inspector.domain.errors import Fault, Problem


def adapted(pack: Pack, overrides: Iterable[Override]) -> Pack:
    """Return `pack` with a site's overrides.

    Those that a newer version of the pack has no place for are left out (see `unfit`): the
    pack's own numbers count.
    """
    kept = list(overrides)
    lost = {each.override.item_id for each in unfit(pack, kept)}
    known = {o.item_id: o for o in kept if o.item_id not in lost}
    if not known:
        return pack
    checklists = tuple(
        replace(
            checklist,
            items=tuple(
                _overridden(item, known[item.id]) if item.id in known else item
                for item in checklist.items
                if item.id not in known or not known[item.id].off
            ),
        )
        for checklist in pack.checklists
    )
    return replace(pack, checklists=checklists, overrides=tuple(known.values()))


@dataclass(frozen=True, slots=True)
class Unfit:
    """An override that does not apply to a version of its pack, and why."""

    override: Override
    item: Item | None  # None: the item is gone
    problems: tuple[Problem, ...] = ()  # else it is scored differently now


def unfit(pack: Pack, overrides: Iterable[Override]) -> list[Unfit]:
    """Return the overrides that have no place in `pack`, in their order."""
    found: list[Unfit] = []
    for override in overrides:
        item = pack.item_by_id.get(override.item_id)
        problems = problems_of(item, override) if item else []
        if item is None or problems:
            found.append(Unfit(override, item, tuple(problems)))
    return found


def problems_of(item: Item, override: Override) -> list[Problem]:
    """Return what is wrong with an override of an item; nothing when it can be kept."""
    found: list[Problem] = []
    if not override.reason.strip():
        found.append(Problem("reason", Fault.MISSING, expected="reason"))
    numbers = (override.full, override.each, override.limit)
    if not override.off and all(number is None for number in numbers):
        found.append(Problem("", Fault.MISSING, expected="off / full / each / limit"))
    if override.full is not None:
        found.extend(_full_problems(item, override.full))
    if override.each is not None:
        found.extend(_each_problems(item, override.each))
    if override.limit is not None:
        found.extend(_limit_problems(item, override.limit))
    return found


def _full_problems(item: Item, full: Hundredths) -> list[Problem]:
    if item.is_bonus:
        return [Problem("full", Fault.NOT_HERE, "full", 'rule kind = "bonus"')]
    # Scaled down too far, two cases would be worth the same.
    steps = [above - below for above, below in pairwise(_cases(item))]
    lowest = -(-item.full // min(steps)) if steps else 1
    if 0 < full < lowest:
        return [_out_of_range("full", full, f"≥ {format_points(lowest)}")]
    return _bounds("full", full, "> 0")


def _each_problems(item: Item, each: Hundredths) -> list[Problem]:
    if isinstance(item.rule, ChoiceRule | MeasureRule):
        return [Problem("each", Fault.NOT_HERE, "each", "deduct, bonus")]
    return _bounds("each", each, "> 0")


def _limit_problems(item: Item, limit: Hundredths) -> list[Problem]:
    if not isinstance(item.rule, MeasureRule):
        return [Problem("limit", Fault.NOT_HERE, "limit", "measure")]
    return _bounds("limit", limit, "≥ 0")


def _bounds(place: str, number: Hundredths, lower: str) -> list[Problem]:
    """Return what is wrong with a number that a pack could not have either."""
    if number < 0 or (number == 0 and lower == "> 0"):
        return [_out_of_range(place, number, lower)]
    if number > LARGEST_NUMBER * ONE:
        return [_out_of_range(place, number, f"≤ {LARGEST_NUMBER}")]
    return []


def _out_of_range(place: str, found: Hundredths, allowed: str) -> Problem:
    return Problem(place, Fault.OUT_OF_RANGE, format_points(found), allowed)


def _cases(item: Item) -> list[Hundredths]:
    """Return the points of a choice's options or a measure's bands, the best first."""
    match item.rule:
        case ChoiceRule(options=options):
            return [option.points for option in options]
        case MeasureRule(bands=bands):
            return [band.points for band in bands]
    return []


def _overridden(item: Item, override: Override) -> Item:
    full = item.full if override.full is None else override.full
    rule = item.rule
    match rule:
        case MeasureRule(unit=unit, bands=bands):
            scaled = tuple(
                Band(band.upto, _scaled(band.points, item.full, full))
                for band in _with_limit(bands, override.limit)
            )
            rule = MeasureRule(unit, scaled)
        case ChoiceRule(options=options):
            rule = ChoiceRule(
                tuple(Option(o.title, _scaled(o.points, item.full, full)) for o in options)
            )
        case _ if override.each is not None:
            rule = replace(rule, each=override.each)
    return replace(item, full=full, rule=rule, text=_with_limit_said(item, override.limit))


def _with_limit(bands: tuple[Band, ...], limit: Hundredths | None) -> tuple[Band, ...]:
    """Return bands that give full marks up to another limit; those it reaches over are gone."""
    if limit is None:
        return bands
    beyond = [band for band in bands[1:] if band.upto is None or band.upto > limit]
    return (Band(limit, bands[0].points), *beyond)


def _with_limit_said(item: Item, limit: Hundredths | None) -> str:
    """Return the text of an item with the site's own limit where it names the pack's.

    Else a ledger would say 不超过15分钟 of what was measured against 10.
    """
    if limit is None or not isinstance(item.rule, MeasureRule) or item.rule.limit is None:
        return item.text
    said = re.compile(
        rf"(?<![\d.]){re.escape(format_points(item.rule.limit))}(?=\s*{re.escape(item.rule.unit)})"
    )
    return said.sub(format_points(limit), item.text)


def _scaled(points: Hundredths, before: Hundredths, after: Hundredths) -> Hundredths:
    """Keep an option's or band's part of the full marks, rounded half up to hundredths."""
    return (points * after * 2 + before) // (before * 2)
