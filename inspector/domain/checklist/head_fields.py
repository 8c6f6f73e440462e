"""Which fields the head of a pack has, in the order they are filled in: all that its schema tells.

Not among them are its id, which is given, and the numbers of a site, which are of no pack's own.
"""

from collections.abc import Iterator
from decimal import Decimal

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Checklist, Grade, Pack, Policy
from inspector.domain.checklist.pack_schema import PACK
from inspector.domain.checklist.points import to_hundredths
from inspector.domain.checklist.schema_fields import Field, Key, Record, Table

_NOT_FILLED_IN = ("id", "override")

_GRADES = (("优秀", 90), ("良好", 80), ("合格", 60), ("不合格", 0))


def head_fields() -> dict[Key, Field]:
    """Return every field of a head, each with the whole of its key."""
    return dict(_fields(PACK, ()))


def _fields(record: Record, above: Key) -> Iterator[tuple[Key, Field]]:
    for field in record.fields:
        if not above and field.key in _NOT_FILLED_IN:
            continue
        if isinstance(field.kind, Table):
            yield from _fields(field.kind.record, (*above, field.key))
        else:
            yield (*above, field.key), field


def blank_pack(pack_id: str) -> Pack:
    """Return a pack with nothing in it but what most score sheets have; it has no name yet."""
    return Pack(
        pack_id,
        "",
        "1",
        "",
        dict.fromkeys(Category, 25),
        Policy(),
        tuple(Grade(title, to_hundredths(Decimal(lower))) for title, lower in _GRADES),
        (),
        tuple(Checklist(category, ()) for category in Category),
    )
