"""Conflict of interest: who inspects a site should not belong to it (DOMAIN §2.2, toll station)."""

from collections.abc import Iterable

from inspector.domain.visit.roster import Window


def conflicted(inspectors: Iterable[str], windows: Iterable[Window]) -> tuple[str, ...]:
    """Return the inspectors who are on a site's roster, by name or staff number, as given."""
    own: set[str] = set()
    for window in windows:
        own.add(window.leader.strip())
        for staff in window.staff:
            own.update((staff.name.strip(), staff.number.strip()))
    return tuple(name for name in inspectors if name.strip() and name.strip() in own)
