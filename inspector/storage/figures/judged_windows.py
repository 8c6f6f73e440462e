"""Windows as they were judged, and by whom: what the strictness of inspectors is computed from."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from inspector.domain.checklist.method import Form
from inspector.domain.people.strictness import JudgedWindow
from inspector.storage.database.database import Database
from inspector.storage.stores.inspection_rows import party_from
from inspector.storage.stores.pack_store import PackStore
from inspector.storage.stores.ranked_terms import APART, observed_enough

_MADE = f"i.state = 'completed' AND i.day BETWEEN ? AND ? AND i.party IS NOT NULL AND NOT i.{APART}"


def judged_windows(database: Database, first: date, last: date) -> list[JudgedWindow]:
    """Return the windows scored on visits of a known party, as found, before any appeal.

    Windows with a red line are left out, whose score may be none; so is what was observed too
    little to be ranked.
    """
    families = PackStore(database).families()
    rows = database.rows(
        "SELECT i.id, i.site_id, i.pack_hash, i.form, s.score, s.bonus"
        " FROM inspection AS i JOIN pack AS p ON p.hash = i.pack_hash"
        f" JOIN scorecard AS s ON s.inspection_id = i.id WHERE {_MADE}"
        " AND s.window_id IS NOT NULL AND NOT s.left_out AND s.score IS NOT NULL"
        f" AND coalesce(s.vetoes, 0) = 0 AND {observed_enough('s')}",
        (first.isoformat(), last.isoformat()),
    )
    judged = []
    for row in rows:
        family = replace(families[row["pack_hash"]], form=Form(row["form"]))
        lost = family.scale * 100 - row["score"] + (row["bonus"] or 0)
        judged.append(JudgedWindow(row["id"], row["site_id"], family, lost))
    return judged


def parties_between(database: Database, first: date, last: date) -> Mapping[str, frozenset[str]]:
    """Return who made each visit of a period, by their ids; names that are on no roster have none.

    Of visits that are scored and ranked.
    """
    rows = database.rows(
        f"SELECT i.id, i.party FROM inspection AS i WHERE {_MADE}",
        (first.isoformat(), last.isoformat()),
    )
    return {
        row["id"]: frozenset(e.inspector_id for e in party_from(row["party"]) if e.inspector_id)
        for row in rows
    }


def findings_of_visits(database: Database, visits: list[str]) -> Mapping[str, int]:
    """Return how many findings each of some visits raised; none: it is not in it."""
    rows = database.rows(
        "SELECT inspection_id, count(*) AS number FROM json_each(?) AS asked"
        " CROSS JOIN finding ON finding.inspection_id = asked.value GROUP BY inspection_id",
        (json.dumps(visits),),
    )
    return {row["inspection_id"]: row["number"] for row in rows}
