"""Plain tables (from TOML or a workbook) to a `Pack`, with every problem listed in one pass.

Whoever read the tables says where a value stands; nothing here knows files.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from inspector.domain.checklist.checklist import (
    Category,
    Checklist,
    FloorPolicy,
    Grade,
    NotApplicablePolicy,
    Override,
    Pack,
    Policy,
    SamplePolicy,
    VetoPolicy,
    WindowKind,
)
from inspector.domain.checklist.item_reading import Around, read_items
from inspector.domain.checklist.points import ONE, format_points
from inspector.domain.checklist.table_values import Path, Reading
from inspector.domain.errors import Fault, Problem

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

    A visit scored years ago is reprinted with the pack it was scored with.
    """
    return _pack(Reading(lambda path: ""), tables)


def _pack(reading: Reading, tables: Tables) -> Pack:
    head, path = tables.get("pack", {}), ("pack",)
    reading.known_keys(head, path, _HEAD_KEYS)
    kinds, kind_ids = _window_kinds(reading, head, path)
    weights, policy = _weights(reading, head, path), _policy(reading, head, path)
    floor_is_known = reading.sound((*path, "policy"))
    around = Around(kind_ids, floor_is_known and policy.floor is FloorPolicy.ITEM)
    checklists = tuple(
        Checklist(category, read_items(reading, category, tables.get(category.value, {}), around))
        for category in Category
    )
    pack = Pack(
        id=reading.text(head, path, "id"),
        title=reading.text(head, path, "title"),
        version=reading.text(head, path, "version"),
        summary=reading.text(head, path, "summary", ""),
        weights=weights,
        policy=policy,
        grades=_grades(reading, head, path, policy),
        window_kinds=kinds,
        checklists=checklists,
        overrides=_overrides(reading, head, path),
    )
    _something_counts(reading, pack)
    return pack


def _something_counts(reading: Reading, pack: Pack) -> None:
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


_HEAD_KEYS = (
    "id", "title", "version", "summary", "weights", "policy", "grade", "window_kind",
    "override",
)  # fmt: skip


def _weights(reading: Reading, head: Mapping[str, Any], path: Path) -> dict[Category, int]:
    table, path = reading.table(head, path, "weights"), (*path, "weights")
    if not reading.sound(path):
        return dict.fromkeys(Category, 0)
    reading.known_keys(table, path, Category)
    before = len(reading.problems)
    weights = {}
    for category in Category:
        if category.value not in table:
            reading.report(path, Fault.MISSING, expected=category.value)
        weights[category] = reading.whole(table, path, category.value, 0, 100)
    total = sum(weights.values())
    if len(reading.problems) == before and total != 100:
        reading.report(path, Fault.WEIGHTS_NOT_100, total)
    return weights


def _policy(reading: Reading, head: Mapping[str, Any], path: Path) -> Policy:
    if "policy" not in head:
        return Policy()
    table, path = reading.table(head, path, "policy"), (*path, "policy")
    reading.known_keys(
        table,
        path,
        (
            "not_applicable",
            "floor",
            "bonus_cap",
            "veto",
            "public_area_share",
            "samples",
        ),
    )
    return Policy(
        not_applicable=reading.word(table, path, "not_applicable", NotApplicablePolicy.EXCLUDE),
        floor=reading.word(table, path, "floor", FloorPolicy.ITEM),
        bonus_cap=reading.points(table, path, "bonus_cap", 500),
        veto=reading.word(table, path, "veto", VetoPolicy.FAIL),
        public_area_share=reading.whole(table, path, "public_area_share", 20, 100),
        samples=reading.word(table, path, "samples", SamplePolicy.WORST),
    )


def _overrides(reading: Reading, head: Mapping[str, Any], path: Path) -> tuple[Override, ...]:
    """Return what a frozen pack says its site changed; a pack that ships has none."""
    overrides: list[Override] = []
    for row_path, row in reading.rows(head, path, "override"):
        reading.known_keys(row, row_path, ("item", "reason", "off", "full", "each", "limit"))
        numbers = {
            key: reading.points(row, row_path, key) if key in row else None
            for key in ("full", "each", "limit")
        }
        overrides.append(
            Override(
                item_id=reading.text(row, row_path, "item"),
                reason=reading.text(row, row_path, "reason"),
                off=reading.flag(row, row_path, "off"),
                **numbers,
            )
        )
    return tuple(overrides)


def _grades(
    reading: Reading, head: Mapping[str, Any], path: Path, policy: Policy
) -> tuple[Grade, ...]:
    grades: list[Grade] = []
    titles: dict[str, Path] = {}
    highest = 100 * ONE + policy.bonus_cap
    rows, before = reading.rows(head, path, "grade"), path
    for row_path, row in rows:
        reading.known_keys(row, row_path, ("title", "from"))
        grade = Grade(reading.text(row, row_path, "title"), reading.points(row, row_path, "from"))
        reading.once(grade.title, (*row_path, "title"), titles)
        bound = (*row_path, "from")
        if grade.lower > highest and reading.sound((*path, "policy")):
            within = f"0–{format_points(highest)}"
            reading.report(bound, Fault.OUT_OF_RANGE, row.get("from"), within)
        if grades and grade.lower >= grades[-1].lower and reading.sound(bound, before):
            reading.report(bound, Fault.GRADES_NOT_DESCENDING, row.get("from"))
        grades.append(grade)
        before = bound
    if not rows and reading.sound((*path, "grade")):
        reading.report((*path, "grade"), Fault.MISSING, expected="[[grade]]")
    elif len(rows) == 1:  # it would be the best grade and that of a veto
        reading.report((*path, "grade"), Fault.TOO_FEW, expected="2 × [[grade]]")
    elif grades and grades[-1].lower != 0 and reading.sound(before):
        reading.report(before, Fault.LAST_GRADE_NOT_ZERO, rows[-1][1].get("from"))
    return tuple(grades)


def _window_kinds(
    reading: Reading, head: Mapping[str, Any], path: Path
) -> tuple[tuple[WindowKind, ...], Collection[str] | None]:
    """Return the kinds and their ids, or None for those when some could not be read.

    Nor are they known when an id stands twice: what the second one should have been is what
    items will speak of.
    """
    kinds: dict[str, WindowKind] = {}
    seen: dict[str, Path] = {}
    names: dict[str, Path] = {}  # titles and aliases: a roster may say either
    is_clear = True
    rows = reading.rows(head, path, "window_kind")
    for row_path, row in rows:
        reading.known_keys(row, row_path, ("id", "title", "aliases"))
        kind = WindowKind(
            reading.text(row, row_path, "id"),
            reading.text(row, row_path, "title"),
            reading.texts(row, row_path, "aliases"),
        )
        own_path = (*row_path, "id")
        if kind.id in kinds and kind.id:
            first = reading.place(seen[kind.id])
            reading.report(own_path, Fault.DUPLICATE, kind.id, first)
            is_clear = False
        else:
            reading.once(kind.title, (*row_path, "title"), names)
            for index, alias in enumerate(kind.aliases):
                reading.once(alias, (*row_path, "aliases", index), names)
        kinds[kind.id] = kind
        seen.setdefault(kind.id, own_path)
    given = head.get("window_kind", [])
    all_read = given == [row for _, row in rows] and reading.sound(*seen.values())
    return tuple(kinds.values()), kinds.keys() if all_read and is_clear else None
