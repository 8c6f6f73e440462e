"""A pack while it is edited: what is typed, what is wrong with it, the pack it makes.

Nothing of it is kept here; `Packs.propose` and `take_in` make a version of it, as of a workbook.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack, WindowKind
from inspector.domain.checklist.item_fields import every_field, fields_of
from inspector.domain.checklist.item_numbers import next_number
from inspector.domain.checklist.item_schema import DEDUCT, UNITS
from inspector.domain.checklist.pack_difference import moved_ids
from inspector.domain.checklist.pack_reading import read_pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.checklist.schema_fields import Field, Key
from inspector.domain.checklist.table_values import Path
from inspector.domain.faults import Problem
from inspector.excel.packs.window_kind_names import KindNames
from inspector.workspace.packs.head_edit import HeadEdit, HeadProblem, Typed
from inspector.workspace.packs.typed_fields import kind_names, typed_text, typed_value

ID: Key = ("id",)
TEXT: Key = ("text",)
FULL: Key = ("full",)
KIND: Key = ("rule", "kind")
UNIT: Key = ("rule", "unit")


@dataclass(slots=True)
class EditedItem:
    """An item: what it was (nothing where it is new) and what is typed."""

    typed: Typed
    was: Typed | None = None
    off: bool = False  # the new version does not ask it

    @property
    def id(self) -> str:
        """Its number."""
        return self.typed[ID]

    @property
    def text(self) -> str:
        """What is asked."""
        return self.typed.get(TEXT, "")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a pack that is edited: by item and field, and with the whole."""

    of_items: Mapping[str, list[tuple[Key, Problem]]] = field(default_factory=dict)
    of_head: Sequence[HeadProblem] = ()
    of_pack: Sequence[Problem] = ()

    def __bool__(self) -> bool:
        return bool(self.of_items or self.of_head or self.of_pack)


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything is at one moment, to go back to."""

    head: Typed
    items: Mapping[Category, Sequence[tuple[EditedItem, Typed, bool]]]


class PackEdit:
    """The head and the items of a pack, of which `earlier` are the versions.

    No number of an item of theirs is free. `titles` and `known` are as in `HeadEdit`.
    """

    def __init__(
        self,
        pack: Pack,
        earlier: Sequence[Pack] = (),
        titles: Sequence[str] = (),
        known: Sequence[WindowKind] = (),
    ) -> None:
        self.pack = pack
        self._fields = every_field()
        self._tables = pack_tables(pack)
        self._was_named = kind_names(pack)
        self.head = HeadEdit(pack, self._tables["pack"], titles, known)
        self._rows = {
            row["id"]: row for category in Category for row in self._tables[category.value]["item"]
        }
        self._taken = {item.id for each in (pack, *earlier) for item in each.items()}
        self._items: dict[Category, list[EditedItem]] = {}
        self._begun = self._texts_of_pack()
        self._items = self._copies()

    @property
    def kinds(self) -> list[str]:
        """The names of the window kinds, as they are typed."""
        return self.head.names.titles

    def items(self, category: Category) -> list[EditedItem]:
        """Return the items of a category in their order, those that are off as well."""
        return self._items[category]

    def fields(self, item: EditedItem) -> Iterator[tuple[Key, Field]]:
        """Yield the fields that the item has, as it is typed now."""
        rule = {"kind": item.typed.get(KIND, "")}
        return fields_of({"rule": rule, "scope": item.typed.get(("scope",), "")})

    @property
    def changed(self) -> bool:
        """Something is typed, moved, new or off."""
        return self.head.changed or any(
            [(each.id, each.typed) for each in self._items[category] if not each.off]
            != [(typed[ID], typed) for typed in begun]
            for category, begun in self._begun.items()
        )

    @property
    def moved(self) -> frozenset[str]:
        """The ids of the items that stand in another category, or in another place of theirs."""
        found: set[str] = set()
        for category, items in self._items.items():
            before = [typed[ID] for typed in self._begun[category]]
            now = [each.id for each in items if each.was is not None]
            staying = set(before) & set(now)
            found |= set(now) - staying
            found |= moved_ids(
                [each for each in before if each in staying],
                [each for each in now if each in staying],
            )
        return frozenset(found)

    # What is done with the items

    def put(self, item: EditedItem, key: Key, text: str) -> None:
        """Type something into a field."""
        item.typed[key] = text

    def add(self, category: Category, at: int) -> int:
        """Add an item after the one at `at` (-1: at the beginning); return its place."""
        items = self._items[category]
        taken = self._taken | {each.id for own in self._items.values() for each in own}
        number = next_number(category, [each.id for each in items], taken)
        blank = {
            key: "" if each.required else typed_text(key, each, {}, self._was_named)
            for key, each in self._fields.items()
        }
        items.insert(at + 1, EditedItem({**blank, ID: number, KIND: DEDUCT, UNIT: UNITS[1]}))
        return at + 1

    def move(self, category: Category, at: int, by: int) -> int:
        """Move the item at `at` up (-1) or down (1); return where it is then."""
        items, to = self._items[category], at + by
        if not 0 <= to < len(items):
            return at
        items[at], items[to] = items[to], items[at]
        return to

    def send(self, category: Category, at: int, to: Category) -> int:
        """Move the item at `at` to the end of another category; return its place there."""
        self._items[to].append(self._items[category].pop(at))
        return len(self._items[to]) - 1

    # There and back

    def standing(self) -> Standing:
        """Return how everything is now."""
        return Standing(
            dict(self.head.typed),
            {c: [(e, dict(e.typed), e.off) for e in own] for c, own in self._items.items()},
        )

    def go_back(self, standing: Standing) -> None:
        """Let everything be as it was."""
        self.head.typed = dict(standing.head)
        for category, own in standing.items.items():
            self._items[category] = [each for each, _, _ in own]
            for each, typed, off in own:
                each.typed, each.off = dict(typed), off

    # What comes of it

    def read(self) -> tuple[Pack | None, Wrong]:
        """Return the pack that is typed, or None and everything that is wrong with it."""
        asked = {c: [each for each in own if not each.off] for c, own in self._items.items()}
        names = self.head.names
        tables: dict[str, Any] = {"pack": self.head.table()} | {
            category.value: {"item": [self._row(each, names) for each in own]}
            for category, own in asked.items()
        }
        paths: dict[str, Path] = {}

        def place_of(path: Path) -> str:
            dotted = ".".join(map(str, path))
            paths[dotted] = path
            return dotted

        pack, problems = read_pack(tables, place_of)
        of_items: dict[str, list[tuple[Key, Problem]]] = {}
        of_pack, of_head = [], self.head.title_problems()
        for problem in problems:
            path = paths[problem.place]
            if path[0] == "pack" and (told := self.head.told(path[1:], problem)):
                of_head.append(told)
                continue
            if len(path) < 3 or path[0] == "pack":
                of_pack.append(problem)
                continue
            item = asked[Category(str(path[0]))][int(path[2])]
            first = paths.get(problem.expected)
            if first is not None and len(first) >= 3 and first[0] in set(Category):
                other = asked[Category(str(first[0]))][int(first[2])]
                problem = replace(problem, expected=other.text if other is not item else "")
            of_items.setdefault(item.id, []).append((self._key(path[3:]), problem))
        return None if of_head else pack, Wrong(of_items, of_head, of_pack)

    # As a draft

    def to_text(self) -> str:
        """Return what is typed as a text, to be kept until it is handed in; '' for nothing."""
        if not self.changed:
            return ""
        kept: dict[str, Any] = {
            category.value: [[_dotted(each.typed), each.off] for each in own]
            for category, own in self._items.items()
        }
        if self.head.changed:
            kept["pack"] = _dotted(self.head.typed)
        return json.dumps(kept, ensure_ascii=False)

    def show_text(self, text: str) -> None:
        """Let be typed what `to_text` returned; what cannot be read is nothing."""
        try:
            kept = json.loads(text) if text else {}
            was = {each.id: each.was for own in self._copies().values() for each in own}
            self._items = {
                category: [
                    EditedItem(_typed(typed), was.get(typed["id"]), bool(off))
                    for typed, off in kept[category.value]
                ]
                for category in Category
            }
            typed = _typed(kept.get("pack", {}))
            self.head.typed = {**self.head.was, **typed}
        except (ValueError, KeyError, TypeError, AttributeError):
            self._items = self._copies()

    def _row(self, item: EditedItem, names: KindNames) -> dict[str, Any]:
        """Return the plain table of an item; of one that nobody touched, its own."""
        if item.typed == item.was:
            own: dict[str, Any] = self._rows[item.id]
            return own
        row: dict[str, Any] = {}
        for key, each in self.fields(item):
            value = typed_value(key, each, item.typed, names)
            if value is not None:
                table = row if len(key) == 1 else row.setdefault(key[0], {})
                table[key[-1]] = value
        return row

    def _key(self, rest: Path) -> Key:
        """Return the key of the field that a path within an item leads to."""
        key = tuple(step for step in rest if isinstance(step, str))
        return next((key[:n] for n in range(len(key), 0, -1) if key[:n] in self._fields), TEXT)

    def _texts_of_pack(self) -> dict[Category, list[Typed]]:
        return {
            category: [
                {
                    key: typed_text(key, each, row, self._was_named)
                    for key, each in self._fields.items()
                }
                for row in self._tables[category.value]["item"]
            ]
            for category in Category
        }

    def _copies(self) -> dict[Category, list[EditedItem]]:
        return {
            category: [EditedItem(dict(typed), typed) for typed in own]
            for category, own in self._begun.items()
        }


def _dotted(typed: Typed) -> dict[str, str]:
    return {".".join(key): text for key, text in typed.items()}


def _typed(kept: Mapping[str, str]) -> Typed:
    return {tuple(key.split(".")): str(text) for key, text in kept.items()}
