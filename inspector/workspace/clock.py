"""A clock that was set back: noticed, said, and never a reason to put what is later first."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inspector.storage.newest_moment import newest_moment
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

TOLERANCE = timedelta(minutes=5)
"""Clocks are set right by as much every day, and nobody need hear of it."""


def not_before(workspace: "Workspace", *moments: datetime | None) -> datetime:
    """Return now, or the latest of `moments` that the clock is behind of."""
    return max(workspace.now(), *(moment for moment in moments if moment is not None))


def clock_sentence(workspace: "Workspace") -> str:
    """Return that the clock is behind what was written down last, and what to do; '' when not.

    Days and deadlines are counted by the day; hours within one day only order what happened, and
    that is kept in order all the same.
    """
    now, newest = workspace.now(), newest_moment(workspace.database)
    if newest is None:
        return ""
    newest = newest.astimezone(now.tzinfo)
    if newest.date() <= now.date() or newest - now <= TOLERANCE:
        return ""
    return tr(
        "The clock of this computer says {now}, but something was written down at {newest}"
        " already. Set the clock right; everything is kept all the same.",
        now=f"{now:%Y-%m-%d %H:%M}",
        newest=f"{newest:%Y-%m-%d %H:%M}",
    )
