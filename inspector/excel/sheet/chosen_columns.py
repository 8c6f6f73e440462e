"""Columns as somebody chose them: in another order, some left out, the room given to texts."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from inspector.excel.sheet.sheet_style import Column, Kind

PAGE_WIDTH = 140.0
"""Units that fit on A4 landscape in full size; more is scaled down, less could be wider."""


def chosen(
    columns: Sequence[Column], headers: Sequence[str], room: float = PAGE_WIDTH
) -> list[Column]:
    """Return the columns with these headers, in this order.

    Where they leave `room` (units of a page), columns of long texts take it.
    """
    by_header = {column.header: column for column in columns}
    kept = [by_header[header] for header in headers]
    free = room - sum(column.width for column in kept)
    texts = sum(column.width for column in kept if column.kind is Kind.TEXT)
    if free <= 0 or not texts:
        return kept
    grown = 1 + free / texts
    return [
        replace(column, width=round(column.width * grown, 1))
        if column.kind is Kind.TEXT
        else column
        for column in kept
    ]


def frozen_columns(columns: Sequence[Column], names: Collection[str]) -> int:
    """Return how many columns at the left are among `names`: what has to stay in sight."""
    count = 0
    for column in columns:
        if column.header not in names:
            break
        count += 1
    return count
