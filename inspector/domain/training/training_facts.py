"""What training is worked out of: how often an item was judged, each time it was found wrong."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Grouping(StrEnum):
    """By what mistakes are put together."""

    TEAM = "team"  # 班组: department and team, as the roster has them
    KIND = "kind"  # 窗口类型


class Place(NamedTuple):
    """A window as training sees it: never who sits there."""

    site_id: str
    site_name: str
    window_kind: str  # its id in a pack; "": not said
    department: str
    team: str


class AskedFact(NamedTuple):
    """How often an item was judged at the windows of one place, right or wrong."""

    place: Place
    pack_id: str
    item_id: str
    judged: int


class WrongFact(NamedTuple):
    """An item that was found wrong at a window and was not withdrawn after an appeal."""

    place: Place
    pack_id: str
    item_id: str
    scorecard_id: str
    window_number: str
    day: date
    text: str
    is_again: bool  # found before at the window, or reopened after it was closed


class Group(NamedTuple):
    """Who is trained together: people of one site, who can meet."""

    grouping: Grouping
    site_name: str
    name: str  # a department; of windows the id of their kind
    team: str  # 早班 …; none of window kinds
    site_id: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What it is known by, also once the site has another name."""
        return (self.grouping.value, self.site_id, self.name, self.team)


def group_of(place: Place, grouping: Grouping) -> Group | None:
    """Return the group that a window belongs to; None where nothing is known of it."""
    by_team = grouping is Grouping.TEAM
    name, team = (place.department, place.team) if by_team else (place.window_kind, "")
    if not (name or team):
        return None
    return Group(grouping, place.site_name, name, team, place.site_id)
