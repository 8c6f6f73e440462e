"""From the start of the process to the first page that takes keys, beside a bare Qt window."""

from pathlib import Path

from tests.bench.measure import middle
from tests.bench.process import Ended, ended
from tests.bench.table import MEGABYTES, Limit, Row, timed_row

BARE = Path(__file__).with_name("bare") / "bare_window.py"
MOST = 1.5
"""Times the bare window."""


def start_rows(folder: Path, size: int, rounds: int, home: Path) -> list[Row]:
    """Start both `rounds` times in turn; the first start of each is not counted."""
    ours: list[Ended] = []
    bare: list[Ended] = []
    window = ["-m", "inspector", "--data", str(folder), "--exit-when-ready"]
    for _ in range(rounds + 1):
        ours.append(ended(window, home))
        bare.append(ended([str(BARE)], home))
    own = middle([each.cost for each in ours[1:]])
    reference = middle([each.cost for each in bare[1:]])
    return [
        timed_row(
            "start to the first key", size, own, reference, Limit(MOST, is_ratio=True), is_flat=True
        ),
        Row(
            "peak memory, start",
            size,
            max(each.peak for each in ours),
            max(each.peak for each in bare),
            MEGABYTES,
            is_flat=True,
        ),
    ]
