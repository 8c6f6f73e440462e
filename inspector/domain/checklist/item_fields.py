"""Which fields an item has: those of its kind of rule, and none that have no effect on it."""

from collections.abc import Iterator, Mapping
from typing import Any

from inspector.domain.checklist.item_schema import ITEM
from inspector.domain.checklist.schema_fields import Field, Key, Variants


def fields_of(row: Mapping[str, Any]) -> Iterator[tuple[Key, Field]]:
    """Yield the fields of the item that a plain table describes, each with the whole of its key."""
    for field in ITEM.fields:
        if field.useless is not None and field.useless.found(row) == field.useless.value:
            continue
        if not isinstance(field.kind, Variants):
            yield (field.key,), field
            continue
        rule = row.get(field.key, {})
        yield (field.key, field.kind.tag.key), field.kind.tag
        record = field.kind.records.get(rule.get(field.kind.tag.key))
        for each in record.fields if record else ():
            yield (field.key, each.key), each


def every_field() -> dict[Key, Field]:
    """Return every field that an item of any kind has."""
    fields: dict[Key, Field] = {}
    for field in ITEM.fields:
        if isinstance(field.kind, Variants):
            fields[field.key, field.kind.tag.key] = field.kind.tag
            for record in field.kind.records.values():
                fields.update({(field.key, each.key): each for each in record.fields})
        else:
            fields[field.key,] = field
    return fields
