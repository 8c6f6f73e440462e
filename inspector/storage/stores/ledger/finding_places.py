"""At which windows findings stand, of which departments and owners: few, however many findings.

Knows SQL. The index `finding_by_place` is leapt through, from each place to the next.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from inspector.storage.database.database import Database

_PLACE = ("window_number", "department", "owner", "site_id")


@dataclass(frozen=True, slots=True)
class Place:
    """A window of a site with a department and an owner that findings there have."""

    window: str
    department: str
    owner: str
    site_id: str

    @property
    def names(self) -> tuple[str, str, str]:
        """The window, department and owner; blank where there is none."""
        return self.window, self.department, self.owner

    def has(self, *names: str) -> bool:
        """Tell whether it is that of a window, department and owner, as far as they are given."""
        return all(not name or name == own for name, own in zip(names, self.names, strict=True))


def places(database: Database, site_id: str = "") -> list[Place]:
    """Return every place that findings have, of one site or of all."""
    # From a place to the same at the next site, else to the next owner, department, window.
    leaps = ", ".join(_first(_after(_PLACE[:at], _PLACE[at])) for at in (3, 2, 1, 0))
    rows = database.rows(
        f"WITH RECURSIVE place (at) AS (SELECT {_first('1')} UNION ALL"
        f" SELECT coalesce({leaps}) FROM place JOIN finding AS f ON f.rowid = place.at)"
        f" SELECT {', '.join(_PLACE)} FROM place JOIN finding ON finding.rowid = place.at"
    )
    return [Place(*row) for row in rows if site_id in ("", row["site_id"])]


def _first(where: str) -> str:
    order = ", ".join(f"n.{column}" for column in _PLACE)
    return f"(SELECT n.rowid FROM finding AS n WHERE {where} ORDER BY {order} LIMIT 1)"


def _after(same: Iterable[str], later: str) -> str:
    return " AND ".join([*(f"n.{each} = f.{each}" for each in same), f"n.{later} > f.{later}"])


def rows_at(where: Iterable[Place], name: str) -> tuple[str, dict[str, Any]]:
    """Return a query for the rows of findings at some places, with its value, called `name`."""
    said = json.dumps([[*each.names, each.site_id] for each in where])
    return (
        f"SELECT f.rowid FROM json_each(:{name}) AS p CROSS JOIN finding AS f"
        " ON f.window_number = json_extract(p.value, '$[0]')"
        " AND f.department = json_extract(p.value, '$[1]')"
        " AND f.owner = json_extract(p.value, '$[2]')"
        " AND f.site_id = json_extract(p.value, '$[3]')",
        {name: said},
    )
