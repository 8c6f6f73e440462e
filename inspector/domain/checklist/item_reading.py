"""One category's table to its items and their rules, with every problem listed.

The part of `pack_reading` that knows what an item may say.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from inspector.domain.checklist.checklist import (
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
from inspector.domain.checklist.points import Hundredths, format_points
from inspector.domain.checklist.table_values import Path, Reading
from inspector.domain.errors import Fault

LONGEST_DEADLINE = 365
"""Days. A finding that may wait longer is a project, not a rectification."""

_ITEM_KEYS = (
    "id", "text", "full", "rule", "scope", "window_kinds", "veto", "photo", "responsible",
    "requirement", "deadline", "phrases", "basis",
)  # fmt: skip
RULE_KEYS = {
    "deduct": ("kind", "each", "unit"),
    "choice": ("kind", "options"),
    "measure": ("kind", "unit", "bands"),
    "bonus": ("kind", "each", "unit"),
}


@dataclass(frozen=True, slots=True)
class Around:
    """What an item has to fit to: the rest of its pack."""

    kinds: Collection[str] | None  # ids of the window kinds; None: not known
    until_nothing_is_left: bool  # deductions end at an item's full marks
    ids: dict[str, Path] = field(default_factory=dict)  # of the items so far, in all categories


def read_items(
    reading: Reading, category: Category, table: Mapping[str, Any], around: Around
) -> tuple[Item, ...]:
    """Return the items of a category; their ids are added to those `around`."""
    top: Path = (category.value,)
    reading.known_keys(table, top, ("item",))
    rows = reading.rows(table, top, "item")
    if "item" not in table:
        reading.report(top, Fault.NO_ITEMS, expected="[[item]]")
    texts: dict[str, Path] = {}
    return tuple(_item(reading, category, row, path, around, texts) for path, row in rows)


def _item(
    reading: Reading,
    category: Category,
    row: Mapping[str, Any],
    path: Path,
    around: Around,
    texts: dict[str, Path],
) -> Item:
    reading.known_keys(row, path, _ITEM_KEYS)
    identifier, text = reading.text(row, path, "id"), reading.text(row, path, "text")
    seen = around.ids
    if identifier in seen:
        reading.report((*path, "id"), Fault.DUPLICATE, identifier, reading.place(seen[identifier]))
    else:
        if identifier:
            seen[identifier] = (*path, "id")
        _tell_apart(reading, text, (*path, "text"), texts)
    rule_table = reading.table(row, path, "rule")
    kind = rule_table.get("kind")
    is_bonus = kind == "bonus"
    # Without a known kind of rule nobody knows whether full marks are needed.
    is_scored = isinstance(kind, str) and kind in RULE_KEYS and not is_bonus
    full = reading.points(row, path, "full", None if is_scored else 0, zero=is_bonus)
    full_path = (*path, "full")
    for key in ("full", "veto"):
        if is_bonus and row.get(key) and reading.sound((*path, key)):
            reading.report((*path, key), Fault.NOT_HERE, key, 'rule kind = "bonus"')
    kinds_path = (*path, "window_kinds")
    window_kinds = reading.texts(row, path, "window_kinds", around.kinds)
    scope = reading.word(row, path, "scope", Scope.WINDOW)
    if window_kinds and scope is Scope.PUBLIC:
        reading.report(kinds_path, Fault.NOT_HERE, "window_kinds", 'scope = "public"')
    phrases = reading.texts(row, path, "phrases")
    if phrases and kind == "choice" and reading.sound((*path, "phrases")):
        reading.warn((*path, "phrases"), Fault.NOT_HERE, "phrases", 'rule kind = "choice"')
    known_full = full if reading.sound(full_path) else None
    rule = _rule(reading, rule_table, (*path, "rule"), known_full)
    if around.until_nothing_is_left and isinstance(rule, DeductRule) and known_full is not None:
        each = (*path, "rule", "each")
        if rule.each > known_full > 0 and reading.sound(each):
            found, most = format_points(rule.each), format_points(known_full)
            reading.warn(each, Fault.EACH_ABOVE_FULL, found, most)
    return Item(
        id=identifier,
        category=category,
        text=text,
        full=full,
        rule=rule,
        scope=scope,
        window_kinds=window_kinds,
        veto=reading.flag(row, path, "veto"),
        photo=reading.word(row, path, "photo", PhotoPolicy.OPTIONAL),
        responsible=reading.word(row, path, "responsible", Responsible.PERSON),
        requirement=reading.text(row, path, "requirement", ""),
        deadline=reading.whole(row, path, "deadline", 1, LONGEST_DEADLINE),
        phrases=phrases,
        basis=reading.text(row, path, "basis", ""),
    )


def _tell_apart(reading: Reading, text: str, path: Path, texts: dict[str, Path]) -> None:
    """Warn of a text that an earlier item of the category has, in `texts`."""
    alike = "".join(text.split()).casefold()
    if alike in texts:
        reading.warn(path, Fault.SAME_TEXT, text, reading.place(texts[alike]))
    elif alike:
        texts[alike] = path


def _rule(reading: Reading, table: Mapping[str, Any], path: Path, full: Hundredths | None) -> Rule:
    """Return the rule; `full` is None when it could not be read, so nothing is compared to it."""
    nothing = DeductRule(0, "")
    if not reading.sound(path):
        return nothing
    kind = table.get("kind")
    if not isinstance(kind, str) or kind not in RULE_KEYS:
        found = "" if kind is None else kind
        reading.report((*path, "kind"), Fault.NOT_ONE_OF, found, ", ".join(RULE_KEYS))
        return nothing
    reading.known_keys(table, path, RULE_KEYS[kind])
    match kind:
        case "choice":
            return _choice(reading, table, path, full)
        case "measure":
            return _measure(reading, table, path, full)
    each = reading.points(table, path, "each", zero=False)
    unit = reading.text(table, path, "unit")
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
        reading.report(list_path, Fault.TOO_FEW, expected="2 × { title, points }")
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
        reading.report(list_path, Fault.TOO_FEW, expected="2 × { upto, points }")
    _best_is_full(reading, list_path, bands[0].points if bands else None, full)
    return MeasureRule(reading.text(table, path, "unit"), tuple(bands) or (Band(None, 0),))


def _best_is_full(
    reading: Reading, path: Path, best: Hundredths | None, full: Hundredths | None
) -> None:
    if best is not None and full is not None and best != full and reading.sound(path):
        reading.report(path, Fault.BEST_NOT_FULL, format_points(best), format_points(full))
