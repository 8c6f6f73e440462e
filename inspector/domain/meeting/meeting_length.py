"""How long a meeting takes, from what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

FRAME = 60
"""Seconds for who is there, the tasks of the day and the signature."""

FINDING, FURTHER_WINDOW, LOOKED_AT_AGAIN = 60, 15, 30
"""Seconds of a problem at one window, at each window more, and of one that was put right: who it
concerns says cause and remedy in a minute (DOMAIN §4.1)."""

PRAISE, DRILL = 20, 120
"""Seconds of a screen of praise, and of the drill."""

LEAST_MEASURED, MOST_MEASURED = 3, 5
"""Meetings of a hall from which its own pace is told, and those that are looked back at."""

_QUICKEST, _SLOWEST = 20, 180


@dataclass(frozen=True, slots=True)
class Shown:
    """What a meeting shows, counted."""

    problems: int = 0
    further_windows: int = 0  # beyond the first of each problem
    looked_at_again: int = 0  # problems of which all was reported done
    praise: int = 0  # screens
    drill: bool = False


def length_of(shown: Shown, pace: int = FINDING) -> int:
    """Return the seconds that a meeting takes, about.

    A minute for its frame, two for the drill, 20 seconds for a screen of praise; `pace` (a
    minute, where the hall's own is not known) for each problem, half of it for one that was put
    right and is only looked at, a quarter for each further window. So a quarter of an hour with
    its drill holds about twelve problems: 15 × 60 = 60 + 120 + 12 × 60.
    """
    fresh = shown.problems - shown.looked_at_again
    of_findings = (
        fresh * FINDING
        + shown.looked_at_again * LOOKED_AT_AGAIN
        + shown.further_windows * FURTHER_WINDOW
    )
    frame = FRAME + DRILL * shown.drill + PRAISE * shown.praise
    return frame + round(of_findings * pace / FINDING)


def minutes_of(seconds: int) -> int:
    """Return whole minutes, to the nearest one and at least one."""
    return max(1, round(seconds / 60))


def problems_in(minutes: int, shown: Shown, pace: int = FINDING) -> int:
    """Return how many problems such as those shown fit beside the praise and the drill.

    Of one window and new where none is shown.
    """
    beside = length_of(Shown(praise=shown.praise, drill=shown.drill), pace)
    each = (length_of(shown, pace) - beside) / shown.problems if shown.problems else pace
    return max(0, int((minutes * 60 - beside) / each))


def pace_of(held: Sequence[tuple[int, int, bool]]) -> int | None:
    """Return the seconds that a finding takes in a hall; None where too few meetings tell it.

    `held` are its latest meetings, newest first, that were ended on their day: whole minutes
    taken, findings talked about, whether there was a drill. The median is taken, so that one
    morning with a long quarrel, or one that somebody forgot to end, does not count.
    """
    told = [
        (minutes * 60 - FRAME - DRILL * drill) / findings
        for minutes, findings, drill in held
        if findings
    ][:MOST_MEASURED]
    if len(told) < LEAST_MEASURED:
        return None
    return min(max(round(median(told)), _QUICKEST), _SLOWEST)
