"""A site's own numbers for a pack: halls contradict each other (DOMAIN §2.2).

An override changes what an item is worth or switches it off, always with a reason. The adapted
pack is what a visit is scored with and frozen with, so the record shows every override.
"""

from collections.abc import Iterable
from dataclasses import replace

from inspector.domain.checklist import (
    Band,
    ChoiceRule,
    Item,
    MeasureRule,
    Option,
    Override,
    Pack,
)
from inspector.domain.errors import Fault, Problem
from inspector.domain.points import Hundredths, format_points


def adapted(pack: Pack, overrides: Iterable[Override]) -> Pack:
    """Return `pack` with a site's overrides; those of items it does not have are left out."""
    known = {o.item_id: o for o in overrides if o.item_id in pack.item_by_id}
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


def problems_of(item: Item, override: Override) -> list[Problem]:
    """Return what is wrong with an override of an item; nothing when it can be kept."""
    found: list[Problem] = []
    if not override.reason.strip():
        found.append(Problem("reason", Fault.MISSING, expected="reason"))
    if item.is_bonus and override.full is not None:
        found.append(Problem("full", Fault.NOT_HERE, "full", 'rule kind = "bonus"'))
    if override.full is not None and override.full <= 0:
        found.append(_out_of_range("full", override.full, "> 0"))
    if override.each is not None:
        if isinstance(item.rule, ChoiceRule | MeasureRule):
            found.append(Problem("each", Fault.NOT_HERE, "each", "deduct, bonus"))
        elif override.each <= 0:
            found.append(_out_of_range("each", override.each, "> 0"))
    if override.limit is not None:
        found.extend(_limit_problems(item, override.limit))
    return found


def _limit_problems(item: Item, limit: Hundredths) -> list[Problem]:
    if not isinstance(item.rule, MeasureRule):
        return [Problem("limit", Fault.NOT_HERE, "limit", "measure")]
    second = item.rule.bands[1].upto
    if limit <= 0:
        return [_out_of_range("limit", limit, "> 0")]
    if second is not None and limit >= second:
        return [_out_of_range("limit", limit, f"< {format_points(second)}")]
    return []


def _out_of_range(place: str, found: Hundredths, allowed: str) -> Problem:
    return Problem(place, Fault.OUT_OF_RANGE, format_points(found), allowed)


def _overridden(item: Item, override: Override) -> Item:
    full = item.full if override.full is None else override.full
    rule = item.rule
    match rule:
        case MeasureRule(unit=unit, bands=bands):
            first = bands[0] if override.limit is None else Band(override.limit, bands[0].points)
            scaled = tuple(
                Band(b.upto, _scaled(b.points, item.full, full)) for b in (first, *bands[1:])
            )
            rule = MeasureRule(unit, scaled)
        case ChoiceRule(options=options):
            rule = ChoiceRule(
                tuple(Option(o.title, _scaled(o.points, item.full, full)) for o in options)
            )
        case _ if override.each is not None:
            rule = replace(rule, each=override.each)
    return replace(item, full=full, rule=rule)


def _scaled(points: Hundredths, before: Hundredths, after: Hundredths) -> Hundredths:
    """Keep an option's or band's part of the full marks, rounded half up to hundredths."""
    return (points * after * 2 + before) // (before * 2)
