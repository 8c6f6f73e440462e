"""What has to fit together in a pack: the faults that no field has alone."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    Band,
    ChoiceRule,
    DeductRule,
    FloorPolicy,
    Grade,
    Item,
    MeasureRule,
    Pack,
    Policy,
    RangeRule,
    Totalling,
    WindowKind,
)
from inspector.domain.checklist.kind_recognition import without_place
from inspector.domain.checklist.points import ONE, format_points, round_half_up
from inspector.domain.checklist.slip_costs import wrong_order
from inspector.domain.checklist.table_values import Path, Reading
from inspector.domain.faults import Fault


class Around:
    """What an item has to fit to: the rest of its pack."""

    def __init__(self, policy: Policy | None) -> None:
        self.policy = policy  # None: not known
        self.ids: dict[str, Path] = {}  # of the items so far, in all categories
        self.texts: dict[str, Path] = {}  # of those so far in the item's own category


def check_item(
    reading: Reading, item: Item, row: Mapping[str, Any], path: Path, around: Around
) -> None:
    """Report an item that another one is like, and a rule that does not fit to its full marks."""
    own = (*path, "id")
    if item.id in around.ids:
        reading.report(own, Fault.DUPLICATE, item.id, reading.place(around.ids[item.id]))
    else:
        if item.id:
            around.ids[item.id] = own
        _tell_apart(reading, item.text, (*path, "text"), around.texts)
    rule = (*path, "rule")
    _check_needed(reading, item, row, path, around.policy)
    match item.rule:
        case ChoiceRule(options=options) if options:
            _best_is_full(reading, item, options[0].points, path, "options")
        case MeasureRule(bands=bands) if bands:
            _check_bands(reading, bands, row["rule"]["bands"], (*rule, "bands"))
            _best_is_full(reading, item, bands[0].points, path, "bands")
        case RangeRule(least=low, most=high) if high <= low:
            if reading.sound((*rule, "least"), (*rule, "most")):
                above = f"> {format_points(low)}"
                reading.report((*rule, "most"), Fault.OUT_OF_RANGE, format_points(high), above)
        case DeductRule(each=each) if around.policy and around.policy.floor is FloorPolicy.ITEM:
            if each > item.full > 0 and reading.sound((*rule, "each"), (*path, "full")):
                found, most = format_points(each), format_points(item.full)
                reading.warn((*rule, "each"), Fault.EACH_ABOVE_FULL, found, most)


def _check_needed(
    reading: Reading, item: Item, row: Mapping[str, Any], path: Path, policy: Policy | None
) -> None:
    """Report numbers that are wanted where rates are totalled, and those a red line cannot have.

    Without a policy that can be read nobody knows.
    """
    if policy is None:
        return
    full, each = (*path, "full"), (*path, "rule", "each")
    rule = row.get("rule")
    if not isinstance(rule, Mapping) or not reading.sound((*path, "rule", "kind")):
        return
    own = item.rule.each if isinstance(item.rule, DeductRule) else None
    if policy.total is Totalling.RATE:
        if not item.is_bonus and not item.penalty and row.get("full") is None:
            reading.report(full, Fault.MISSING, expected="full")
        if own is not None and rule.get("each") is None:
            reading.report(each, Fault.MISSING, expected="each")
    if item.penalty and item.full:
        reading.report(full, Fault.NOT_HERE, "full", "penalty = true")
    if policy.total is Totalling.DEDUCT and item.veto and own:
        reading.report(each, Fault.NOT_HERE, "each", "veto = true")


def _tell_apart(reading: Reading, text: str, path: Path, texts: dict[str, Path]) -> None:
    """Warn of a text that an earlier item of the category has, in `texts`."""
    alike = "".join(text.split()).casefold()
    if alike in texts:
        reading.warn(path, Fault.SAME_TEXT, text, reading.place(texts[alike]))
    elif alike:
        texts[alike] = path


def _check_bands(reading: Reading, bands: Sequence[Band], given: object, path: Path) -> None:
    """Report a band without a limit before the end, and a limit at the end."""
    rows = reading.rows(given, path)
    for band, (own, _) in zip(bands[:-1], rows[:-1], strict=True):
        if band.upto is None:
            reading.report(own, Fault.OPEN_BAND_NOT_LAST)
    own, last = rows[-1]
    if bands[-1].upto is not None:
        reading.report((*own, "upto"), Fault.LAST_BAND_BOUNDED, last["upto"])


def _best_is_full(reading: Reading, item: Item, best: int, path: Path, key: str) -> None:
    own = (*path, "rule", key)
    if not item.full:
        return  # not said, or told of already
    if best != item.full and reading.sound(own, (*path, "full")):
        found, full = format_points(best), format_points(item.full)
        reading.report(own, Fault.BEST_NOT_FULL, found, full)


def check_weights(
    reading: Reading, weights: Mapping[Category, int], path: Path, scale: int | None
) -> None:
    """Report weights that are not all of a score; `scale` is None where nobody knows it."""
    total = sum(weights.values())
    if scale is not None and total != scale and reading.sound(path):
        reading.report(path, Fault.WEIGHTS_NOT_100, total, str(scale))


def check_grades(
    reading: Reading, grades: Sequence[Grade], given: object, path: Path, policy: Policy | None
) -> None:
    """Report grades that no score reaches, and a lowest one that does not begin at 0."""
    rows = reading.rows(given, path)
    highest = policy.scale * ONE + policy.bonus_cap if policy else None
    for grade, (own, row) in zip(grades, rows, strict=True):
        bound = (*own, "from")
        if highest is not None and grade.lower > highest and reading.sound(bound):
            within = f"0–{format_points(highest)}"
            reading.report(bound, Fault.OUT_OF_RANGE, row["from"], within)
    if len(grades) > 1 and grades[-1].lower != 0 and reading.sound(bound):
        reading.report(bound, Fault.LAST_GRADE_NOT_ZERO, row["from"])


def check_kinds(
    reading: Reading, kinds: Sequence[WindowKind], given: object, path: Path
) -> Collection[str] | None:
    """Report window kinds that are not told apart; return their ids, or None if some are unknown.

    Nor are they known when an id stands twice: what the second one should have been is what
    items will speak of.
    """
    rows = reading.rows(given, path)
    ids: dict[str, Path] = {}
    names: dict[str, Path] = {}  # titles and aliases: a roster may say either
    bare: dict[str, tuple[int, Path]] = {}  # those without 窗口 and 台, and whose kind's
    usual: Path = ()
    for number, (kind, (own, _)) in enumerate(zip(kinds, rows, strict=True)):
        if kind.id in ids and kind.id:
            reading.report((*own, "id"), Fault.DUPLICATE, kind.id, reading.place(ids[kind.id]))
            continue
        ids[kind.id] = (*own, "id")
        reading.once(kind.title, (*own, "title"), names)
        _tell_names_apart(reading, kind.title, (*own, "title"), number, bare)
        for index, alias in enumerate(kind.aliases):
            reading.once(alias, (*own, "aliases", index), names)
            _tell_names_apart(reading, alias, (*own, "aliases", index), number, bare)
        if kind.usual and usual:
            reading.report((*own, "usual"), Fault.TWO_USUAL_KINDS, expected=reading.place(usual))
        elif kind.usual:
            usual = (*own, "usual")
    all_read = given == [row for _, row in rows]
    return ids if all_read and reading.sound(*((*own, "id") for own, _ in rows)) else None


def _tell_names_apart(
    reading: Reading, name: str, path: Path, kind: int, bare: dict[str, tuple[int, Path]]
) -> None:
    """Warn of a name that is another kind's but for 窗口 or 台: signs have either."""
    alike = without_place(name)
    if not alike or not reading.sound(path):
        return
    first, where = bare.setdefault(alike, (kind, path))
    if first != kind:
        reading.warn(path, Fault.SAME_KIND_NAME, name, reading.place(where))


def check_gravity(reading: Reading, pack: Pack, around: Around) -> None:
    """Warn of a graver item that costs less than a lighter one where both are asked."""
    found = wrong_order(pack)
    if found is not None:
        where = f"{found.place} " if found.place else ""
        costs = " < ".join(format_points(round_half_up(cost)) for cost in found.costs)
        path = (*around.ids[found.graver.id][:-1], "gravity")
        reading.warn(path, Fault.GRAVER_COSTS_LESS, f"{where}{costs}", found.lighter.text)


def check_whole(reading: Reading, pack: Pack) -> None:
    """Report a pack in which nothing can earn points.

    A single category may well have a weight without items (it is rescaled) or items without a
    weight (they are looked at, their findings and ★ count).
    """
    sections = [("pack", "weights"), *((category.value,) for category in Category)]
    if reading.sound(*sections) and not any(
        pack.weights[checklist.category] and any(not item.is_bonus for item in checklist.items)
        for checklist in pack.checklists
    ):
        reading.report(("pack",), Fault.NOTHING_COUNTS)
