"""The head of a pack while it is edited: name, version, weights, rules, grades, window kinds."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from inspector.domain.checklist.checklist import Pack, Totalling, WindowKind
from inspector.domain.checklist.head_fields import head_fields
from inspector.domain.checklist.pack_schema import WINDOW_KIND
from inspector.domain.checklist.schema_fields import Field, Key
from inspector.domain.checklist.table_values import Path
from inspector.domain.faults import Fault, Problem
from inspector.excel.packs.window_kind_names import KindNames
from inspector.workspace.packs.typed_fields import kind_names, read_rows, typed_text, typed_value

Typed: TypeAlias = dict[Key, str]
"""What is typed into fields."""

TITLE: Key = ("title",)
VERSION: Key = ("version",)
TOTAL: Key = ("policy", "total")
KINDS: Key = ("window_kind",)


@dataclass(frozen=True, slots=True)
class HeadProblem:
    """What is wrong with a field of the head; `row` of its rows, from 0."""

    key: Key
    problem: Problem
    row: int | None = None


class HeadEdit:
    """What is typed into the head, and the plain table that it makes.

    `titles` are those of the other packs; `known` the window kinds of all packs, whose ids a new
    kind of the same name gets, so that a roster means the same by it.
    """

    def __init__(
        self, pack: Pack, own: Mapping[str, Any], titles: Sequence[str], known: Sequence[WindowKind]
    ) -> None:
        """`own` is the plain table of the pack's head."""
        self.fields = head_fields()
        self._own, self._titles = own, titles
        self._names = kind_names(pack)
        self._begun = {kind.id: kind.title for kind in pack.window_kinds}
        self._known = {name: kind.id for kind in known for name in (*kind.aliases, kind.title)}
        self.was: Typed = {
            key: typed_text(key, field, own, self._names) for key, field in self.fields.items()
        }
        self.typed: Typed = dict(self.was)

    @property
    def changed(self) -> bool:
        """Something is otherwise than it was."""
        return self.typed != self.was

    @property
    def deducts(self) -> bool:
        """Points are taken off directly, as it is typed."""
        return self.typed[TOTAL] == Totalling.DEDUCT.value

    @property
    def kinds(self) -> list[dict[str, Any]]:
        """The window kinds as they are typed, each with its id."""
        if self.typed[KINDS] == self.was[KINDS]:
            return list(self._own.get("window_kind", ()))
        rows = read_rows(WINDOW_KIND, self.typed[KINDS])
        taken = {row["id"] for row in rows if row.get("id")}
        for row in rows:
            if not row.get("id") and (title := row.get("title")):
                known = self._known.get(title, title)
                row["id"] = known if known not in taken else title
                taken.add(row["id"])
        return rows

    @property
    def names(self) -> KindNames:
        """The names of the window kinds: also those they had, where no other one has it now."""
        if self.typed[KINDS] == self.was[KINDS]:
            return self._names
        kinds = self.kinds
        said = {name for row in kinds for name in (row.get("title"), *row.get("aliases", ()))}
        return KindNames(
            [
                {**row, "aliases": [*row.get("aliases", ()), before]}
                if (before := self._begun.get(row.get("id", ""), "")) and before not in said
                else row
                for row in kinds
            ]
        )

    def table(self) -> dict[str, Any]:
        """Return the plain table that is typed."""
        table: dict[str, Any] = deepcopy(dict(self._own))
        for key, field in self.fields.items():
            if self.typed[key] == self.was[key]:
                continue
            value = self.kinds if key == KINDS else self._value(key, field)
            own = table
            for step in key[:-1]:
                own = own.setdefault(step, {})
            own.pop(key[-1], None)
            if value is not None:
                own[key[-1]] = value
        return table

    def title_problems(self) -> list[HeadProblem]:
        """Return that another pack has the name."""
        title = self.typed[TITLE].strip()
        taken = title and title in self._titles
        return [HeadProblem(TITLE, Problem("title", Fault.TAKEN, title))] if taken else []

    def told(self, rest: Path, problem: Problem) -> HeadProblem | None:
        """Return a problem at a path of the head by its field; None: it is about none of them."""
        key = tuple(step for step in rest if isinstance(step, str))
        row = next((step for step in rest if isinstance(step, int)), None)
        if problem.fault in (Fault.DUPLICATE, Fault.SAME_KIND_NAME, Fault.TWO_USUAL_KINDS):
            problem = replace(problem, expected=problem.place)  # twice in this field
        for n in range(len(key), 0, -1):
            if key[:n] in self.fields:
                return HeadProblem(key[:n], problem, row)
        within = [each for each in self.fields if each[: len(key)] == key]
        named = [each for each in within if each[-1] == problem.expected]
        return HeadProblem((named or within)[0], problem) if within and key else None

    def _value(self, key: Key, field: Field) -> Any:  # noqa: ANN401 -- a value of its kind
        return typed_value(key, field, self.typed, self._names)
