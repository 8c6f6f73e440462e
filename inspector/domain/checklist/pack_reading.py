"""Plain tables (from TOML or a workbook) to a `Pack`, with every problem listed in one pass.

Whoever read the tables says where a value stands; nothing here knows files.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Checklist, Item, Pack
from inspector.domain.checklist.gravity_cost import with_cost
from inspector.domain.checklist.item_schema import ITEM
from inspector.domain.checklist.pack_checks import (
    Around,
    check_grades,
    check_gravity,
    check_item,
    check_kinds,
    check_weights,
    check_whole,
)
from inspector.domain.checklist.pack_schema import PACK
from inspector.domain.checklist.table_values import Path, Reading
from inspector.domain.faults import Fault, Problem

Tables: TypeAlias = Mapping[str, Mapping[str, Any]]
"""`pack` and one entry for each category, as their files say."""


def read_pack(
    tables: Tables, place_of: Callable[[Path], str], *, accepted: bool = False
) -> tuple[Pack | None, list[Problem]]:
    """Return the pack that `tables` describe, or None and every problem in them.

    An unknown word that stands in many places is one problem, at the first of them. `accepted`:
    the pack was taken in once, and what does no harm is let pass.
    """
    reading = Reading(place_of, accepted=accepted)
    pack = _pack(reading, tables)
    return (None if reading.problems else pack), _each_word_once(reading.problems)


def _each_word_once(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems, those of one and the same unknown word as one."""
    told: dict[tuple[str, str] | int, Problem] = {}
    for number, problem in enumerate(problems):
        same = problem.fault is Fault.NOT_ONE_OF and problem.found
        key = (problem.found, problem.expected) if same else number
        first = told.get(key)
        told[key] = problem if first is None else replace(first, more=first.more + 1)
    return list(told.values())


def rebuild_pack(tables: Tables) -> Pack:
    """Return a pack from tables that were accepted once, whatever today's rules say of them.

    A visit scored years ago is reprinted with the pack it was scored with. How its parts fit
    together is not looked at, which takes most of the time of reading one.
    """
    return _pack(Reading(lambda path: ""), tables, judged=False)


def _pack(reading: Reading, tables: Tables, *, judged: bool = True) -> Pack:
    head, path = tables.get("pack", {}), ("pack",)
    values = PACK.values(reading, head, path)
    if "override" in head:  # a site's own numbers are no checklist's: who sets them is asked
        keys = ", ".join(key for key in PACK.keys if key != "override")
        reading.warn((*path, "override"), Fault.UNKNOWN_KEY, "override", keys)
    policy = values["policy"] if reading.sound((*path, "policy")) else None
    scale = values["policy"].scale if reading.sound((*path, "policy", "scale")) else None
    if judged:
        check_weights(reading, values["weights"], (*path, "weights"), scale)
        check_grades(reading, values["grades"], head.get("grade", []), (*path, "grade"), policy)
    rows = head.get("window_kind", [])
    reading.kinds = check_kinds(reading, values["window_kinds"], rows, (*path, "window_kind"))
    around = Around(policy)
    pack = Pack(
        **values,
        checklists=tuple(
            Checklist(category, _items(reading, category, tables, around, judged=judged))
            for category in Category
        ),
    )
    if judged:
        check_whole(reading, pack)
        if reading.warns and not reading.problems:
            check_gravity(reading, pack, around)
    return pack


def _items(
    reading: Reading, category: Category, tables: Tables, around: Around, *, judged: bool
) -> tuple[Item, ...]:
    table, top = tables.get(category.value, {}), (category.value,)
    reading.known_keys(table, top, ("item",))
    if "item" not in table:
        reading.report(top, Fault.NO_ITEMS, expected="[[item]]")
    around.texts.clear()
    items = []
    for path, row in reading.rows(table.get("item", []), (*top, "item")):
        item = Item(category=category, **ITEM.values(reading, row, path))
        if judged:
            check_item(reading, item, row, path, around)
        items.append(with_cost(item, around.policy))
    return tuple(items)
