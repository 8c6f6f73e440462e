"""One category's table to its items and their rules, with every problem listed.

The part of `pack_reading` that knows what an item may say.
"""

from collections.abc import Collection, Mapping
from typing import Any

from inspector.domain.checklist import (
    Band,
    BonusRule,
    Category,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Option,
    PhotoPolicy,
    Responsible,
    Rule,
    Scope,
)
from inspector.domain.errors import Fault
from inspector.domain.points import Hundredths, format_points
from inspector.domain.reading import Path, Reading

LONGEST_DEADLINE = 365
"""Days. A finding that may wait longer is a project, not a rectification."""

_ITEM_KEYS = (
    "id", "text", "full", "rule", "scope", "window_kinds", "veto", "photo", "responsible",
    "requirement", "deadline", "phrases", "basis",
)  # fmt: skip
_RULE_KEYS = {
    "deduct": ("kind", "each", "unit"),
    "choice": ("kind", "options"),
    "measure": ("kind", "unit", "bands"),
    "bonus": ("kind", "each", "unit"),
}


def read_items(
    reading: Reading,
    category: Category,
    table: Mapping[str, Any],
    kinds: Collection[str] | None,
    seen: dict[str, Path],
) -> tuple[Item, ...]:
    """Return the items of a category.

    `kinds` are the ids of the pack's window kinds, None when they are not known; `seen` holds
    the items' ids of the whole pack so far.
    """
    top: Path = (category.value,)
    reading.known_keys(table, top, ("item",))
    rows = reading.rows(table, top, "item")
    if "item" not in table:
        reading.report(top, Fault.NO_ITEMS, expected="[[item]]")
    return tuple(_item(reading, category, row, path, kinds, seen) for path, row in rows)


def _item(
    reading: Reading,
    category: Category,
    row: Mapping[str, Any],
    path: Path,
    kinds: Collection[str] | None,
    seen: dict[str, Path],
) -> Item:
    reading.known_keys(row, path, _ITEM_KEYS)
    identifier = reading.text(row, path, "id")
    if identifier in seen:
        reading.report((*path, "id"), Fault.DUPLICATE, identifier, reading.place(seen[identifier]))
    elif identifier:
        seen[identifier] = (*path, "id")
    rule_table = reading.table(row, path, "rule")
    kind = rule_table.get("kind")
    is_bonus = kind == "bonus"
    # Without a known kind of rule nobody knows whether full marks are needed.
    is_scored = isinstance(kind, str) and kind in _RULE_KEYS and not is_bonus
    full = reading.points(row, path, "full", None if is_scored else 0)
    full_path = (*path, "full")
    if not is_bonus and full == 0 and "full" in row and reading.sound(full_path):
        reading.report(full_path, Fault.OUT_OF_RANGE, row["full"], "> 0")
    for key in ("full", "veto"):
        if is_bonus and row.get(key) and reading.sound((*path, key)):
            reading.report((*path, key), Fault.NOT_HERE, key, 'rule kind = "bonus"')
    kinds_path = (*path, "window_kinds")
    window_kinds = reading.texts(row, path, "window_kinds", kinds)
    scope = reading.word(row, path, "scope", Scope.WINDOW)
    if window_kinds and scope is Scope.PUBLIC:
        reading.report(kinds_path, Fault.NOT_HERE, "window_kinds", 'scope = "public"')
    return Item(
        id=identifier,
        category=category,
        text=reading.text(row, path, "text"),
        full=full,
        rule=_rule(
            reading, rule_table, (*path, "rule"), full if reading.sound(full_path) else None
        ),
        scope=scope,
        window_kinds=window_kinds,
        veto=reading.flag(row, path, "veto"),
        photo=reading.word(row, path, "photo", PhotoPolicy.OPTIONAL),
        responsible=reading.word(row, path, "responsible", Responsible.PERSON),
        requirement=reading.text(row, path, "requirement", ""),
        deadline=reading.whole(row, path, "deadline", 1, LONGEST_DEADLINE),
        phrases=reading.texts(row, path, "phrases"),
        basis=reading.text(row, path, "basis", ""),
    )


def _rule(reading: Reading, table: Mapping[str, Any], path: Path, full: Hundredths | None) -> Rule:
    """Return the rule; `full` is None when it could not be read, so nothing is compared to it."""
    nothing = DeductRule(0, "")
    if not reading.sound(path):
        return nothing
    kind = table.get("kind")
    if not isinstance(kind, str) or kind not in _RULE_KEYS:
        found = "" if kind is None else kind
        reading.report((*path, "kind"), Fault.NOT_ONE_OF, found, ", ".join(_RULE_KEYS))
        return nothing
    reading.known_keys(table, path, _RULE_KEYS[kind])
    match kind:
        case "choice":
            return _choice(reading, table, path, full)
        case "measure":
            return _measure(reading, table, path, full)
    each, unit = reading.points(table, path, "each"), reading.text(table, path, "unit")
    if each == 0 and reading.sound((*path, "each")):
        reading.report((*path, "each"), Fault.OUT_OF_RANGE, table["each"], "> 0")
    return BonusRule(each, unit) if kind == "bonus" else DeductRule(each, unit)


def _choice(
    reading: Reading, table: Mapping[str, Any], path: Path, full: Hundredths | None
) -> ChoiceRule:
    options: list[Option] = []
    titles: dict[str, Path] = {}
    before: Path = path
    for row_path, row in reading.rows(table, path, "options"):
        reading.known_keys(row, row_path, ("title", "points"))
        option = Option(
            reading.text(row, row_path, "title"), reading.points(row, row_path, "points")
        )
        reading.once(option.title, (*row_path, "title"), titles)
        own = (*row_path, "points")
        if options and option.points >= options[-1].points and reading.sound(own, before):
            reading.report(own, Fault.POINTS_NOT_DESCENDING, row.get("points"))
        options.append(option)
        before = own
    list_path = (*path, "options")
    if len(options) < 2 and reading.sound(list_path):
        reading.report(list_path, Fault.MISSING, expected="≥ 2 × { title, points }")
    _best_is_full(reading, list_path, options[0].points if options else None, full)
    return ChoiceRule(tuple(options))


def _measure(
    reading: Reading, table: Mapping[str, Any], path: Path, full: Hundredths | None
) -> MeasureRule:
    bands: list[Band] = []
    before: Path = path
    rows = reading.rows(table, path, "bands")
    for index, (row_path, row) in enumerate(rows):
        reading.known_keys(row, row_path, ("upto", "points"))
        upto = reading.points(row, row_path, "upto") if "upto" in row else None
        band = Band(upto, reading.points(row, row_path, "points"))
        last = index == len(rows) - 1
        if upto is None and not last:
            reading.report(row_path, Fault.OPEN_BAND_NOT_LAST)
        if upto is not None and last:
            reading.report((*row_path, "upto"), Fault.LAST_BAND_BOUNDED, row["upto"])
        if bands and reading.sound(row_path, before):
            lower = bands[-1]
            if upto is not None and lower.upto is not None and upto <= lower.upto:
                reading.report((*row_path, "upto"), Fault.BANDS_NOT_ASCENDING, row["upto"])
            if band.points >= lower.points:
                reading.report(
                    (*row_path, "points"), Fault.POINTS_NOT_DESCENDING, row.get("points")
                )
        bands.append(band)
        before = row_path
    list_path = (*path, "bands")
    if len(bands) < 2 and reading.sound(list_path):
        reading.report(list_path, Fault.MISSING, expected="≥ 2 × { upto, points }")
    _best_is_full(reading, list_path, bands[0].points if bands else None, full)
    return MeasureRule(reading.text(table, path, "unit"), tuple(bands) or (Band(None, 0),))


def _best_is_full(
    reading: Reading, path: Path, best: Hundredths | None, full: Hundredths | None
) -> None:
    if best is not None and full is not None and best != full and reading.sound(path):
        reading.report(path, Fault.BEST_NOT_FULL, format_points(best), format_points(full))
