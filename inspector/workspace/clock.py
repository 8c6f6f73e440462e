"""A clock that was wrong: noticed, said by the record it left its mark on, and never a reason to
put what is later first. A time that is wrong can be declared so; the record stays as it is.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from inspector.domain.errors import MissingWordError
from inspector.domain.visit.clock_remark import ClockRemark, OddTime, Timed
from inspector.storage.stores.clock_store import ClockStore
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

TOLERANCE = timedelta(minutes=5)
"""Clocks are set right by as much every day, and nobody need hear of it."""


def not_before(opened: OpenedFolder, *moments: datetime | None) -> datetime:
    """Return now, or the latest of `moments` that the clock is behind of."""
    return max(opened.now(), *(moment for moment in moments if moment is not None))


def odd_times(opened: OpenedFolder) -> list[OddTime]:
    """Return the records whose time has not come yet, the latest first; none that was declared.

    Days and deadlines are counted by the day; hours within one day only order what happened, and
    that is kept in order all the same.
    """
    now = opened.now()
    latest = ClockStore(opened.database).latest(now.date())
    ahead = [
        each
        for each in latest
        if each.moment.astimezone(now.tzinfo).date() > now.date() and each.moment - now > TOLERANCE
    ]
    return sorted(ahead, key=lambda each: each.moment, reverse=True)


def declare_wrong(opened: OpenedFolder, odd: OddTime, reason: str, by: str = "") -> Changes:
    """Say of a record that its time is wrong, and why; papers that show it print this.

    The record itself is not changed. Raises MissingWordError without a reason.
    """
    if not reason.strip():
        raise MissingWordError("reason")
    remark = ClockRemark(
        id=opened.new_id(),
        kind=odd.kind,
        reference=odd.reference,
        moment=odd.moment,
        said_at=opened.now(),
        said_by=by.strip(),
        reason=reason.strip(),
    )
    ClockStore(opened.database).add(remark)
    return Changes(meetings=True, records=True)


def remark_on(opened: OpenedFolder, reference: str) -> ClockRemark | None:
    """Return what was said of the time of a visit, a meeting or a step."""
    return ClockStore(opened.database).of(reference)


def clock_sentence(odd: Sequence[OddTime], now: datetime) -> str:
    """Return which record bears a time that has not come yet, and what to do; '' when none does."""
    if not odd:
        return ""
    first = odd[0]
    return tr_count(
        len(odd),
        "{record} bears the time {time}, which has not come: the clock of this computer says"
        " {now}. If the clock is wrong, set it right. If it is right, say that the time of this"
        " record is wrong; everything is kept all the same.",
        "{record} bears the time {time}, which has not come, and {count} records in all do: the"
        " clock of this computer says {now}. If the clock is wrong, set it right. If it is right,"
        " say that the time of this record is wrong; everything is kept all the same.",
        record=record_words(first),
        time=_moment(first.moment.astimezone(now.tzinfo)),
        now=_moment(now),
    )


def record_words(odd: OddTime) -> str:
    """Name a record whose time is odd."""
    match odd.kind:
        case Timed.VISIT:
            return tr("The visit to {site}", site=odd.site_name)
        case Timed.MEETING:
            return tr("The meeting of {site}", site=odd.site_name)
        case Timed.STEP:
            return tr("A step of finding {number} ({site})", number=odd.number, site=odd.site_name)


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
