"""The rows of the bench, and the table they make."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.measure import Cost

MILLISECONDS, MEGABYTES, BYTES = "ms", "MB", "bytes"


@dataclass(frozen=True, slots=True)
class Limit:
    """What a figure is to keep below: so many of its own unit, or so many times the reference."""

    most: float
    is_ratio: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A figure at one size of the data folder, beside its reference where there is one."""

    figure: str
    size: int
    ours: float
    bare: float | None = None
    unit: str = MILLISECONDS
    cpu: float | None = None  # of the processor, in the same unit
    bare_cpu: float | None = None
    limit: Limit | None = None
    is_flat: bool = False  # is to cost the same whatever the size

    @property
    def ratio(self) -> float | None:
        """How many times the reference it takes by the clock."""
        return self.ours / self.bare if self.bare else None

    @property
    def cpu_ratio(self) -> float | None:
        """How many times the reference it takes of the processor."""
        return self.cpu / self.bare_cpu if self.cpu is not None and self.bare_cpu else None

    @property
    def is_finite(self) -> bool:
        """Every number of it is one."""
        numbers = (self.ours, self.bare, self.cpu, self.bare_cpu, self.ratio, self.cpu_ratio)
        return all(number is None or math.isfinite(number) for number in numbers)

    @property
    def verdict(self) -> str:
        """Whether the limit is kept, by the clock; what is only missed by the clock is said so."""
        if self.limit is None:
            return ""
        wall, cpu = (self.ratio, self.cpu_ratio) if self.limit.is_ratio else (self.ours, self.cpu)
        if wall is not None and wall <= self.limit.most:
            return "met"
        return "met (CPU)" if cpu is not None and cpu <= self.limit.most else "missed"


def timed_row(
    figure: str,
    size: int,
    ours: Cost,
    bare: Cost | None,
    limit: Limit | None = None,
    is_flat: bool = False,
) -> Row:
    """Return the row of something timed, in milliseconds."""
    return Row(
        figure,
        size,
        ours.wall * 1000,
        bare.wall * 1000 if bare else None,
        MILLISECONDS,
        ours.cpu * 1000,
        bare.cpu * 1000 if bare else None,
        limit,
        is_flat,
    )


def markdown(rows: Sequence[Row]) -> str:
    """Return the table, and the one of what is to be flat."""
    lines = [
        "| figure | inspections | ours | of it CPU | reference | of it CPU | ratio | CPU ratio"
        " | target | |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|",
    ]
    lines += ["| " + " | ".join(_cells(row)) + " |" for row in rows]
    flat = _flat(rows)
    if flat:
        lines += ["", "| to be flat | sizes | ratio | CPU ratio |", "|---|--:|--:|--:|", *flat]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> list[str]:
    def said(number: float | None) -> str:
        return "" if number is None else f"{_short(number)} {row.unit}"

    def times(number: float | None) -> str:
        return "" if number is None else f"{number:.2f}"

    limit = row.limit
    target = ""
    if limit is not None:
        target = f"≤ {limit.most:g}" + (" ×" if limit.is_ratio else f" {row.unit}")
    return [
        row.figure, f"{row.size:,}", said(row.ours), said(row.cpu), said(row.bare),
        said(row.bare_cpu), times(row.ratio), times(row.cpu_ratio), target, row.verdict,
    ]  # fmt: skip


def _short(number: float) -> str:
    return (
        f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 1 else f"{number:.2f}"
    )


def _flat(rows: Sequence[Row]) -> list[str]:
    """Return how many times the smallest folder's the largest one's figures are."""
    sizes = sorted({row.size for row in rows})
    if len(sizes) < 2:
        return []
    least, most = sizes[0], sizes[-1]
    small = {row.figure: row for row in rows if row.size == least and row.is_flat}
    lines = []
    for row in rows:
        before = small.get(row.figure)
        if row.size != most or before is None:
            continue
        cpu = f"{row.cpu / before.cpu:.2f}" if row.cpu and before.cpu else ""
        ratio = f"{row.ours / before.ours:.2f}"
        lines.append(f"| {row.figure} | {most:,} ÷ {least:,} | {ratio} | {cpu} |")
    return lines
