"""The rows of the bench, and the table they make."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.growth import kind_of_growth, power
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
    """Return the table, and how each figure grows with the size."""
    lines = [
        "| figure | inspections | ours | of it CPU | reference | of it CPU | ratio | CPU ratio"
        " | target | |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|",
    ]
    lines += ["| " + " | ".join(_cells(row)) + " |" for row in rows]
    growth = _growth(rows)
    if growth:
        lines += ["", "| growth | sizes | times | power | fit | to be flat |"]
        lines += ["|---|--:|--:|--:|---|---|", *growth]
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


def _growth(rows: Sequence[Row]) -> list[str]:
    """Return how each figure grows from the smallest folder to the largest.

    By the processor's time where it is known: a busy machine moves the clock's.
    """
    by_figure: dict[str, list[Row]] = {}
    for row in rows:
        by_figure.setdefault(row.figure, []).append(row)
    lines = []
    for figure, found in by_figure.items():
        has_cpu = all(row.cpu for row in found)
        costs = [(row.cpu or 0) if has_cpu else row.ours for row in found]
        grown = power([row.size for row in found], costs)
        if grown is None:
            continue
        told = kind_of_growth(grown)
        target = ("met" if told == "flat" else "missed") if found[0].is_flat else ""
        sizes = f"{found[-1].size:,} ÷ {found[0].size:,}"
        ratio = f"{costs[-1] / costs[0]:.2f}"
        lines.append(f"| {figure} | {sizes} | {ratio} | {grown:.2f} | {told} | {target} |")
    return lines
