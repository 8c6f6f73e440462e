"""The number of a new item: the next free one of its category.

An item is known by its number for ever: one that any version of the pack had is never given again,
or an old finding would be counted with a new item.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_schema import CATEGORIES

_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})")


def next_number(category: Category, own: Sequence[str], taken: Collection[str]) -> str:
    """Return the next free number of a category.

    Args:
        category: whose name begins the number, unless its items are numbered in another way.
        own: the numbers of its items: where most are N01, N02, it is N03.
        taken: every number that the pack has or had.
    """
    split = [match.groups() for each in own if (match := _NUMBERED.fullmatch(each))]
    usual = Counter(prefix for prefix, _ in split).most_common(1)
    if usual and 2 * usual[0][1] > len(own):
        prefix = usual[0][0]
        width = max(len(digits) for before, digits in split if before == prefix)
    else:
        prefix, width = f"{CATEGORIES[category].chinese}-", 1
    matches = (_NUMBERED.fullmatch(each) for each in (*own, *taken))
    used = (int(match[2]) for match in matches if match and match[1] == prefix)
    return f"{prefix}{max(used, default=0) + 1:0{width}}"


def number_blank(tables: dict[str, Any], earlier: Sequence[Pack]) -> list[str]:
    """Give every item without a number one, in the plain tables of a pack; return the new ones.

    `earlier` are the pack's versions, the newest first. A row that says what an item of the newest
    one says, and which no other row is, is that item: what is taken in twice changes nothing.
    """
    rows = {category: _rows(tables, category) for category in Category}
    taken = {str(row["id"]) for each in rows.values() for row in each if row.get("id")}
    known = {
        (item.category, _alike(item.text)): item for pack in earlier[:1] for item in pack.items()
    }
    new: list[str] = []
    former = {item.id for pack in earlier for item in pack.items()}
    for category, items in rows.items():
        own = [str(row["id"]) for row in items if row.get("id")]
        for row in items:
            if row.get("id"):
                continue
            same = known.get((category, _alike(str(row.get("text", "")))))
            if same is not None and same.id not in taken:
                row["id"] = same.id
            else:
                row["id"] = next_number(category, own, taken | former)
                new.append(row["id"])
            own.append(row["id"])
            taken.add(row["id"])
    return new


def _rows(tables: dict[str, Any], category: Category) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tables[category.value]["item"]
    return found


def _alike(text: str) -> str:
    return "".join(text.split()).casefold()
