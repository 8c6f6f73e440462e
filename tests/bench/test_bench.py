"""The bench runs to its end at a tiny size, and every figure is there. No time is asserted."""

from pathlib import Path

import pytest

from tests.bench.__main__ import KINDS, main
from tests.bench.growth import kind_of_growth, power
from tests.bench.liveness.first_seconds import ASKED
from tests.bench.liveness.gap_jobs import JOBS
from tests.bench.measure import Cost
from tests.bench.table import BYTES, Limit, Row, markdown, timed_row

FIGURES = {
    "start": ("start to the first key", "peak memory, start"),
    "key": (
        "visit opened, first time", "verdict key, p50", "verdict key, p99",
        "window change (PgDn), p50", "window change (PgDn), p99",
        "peak memory, start and scoring",
    ),
    "page": (
        "page, the slowest first time", "page change, p50", "page change, p99",
        "ledger filter keystroke, p50", "ledger filter keystroke, p99",
    ),
    "export": (
        "export: ledger", "export: summary", "export: record", "export: patrol",
        "export: notice", "export: minutes", "export: circular", "export: form",
        "peak memory, every export",
    ),
    "photos": (
        "circular with photos, first", "circular with photos, first, beside all cores",
        "circular with photos, again",
        "ledger with photos, first", "ledger with photos, first, beside all cores",
        "ledger with photos, again",
        "thumbnails, with the copies for paper", "copies made ahead, in a process",
        "circular with photos, seen before",
        "ledger with photos, seen before",
        "circular with photos, each", "peak memory, papers with photos",
    ),
    "import": (
        "import: roster of 400 windows", "import: checklist", "import: returned ledger",
    ),
    "figures": ("figures of 30 days", "figures of everything"),
    "storage": ("database, for each answer",),
    "look-over": ("doctor", "peak memory, doctor", "verify", "peak memory, verify"),
    "gaps": (*(f"longest gap: {job}" for job in JOBS), "peak memory, jobs with gaps"),
    "first": tuple(f"longest gap, just opened: {thing}" for thing in ASKED),
}  # fmt: skip


@pytest.mark.ci
def test_every_figure_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "table.md"
    words = ["--sizes", "2", "--rounds", "0.01", "--folders", str(tmp_path), "-o", str(output)]
    assert main(words) == 0
    table = output.read_text("utf-8")
    assert capsys.readouterr().out == table
    lines = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")]
    assert set(FIGURES) == set(KINDS)
    told = [cells[0].removeprefix("| ") for cells in lines if cells[1] == "2"]
    assert told == [figure for figures in FIGURES.values() for figure in figures]
    assert not any(word in table for word in ("nan", "inf "))


def test_what_is_to_be_flat_is_compared() -> None:
    slow, quick, limit = Cost(0.03, 0.02), Cost(0.01, 0.01), Limit(16)
    rows = [
        timed_row("key", 100, quick, quick, limit, is_flat=True),
        timed_row("figures", 100, quick, quick, Limit(1.5, is_ratio=True)),
        timed_row("key", 5000, slow, quick, limit, is_flat=True),
        Row("weight", 5000, 274, 35.25, BYTES),
    ]
    assert all(row.is_finite for row in rows)
    assert markdown(rows).splitlines()[2:] == [
        "| key | 100 | 10.0 ms | 10.0 ms | 10.0 ms | 10.0 ms | 1.00 | 1.00 | ≤ 16 ms | met |",
        "| figures | 100 | 10.0 ms | 10.0 ms | 10.0 ms | 10.0 ms | 1.00 | 1.00 | ≤ 1.5 × | met |",
        "| key | 5,000 | 30.0 ms | 20.0 ms | 10.0 ms | 10.0 ms | 3.00 | 2.00 | ≤ 16 ms | missed |",
        "| weight | 5,000 | 274 bytes |  | 35.2 bytes |  | 7.77 |  |  |  |",
        "",
        "| growth | sizes | times | power | fit | to be flat |",
        "|---|--:|--:|--:|---|---|",
        "| key | 5,000 ÷ 100 | 2.00 | 0.18 | less than linear | missed |",
    ]


@pytest.mark.parametrize(
    ("costs", "called"),
    [
        ((7, 7, 7), "flat"),
        ((7, 7.5, 8), "flat"),
        ((1, 2.2, 4.5), "less than linear"),
        ((3, 15, 60), "linear"),
        ((1, 25, 400), "worse than linear"),
    ],
)
def test_a_growth_has_a_name(costs: tuple[float, ...], called: str) -> None:
    grown = power((1000, 5000, 20000), costs)
    assert grown is not None
    assert kind_of_growth(grown) == called


def test_one_size_and_what_costs_nothing_have_no_growth() -> None:
    assert power((1000,), (7,)) is None
    assert power((1000, 5000), (0, 7)) is None
