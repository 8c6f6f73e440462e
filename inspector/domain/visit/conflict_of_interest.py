"""Conflict of interest: who inspects a site should not belong to it (DOMAIN §2.2, toll station).

Whoever stands on its roster does, and whoever comes from the site itself or from the unit that it
reports to.
"""

from collections.abc import Iterable

from inspector.domain.people.inspector import Inspector
from inspector.domain.visit.roster import Site, Window


def conflicted(inspectors: Iterable[str], windows: Iterable[Window]) -> tuple[str, ...]:
    """Return the inspectors who are on a site's roster, by name or staff number, as given."""
    own: set[str] = set()
    for window in windows:
        own.add(window.leader.strip())
        for staff in window.staff:
            own.update((staff.name.strip(), staff.number.strip()))
    return tuple(name for name in inspectors if name.strip() and name.strip() in own)


def comes_from(inspector: Inspector, site: Site) -> bool:
    """Tell whether an inspector's unit is the site itself, or the unit that it reports to.

    Spaces do not count; a part of a name is another unit.
    """
    own = _plain(inspector.unit)
    return bool(own) and own in (_plain(site.name), _plain(site.unit))


def _plain(name: str) -> str:
    return "".join(name.split())
