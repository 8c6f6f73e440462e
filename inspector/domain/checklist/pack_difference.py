"""What changed between two versions of a pack, item by item and setting by setting."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_writing import pack_tables


class Change(StrEnum):
    """What happened to an item or a setting."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # to another category or another place in its own
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. `subject` is an item's id, or empty for a setting of the pack.

    `key` and the values are those of the pack's tables; an item added or removed has its text
    as the value.
    """

    change: Change
    subject: str
    text: str  # of the item, for the reader
    key: str = ""
    before: str = ""
    after: str = ""


def differences(before: Pack, after: Pack) -> list[Difference]:
    """Return what leads from `before` to `after`: settings first, then items in sheet order."""
    return [*_settings(before, after), *_items(before, after)]


def _settings(before: Pack, after: Pack) -> Iterator[Difference]:
    old, new = (dict(_flat(pack_tables(pack)["pack"])) for pack in (before, after))
    for key in dict.fromkeys([*old, *new]):
        if key in ("id", "version") or (key in old and old[key] == new.get(key)):
            continue  # a new version is what is being compared
        change = Change.CHANGED
        if key not in old:
            change = Change.ADDED
        elif key not in new:
            change = Change.REMOVED
        yield Difference(
            change, "", "", key, *(_text(flat[key]) if key in flat else "" for flat in (old, new))
        )
    yield from _reordered(before, after)


def _reordered(before: Pack, after: Pack) -> Iterator[Difference]:
    """Yield the lists of rows whose common rows stand in another order, by their titles.

    Grades are left out: their bounds say the order.
    """
    old, new = (pack_tables(pack)["pack"] for pack in (before, after))
    for key in ("window_kind", "override"):
        rows = [{_label(row): row for row in table.get(key, ())} for table in (old, new)]
        orders = [[label for label in rows[i] if label in rows[1 - i]] for i in (0, 1)]
        if orders[0] != orders[1]:
            titles = [
                _text([row.get("title", label) for label, row in table.items()]) for table in rows
            ]
            yield Difference(Change.CHANGED, "", "", key, *titles)


def _items(before: Pack, after: Pack) -> Iterator[Difference]:
    old = {item["id"]: (name, item) for name, item in _item_tables(before)}
    new = {item["id"]: (name, item) for name, item in _item_tables(after)}
    staying = {i: None for i in old if i in new and old[i][0] == new[i][0]}
    moved = moved_ids(list(staying), [i for i in new if i in staying])
    for item_id, (category, item) in new.items():
        text = item["text"]
        if item_id not in old:
            yield Difference(Change.ADDED, item_id, text, after=text)
            continue
        old_category, old_item = old[item_id]
        if category != old_category:
            yield Difference(Change.MOVED, item_id, text, "category", old_category, category)
        elif item_id in moved:
            yield Difference(Change.MOVED, item_id, text)
        for key in dict.fromkeys([*old_item, *item]):
            values = old_item.get(key, ""), item.get(key, "")
            if values[0] != values[1]:
                yield Difference(Change.CHANGED, item_id, text, key, *map(_text, values))
    for item_id, (_, item) in old.items():
        if item_id not in new:
            yield Difference(Change.REMOVED, item_id, item["text"], before=item["text"])


def _item_tables(pack: Pack) -> Iterator[tuple[str, dict[str, Any]]]:
    tables = pack_tables(pack)
    for checklist in pack.checklists:
        for item in tables[checklist.category.value]["item"]:
            yield checklist.category.value, item


def moved_ids(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the few items that were moved: those outside the longest run that kept its order."""
    place = {item_id: index for index, item_id in enumerate(new)}
    ends: list[int] = []  # of the best run of each length: the place of its last item
    chain: dict[str, str | None] = {}  # each item's forerunner in its run
    for item_id in old:
        length = bisect_left(ends, place[item_id])
        chain[item_id] = new[ends[length - 1]] if length else None
        ends[length : length + 1] = [place[item_id]]
    kept: set[str] = set()
    item = new[ends[-1]] if ends else None
    while item is not None:
        kept.add(item)
        item = chain[item]
    return set(old) - kept


_ROWS = ("grade", "window_kind", "override")


def _label(row: dict[str, Any]) -> str:
    return str(row.get("id") or row.get("title") or row.get("item"))


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield settings under dotted keys; rows under what they are called."""
    for key, value in table.items():
        name = f"{above}{key}"
        if key in _ROWS and not above:
            for row in value:
                yield f"{name}.{_label(row)}", {k: v for k, v in row.items() if k != "id"}
        elif isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        else:
            yield name, value


def _text(value: object) -> str:
    """Write a value of a table on one line, for the eye."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_text(part)}" for key, part in value.items() if part != [])
    if isinstance(value, list):
        parts = [_text(part) for part in value]
        quoted = any("/" in part for part in parts)
        return " / ".join(f"“{part}”" if quoted else part for part in parts)
    return str(value)
