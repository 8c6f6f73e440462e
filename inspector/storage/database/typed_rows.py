"""Rows to values of the domain, each column by the type of the field of its name."""

from inspector.storage.database.database import Row
from inspector.typed_values import Kind, typed


def typed_row(row: Row, kind: type[Kind], **instead: object) -> Kind:
    """Return a row as a value of a type, with `instead` of some columns other values.

    Raises ValueError where somebody wrote something else into a column.
    """
    return typed({**dict(zip(row.keys(), row, strict=True)), **instead}, kind)
