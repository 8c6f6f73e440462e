"""The bench runs to its end at a tiny size, and every figure is there. No time is asserted."""

from pathlib import Path

import pytest

from tests.bench.__main__ import KINDS, main

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
    "import": (
        "import: roster of 400 windows", "import: checklist", "import: returned ledger",
    ),
    "figures": ("figures of 30 days", "figures of everything"),
    "storage": ("database, for each answer",),
}  # fmt: skip


def test_every_figure_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "table.md"
    words = ["--sizes", "2,4", "--rounds", "0.01", "--folders", str(tmp_path), "-o", str(output)]
    assert main(words) == 0
    table = output.read_text("utf-8")
    assert capsys.readouterr().out == table
    lines = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")]
    assert set(FIGURES) == set(KINDS)
    for size in ("2", "4"):
        told = [cells[0].removeprefix("| ") for cells in lines if cells[1] == size]
        assert told == [figure for figures in FIGURES.values() for figure in figures]
    assert not any(word in table for word in ("nan", "inf "))
    assert "4 ÷ 2" in table
