"""Taking in checklists, which are known by their content, and days off, known by the day."""

import json
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from inspector.domain.checklist.pack_reading import rebuild_pack
from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.travelling import Travelling
from inspector.storage.database.database import Database
from inspector.storage.sharing.arriving.differences import Differences
from inspector.storage.stores.pack_store import PackStore


def take_pack(database: Database, came: Travelling) -> Fate:
    """Take a frozen checklist in; raises ValueError where its content is another one's."""
    fate = pack_fate(database, came)
    for row in came.rows.get("pack", ()) if fate is Fate.NEW else ():
        pack = rebuild_pack(json.loads(str(row["content"]), parse_float=Decimal))
        if PackStore(database).freeze(pack) != came.id:
            raise ValueError(came.id)
    return fate


def pack_fate(database: Database, came: Travelling) -> Fate:
    """Return what becomes of a frozen checklist that came: its content is what it is known by."""
    known = database.row("SELECT 1 FROM pack WHERE hash = ?", (came.id,))
    return Fate.NEW if known is None else Fate.KNOWN


def versions_beside(database: Database, came: Travelling) -> bool:
    """Tell whether a checklist of the same name and version is here with another content."""
    for row in came.rows.get("pack", ()):
        known = database.row(
            "SELECT 1 FROM pack WHERE pack_id = ? AND version = ? AND hash <> ?",
            (str(row["pack_id"]), str(row["version"]), came.id),
        )
        return known is not None
    return False


def take_holiday(
    database: Database, came: Travelling, now: datetime, new_id: Callable[[], str]
) -> Fate:
    """Take a day in that is off, or worked, where nothing is said of it here; else mine stays."""
    fate = holiday_fate(database, came)
    for row in came.rows.get("holiday", ()):
        theirs = {"day": came.id, "kind": row["kind"], "name": row["name"]}
        if fate is Fate.NEW:
            database.insert("holiday", theirs)
        elif fate is Fate.SET_ASIDE:
            (mine,) = database.rows("SELECT kind, name FROM holiday WHERE day = ?", (came.id,))
            said = {"kind": str(row["kind"]), "name": str(row["name"])}
            Differences(database, now.isoformat(), new_id).keep(
                "holiday", came.id, came.laptop, dict(mine), said
            )
    return fate


def holiday_fate(database: Database, came: Travelling) -> Fate:
    """Return what becomes of a day off that came."""
    known = database.row("SELECT kind, name FROM holiday WHERE day = ?", (came.id,))
    for row in came.rows.get("holiday", ()):
        if known is None:
            return Fate.NEW
        return Fate.KNOWN if tuple(known) == (row["kind"], row["name"]) else Fate.SET_ASIDE
    return Fate.KNOWN
