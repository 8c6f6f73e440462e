"""What somebody takes down when a complaint comes in, before it has a number."""

from dataclasses import dataclass
from datetime import date, datetime

from inspector.domain.complaint.complaint import Channel, ComplaintKind
from inspector.domain.complaint.complaint_errors import AnonymousNamedError, ReceivedLaterError
from inspector.domain.errors import InspectorError, MissingWordError
from inspector.domain.visit.roster import Site


@dataclass(frozen=True, slots=True)
class Arrival:
    """A complaint as it came. Without a `deadline` it has the workdays of its channel and kind."""

    site: Site
    content: str
    channel: Channel = Channel.CALL
    kind: ComplaintKind = ComplaintKind.COMPLAINT
    received_at: datetime | None = None  # None: now
    window_number: str = ""
    anonymous: bool = False
    complainant: str = ""
    phone: str = ""
    first_asked: str = ""  # 首问责任人: who took it down
    inspection_id: str | None = None  # the visit it has to do with
    deadline: date | None = None


def refused_arrival(arrival: Arrival, now: datetime) -> InspectorError | None:
    """Return why a complaint cannot be taken down so; None when it can."""
    if not arrival.content.strip():
        return MissingWordError("content")
    if arrival.anonymous and (arrival.complainant.strip() or arrival.phone.strip()):
        return AnonymousNamedError()
    if arrival.received_at is not None and arrival.received_at > now:
        return ReceivedLaterError(arrival.received_at)
    return None
