"""What changed between two versions of a pack, item by item and setting by setting."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inspector.domain.checklist import Pack
from inspector.domain.pack_writing import pack_tables


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
        if key in ("id", "version") or old.get(key) == new.get(key):
            continue  # a new version is what is being compared
        change = Change.CHANGED
        if key not in old:
            change = Change.ADDED
        elif key not in new:
            change = Change.REMOVED
        yield Difference(change, "", "", key, old.get(key, ""), new.get(key, ""))


def _items(before: Pack, after: Pack) -> Iterator[Difference]:
    old = {item["id"]: (name, item) for name, item in _item_tables(before)}
    new = {item["id"]: (name, item) for name, item in _item_tables(after)}
    moved = _moved([i for i in old if i in new], [i for i in new if i in old])
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
            said = _text(old_item.get(key, "")), _text(item.get(key, ""))
            if said[0] != said[1]:
                yield Difference(Change.CHANGED, item_id, text, key, *said)
    for item_id, (_, item) in old.items():
        if item_id not in new:
            yield Difference(Change.REMOVED, item_id, item["text"], before=item["text"])


def _item_tables(pack: Pack) -> Iterator[tuple[str, dict[str, Any]]]:
    tables = pack_tables(pack)
    for checklist in pack.checklists:
        for item in tables[checklist.category.value]["item"]:
            yield checklist.category.value, item


def _moved(old: list[str], new: list[str]) -> set[str]:
    """Return the few items that were moved: those outside the longest run that kept its order."""
    place = {item_id: index for index, item_id in enumerate(new)}
    ends: list[tuple[int, str | None, str]] = []  # for each length: last place, before it, item
    chain: dict[str, str | None] = {}
    for item_id in old:
        position = place[item_id]
        length = sum(end[0] < position for end in ends)  # ends ascend
        previous = ends[length - 1][2] if length else None
        chain[item_id] = previous
        entry = (position, previous, item_id)
        if length < len(ends):
            ends[length] = entry
        else:
            ends.append(entry)
    kept: set[str] = set()
    item: str | None = ends[-1][2] if ends else None
    while item is not None:
        kept.add(item)
        item = chain[item]
    return set(old) - kept


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield settings as dotted keys with their text; named rows by their id or title."""
    for key, value in table.items():
        name = f"{above}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for row in value:
                label = row.get("id") or row.get("title") or row.get("item")
                rest = {k: v for k, v in row.items() if k not in ("id",)}
                yield f"{name}.{label}", _text(rest)
        else:
            yield name, _text(value)


def _text(value: object) -> str:
    """Write a value of a table on one line, for the eye."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_text(part)}" for key, part in value.items())
    if isinstance(value, list):
        return " / ".join(_text(part) for part in value)
    return str(value)
