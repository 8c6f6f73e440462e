"""What a table is declared with: a `Field` is a value with its names, a `Record` a table of them.

`pack_schema` declares a pack. What reads, writes, shows or compares packs goes by it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from inspector.domain.checklist.table_values import TABLES_OF_THEIR_OWN, Path, Reading
from inspector.domain.checklist.value_kinds import UNSAID, Kind, Points, Said, Text, Whole
from inspector.domain.faults import Fault

Key: TypeAlias = tuple[str, ...]
"""Where a value stands in its table: ("rule", "each")."""


def value_at(table: Any, key: Key) -> Any:  # noqa: ANN401 -- whatever tables hold
    """Return what stands at a key of tables within tables; None where there is nothing."""
    for step in key:
        table = table.get(step) if isinstance(table, dict) else None
    return table


class Useless(NamedTuple):
    """What makes a value useless: another one of its item."""

    key: Key
    value: str
    known: Mapping[Any, Said]  # the values that can stand there

    def found(self, table: object) -> object:
        """Return what stands there."""
        found = value_at(table, self.key)
        return found if isinstance(found, str) and found in self.known else None

    def __str__(self) -> str:
        return f'{" ".join(self.key)} = "{self.value}"'


class Field(NamedTuple):
    """One value of a table, with everything that is to be said of it."""

    key: str  # in files and in the database
    kind: Kind
    said: Said = UNSAID  # what it is called; without a label in Chinese no workbook shows it
    hint: str = ""  # how to fill it in
    width: float = 8.0
    name: str = ""  # of the attribute, where it is not the key
    required: bool = False
    assigned: bool = False  # who leaves it out in a workbook is given one
    default: Any = ...  # what its absence means, if that is not the kind's `nothing`
    always: bool = False  # written even then, as packs were frozen up to 2026
    useless: Useless | None = None
    harmless: bool = False  # an author is warned of what is useless; a pack in use may have it
    offered: tuple[str, ...] = ()  # texts to choose from; others may be typed
    later: bool = False  # a workbook written before it came has no place for it
    rare: bool = False  # few checklists need it: an editor keeps it behind the others
    told: Said | None = None  # a sentence about its {value}, where the value alone says little

    @property
    def label(self) -> str:
        """What its column or row in a workbook is called; empty where it has none."""
        return self.said.chinese

    @property
    def absent(self) -> Any:  # noqa: ANN401 -- a value of its kind
        """What its absence means."""
        return self.kind.nothing if self.default is ... else self.default

    def of(self, whole: Any) -> Any:  # noqa: ANN401 -- whatever its record makes
        """Return the value that a whole has."""
        if isinstance(whole, dict):
            return whole[self.key]
        return getattr(whole, self.name or self.key)

    def read(self, reading: Reading, table: Mapping[str, Any], path: Path) -> Any:  # noqa: ANN401
        """Return the value of a table at `path`; what is wrong with it is reported."""
        value = table.get(self.key, self.kind.absent)
        if value is None and not self.required:
            return self.absent
        own, useless, decided = (*path, self.key), False, True
        if self.useless is not None:
            beside = self.useless.found(table)
            useless, decided = beside == self.useless.value, beside is not None
        blank = self.required and isinstance(value, str) and not value.strip()
        none = useless and value == 0 and value is not False
        if value is None or (isinstance(self.kind, Text) and blank) or (self.required and none):
            # Where nobody knows what would make it useless, nobody knows whether it is wanted.
            if decided and not useless:
                # A table is short of a number of its own; else the place is the key's.
                where = path if isinstance(self.kind, Whole) else own
                reading.report(where, Fault.MISSING, expected=self.kind.due(self.key))
            return self.absent
        read = self.kind.read(reading, value, own)
        if useless and value and reading.sound(own):
            tell = reading.warn if self.harmless else reading.report
            tell(own, Fault.NOT_HERE, self.key, str(self.useless))
        return read


class Record(NamedTuple):
    """A table: its fields, and what they make."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]

    @property
    def keys(self) -> list[str]:
        """The keys that it may have."""
        return [field.key for field in self.fields]

    def values(
        self, reading: Reading, table: Mapping[str, Any], path: Path, *more: str
    ) -> dict[str, Any]:
        """Return what the fields read from a table, by attribute; `more` keys are let pass."""
        reading.known_keys(table, path, [*more, *self.keys])
        return {field.name or field.key: field.read(reading, table, path) for field in self.fields}

    def write(self, whole: Any) -> dict[str, Any]:  # noqa: ANN401 -- whatever it makes
        """Return the table of a whole; what equals the default is left out, as a person would."""
        values = [(field, field.of(whole)) for field in self.fields]
        return {
            field.key: field.kind.write(value)
            for field, value in values
            if field.always or (field.required and field.useless is None) or value != field.absent
        }

    def leaves(self, above: Key = ()) -> Iterator["Leaf"]:
        """Yield the fields that a workbook shows, those of tables within, too."""
        for field in self.fields:
            if field.label:
                yield Leaf((*above, field.key), field, field.required and not field.assigned)
            elif isinstance(field.kind, Table | Variants):
                yield from field.kind.leaves((*above, field.key))


class Table(Kind):
    """A table within another."""

    def __init__(self, record: Record, nothing: object) -> None:
        self.record, self.nothing = record, nothing

    def read(self, reading: Reading, value: object, path: Path) -> Any:  # noqa: ANN401
        if not isinstance(value, Mapping):
            reading.report(path, Fault.NOT_A_TABLE, value)
            return self.nothing
        return self.record.make(**self.record.values(reading, value, path))

    def write(self, value: object) -> dict[str, Any]:
        return self.record.write(value)

    def due(self, key: str) -> str:
        return f"[{key}]"

    def leaves(self, above: Key) -> Iterator["Leaf"]:
        """Yield the fields that a workbook shows."""
        return self.record.leaves(above)


class Variants(Kind):
    """A table of one of several kinds, which its field `tag` names."""

    def __init__(self, tag: Field, records: Mapping[str, Record], nothing: object) -> None:
        self.tag, self.records, self.nothing = tag, records, nothing

    def read(self, reading: Reading, value: object, path: Path) -> Any:  # noqa: ANN401
        if not isinstance(value, Mapping):
            reading.report(path, Fault.NOT_A_TABLE, value)
            return self.nothing
        kind = value.get(self.tag.key, "")
        if not isinstance(kind, str) or kind not in self.records:
            reading.report((*path, self.tag.key), Fault.NOT_ONE_OF, kind, ", ".join(self.records))
            return self.nothing
        record = self.records[kind]
        return record.make(**record.values(reading, value, path, self.tag.key))

    def write(self, value: object) -> dict[str, Any]:
        kinds = self.records.items()
        kind, record = next(each for each in kinds if each[1].make is type(value))
        return {self.tag.key: kind, **record.write(value)}

    def due(self, key: str) -> str:
        return f"[{key}]"

    def leaves(self, above: Key) -> Iterator["Leaf"]:
        """Yield the fields that a workbook shows; those with one label share a column."""
        every = [leaf for record in self.records.values() for leaf in record.leaves(above)]
        yield Leaf((*above, self.tag.key), self.tag, needed=True)
        first: dict[str, Leaf] = {}
        for leaf in every:
            first.setdefault(leaf.label, leaf._replace(needed=False))  # not by every kind
        yield from first.values()


class Rows(Kind):
    """A list of tables, of which there have to be at least so many."""

    nothing = ()
    absent = ()

    def __init__(self, record: Record, least: int = 0) -> None:
        self.record, self.least = record, least

    def read(self, reading: Reading, value: object, path: Path) -> tuple[Any, ...]:
        rows = reading.rows(value, path)
        found: list[Any] = []
        before: Path = path
        seen: dict[str, Path] = {}
        for own, row in rows:
            made = self.record.make(**self.record.values(reading, row, own))
            for field in self.record.fields:
                kind, place = field.kind, (*own, field.key)
                if isinstance(kind, Text) and kind.once:
                    reading.once(field.of(made), place, seen)
                if isinstance(kind, Points) and found:
                    fault = kind.is_out_of_order(field.of(found[-1]), field.of(made))
                    if fault and reading.sound(place, (*before, field.key)):
                        reading.report(place, fault, row.get(field.key))
            found.append(made)
            before = own
        if len(rows) < self.least and reading.sound(path):
            self._report_too_few(reading, path, len(rows))
        return tuple(found)

    def _report_too_few(self, reading: Reading, path: Path, count: int) -> None:
        key = str(path[-1])
        if key not in TABLES_OF_THEIR_OWN:
            row = ", ".join(field.key for field in self.record.fields if not field.later)
            reading.report(path, Fault.TOO_FEW, expected=f"{self.least} × {{ {row} }}")
        elif count:
            reading.report(path, Fault.TOO_FEW, expected=f"{self.least} × [[{key}]]")
        else:
            reading.report(path, Fault.MISSING, expected=f"[[{key}]]")

    def write(self, value: tuple[Any, ...]) -> list[dict[str, Any]]:
        return [self.record.write(each) for each in value]


class Leaf(NamedTuple):
    """A field that has a column or a row in a workbook, with the whole of its key."""

    key: Key
    field: Field
    needed: bool  # it is always to be filled in

    @property
    def label(self) -> str:
        """What its column or row is called."""
        return self.field.label
