"""What each site changes of a pack, in SQLite. Knows SQL and the domain; nothing of Qt."""

from inspector.domain.checklist.checklist import Override
from inspector.storage.database.database import Database, Row

_COLUMNS = {
    "item_id": "item",
    "reason": "reason",
    "off": "off",
    "full": "full_marks",
    "each": "each",
    "limit": "upper_limit",
    "red_line": "red_line",
}
_PUT = (
    f"INSERT INTO site_override (site_id, pack_id, {', '.join(_COLUMNS.values())})"
    f" VALUES (?, ?{', ?' * len(_COLUMNS)}) ON CONFLICT (site_id, pack_id, item) DO UPDATE SET "
    + ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS.values())
)


class OverrideStore:
    """The only SQL about overrides. An item has at most one at a site."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, site_id: str, pack_id: str) -> list[Override]:
        """Return a site's overrides of a pack, in the order they were first made."""
        rows = self._database.rows(
            "SELECT * FROM site_override WHERE site_id = ? AND pack_id = ? ORDER BY rowid",
            (site_id, pack_id),
        )
        return [_override(row) for row in rows]

    def of_pack(self, pack_id: str) -> dict[str, list[Override]]:
        """Return the overrides of a pack by site, in the order they were first made."""
        found: dict[str, list[Override]] = {}
        for row in self._database.rows(
            "SELECT * FROM site_override WHERE pack_id = ? ORDER BY rowid", (pack_id,)
        ):
            found.setdefault(row["site_id"], []).append(_override(row))
        return found

    def put(self, site_id: str, pack_id: str, override: Override) -> None:
        """Keep an override, replacing that of the same item."""
        with self._database.transaction():
            self._database.write(
                _PUT, (site_id, pack_id, *(getattr(override, each) for each in _COLUMNS))
            )

    def drop(self, site_id: str, pack_id: str, item_id: str) -> None:
        """Let the pack's own numbers count again; visits already made keep theirs."""
        with self._database.transaction():
            self._database.write(
                "DELETE FROM site_override WHERE site_id = ? AND pack_id = ? AND item = ?",
                (site_id, pack_id, item_id),
            )


def _override(row: Row) -> Override:
    said = {attribute: row[column] for attribute, column in _COLUMNS.items()}
    return Override(**said | {each: bool(said[each]) for each in ("off", "red_line")})
