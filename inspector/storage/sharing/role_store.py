"""Whose another laptop is: a hall's, of which sites, or of somebody who inspects as we do."""

import json
from collections.abc import Sequence
from datetime import datetime

from inspector.domain.sharing.travelling import canonical
from inspector.storage.database.database import Database


class RoleStore:
    """The only SQL about it. It is only ever added to: the last word about a laptop counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, tuple[str, ...]]:
        """Return the sites of each laptop of which somebody said whose it is; () inspects."""
        rows = self._database.rows("SELECT laptop, sites FROM laptop_role ORDER BY rowid")
        return {row["laptop"]: tuple(json.loads(row["sites"])) for row in rows}

    def put(self, key: str, laptop: str, sites: Sequence[str], at: datetime, by: str) -> None:
        """Keep whose a laptop is from now on; inside a transaction."""
        self._database.insert(
            "laptop_role",
            {
                "id": key, "laptop": laptop, "sites": canonical(sorted(sites)),
                "at": at.isoformat(), "author": by,
            },
        )  # fmt: skip

    def was_hall(self, laptop: str) -> bool:
        """Tell whether it was ever said that a laptop is a hall's."""
        row = self._database.row(
            "SELECT 1 FROM laptop_role WHERE laptop = ? AND sites <> '[]'", (laptop,)
        )
        return row is not None
