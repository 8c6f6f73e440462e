"""A site's own numbers for a pack: halls contradict each other (DOMAIN §2.2).

An override changes what an item is worth or switches it off, always with a reason. The adapted
pack is what a visit is scored with and frozen with, so the record shows every override.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from inspector.domain.checklist.checklist import (
    Band,
    BonusRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Override,
    Pack,
)
from inspector.domain.checklist.points import ONE, Hundredths, format_points
from inspector.domain.checklist.table_values import LARGEST_NUMBER
from inspector.domain.checklist.value_kinds import Said
from inspector.domain.faults import Fault, Problem


class OwnNumber(NamedTuple):
    """A number of an item that a site may have otherwise."""

    key: str
    of: Callable[[Item], Hundredths | None]  # the pack's own; None: the item has none
    where: str  # what items have it, or which have not
    least: Callable[[Item], Hundredths]
    title: Callable[[Item], Said]  # of its field in a form; {unit} is that of the item
    changed: Said  # what a site made of it, with the {value}
    itself: Said  # in a sentence about it


def _least_full(item: Item) -> Hundredths:
    """Return the full marks below which two cases would be worth the same."""
    steps = [above - below for above, below in pairwise(_cases(item))]
    return -(-item.full // min(steps)) if steps else 1


def _cases(item: Item) -> list[Hundredths]:
    """Return the points of a choice's options or a measure's bands, the best first."""
    match item.rule:
        case ChoiceRule(options=cases) | MeasureRule(bands=cases):
            return [case.points for case in cases]
    return []


_ADDED, _OFF = Said("Added each time ({unit})"), Said("Off each time ({unit})")
OWN_NUMBERS = (
    OwnNumber(
        "full",
        lambda item: None if item.is_bonus else item.full,
        'rule kind = "bonus"',
        _least_full,
        lambda item: Said("Full marks"),
        Said("full marks {value}"),
        Said("the full marks"),
    ),
    OwnNumber(
        "each",
        lambda item: getattr(item.rule, "each", None),
        "deduct, bonus",
        lambda item: 1,
        lambda item: (
            Said("Added each time ({unit})") if item.is_bonus else Said("Off each time ({unit})")
        ),
        Said("{value} each time"),
        Said("the points each time"),
    ),
    OwnNumber(
        "limit",
        lambda item: getattr(item.rule, "limit", None),
        "measure",
        lambda item: 0,
        lambda item: Said("Full marks up to ({unit})"),
        Said("limit {value}"),
        Said("the limit"),
    ),
)
"""Each is also an attribute of `Override`. The limit is the largest value with full marks."""


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
    given = [(number, getattr(override, number.key)) for number in OWN_NUMBERS]
    if not override.off and all(value is None for _, value in given):
        keys = " / ".join(number.key for number in OWN_NUMBERS)
        found.append(Problem("", Fault.MISSING, expected=f"off / {keys}"))
    if item.veto and override.off and not override.red_line:
        found.append(Problem("red_line", Fault.RED_LINE))
    return found + [
        problem
        for number, value in given
        if value is not None and (problem := _problem(number, item, value))
    ]


def _problem(number: OwnNumber, item: Item, value: Hundredths) -> Problem | None:
    """Return what is wrong with a site's number, which a pack could not have either."""
    if number.of(item) is None:
        return Problem(number.key, Fault.NOT_HERE, number.key, number.where)
    least, allowed = number.least(item), ""
    if value < least:
        allowed = "> 0" if value <= 0 < least else f"≥ {format_points(least)}"
    elif value > LARGEST_NUMBER * ONE:
        allowed = f"≤ {LARGEST_NUMBER}"
    found = format_points(value)
    return Problem(number.key, Fault.OUT_OF_RANGE, found, allowed) if allowed else None


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
                tuple(replace(o, points=_scaled(o.points, item.full, full)) for o in options)
            )
        case DeductRule() | BonusRule() if override.each is not None:
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
