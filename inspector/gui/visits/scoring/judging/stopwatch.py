"""A stopwatch for measured items: it runs on while other items are scored."""

from dataclasses import dataclass
from time import monotonic

from inspector.domain.checklist.checklist import Item, MeasureRule
from inspector.domain.checklist.points import Hundredths

SECONDS_PER_UNIT = {"分钟": 60, "分": 60, "秒": 1, "小时": 3600, "min": 60, "s": 1}
"""Units of time a measured item may have; anything else is not timed."""


def can_be_timed(item: Item) -> bool:
    """Tell whether an item measures time."""
    return isinstance(item.rule, MeasureRule) and item.rule.unit in SECONDS_PER_UNIT


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """One running measurement of an item on a scorecard."""

    scorecard_id: str
    item: Item
    started: float  # seconds of the monotonic clock: the laptop's date may change meanwhile

    @classmethod
    def start(cls, scorecard_id: str, item: Item) -> "Stopwatch":
        """Return a stopwatch that runs from now on."""
        return cls(scorecard_id, item, monotonic())

    @classmethod
    def resume(cls, scorecard_id: str, item: Item, seconds: float) -> "Stopwatch":
        """Return a stopwatch that has been running for `seconds`."""
        return cls(scorecard_id, item, monotonic() - seconds)

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return monotonic() - self.started

    @property
    def text(self) -> str:
        """The time on its face: 02:31."""
        minutes, seconds = divmod(int(self.seconds), 60)
        return f"{minutes:02}:{seconds:02}"

    def value(self) -> Hundredths:
        """Return the time in hundredths of the item's unit."""
        assert isinstance(self.item.rule, MeasureRule)
        return round(self.seconds * 100 / SECONDS_PER_UNIT[self.item.rule.unit])
