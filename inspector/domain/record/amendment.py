"""A later word about a sealed record (更正): the record itself is never touched."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is to be read otherwise, and why. Of the whole record, a scorecard, or one item."""

    id: str
    inspection_id: str
    text: str
    reason: str
    author: str
    at: datetime
    scorecard_id: str | None = None
    item_id: str | None = None
