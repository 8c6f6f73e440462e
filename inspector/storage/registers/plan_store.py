"""Phases, plans and draws in SQLite, and the sealed visits that plans are covered by.

Knows SQL and the domain; nothing of Qt. Rows are only ever added.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from inspector.domain.plan.phase import Phase
from inspector.domain.plan.plan import Barred, Plan, PlannedSite
from inspector.domain.plan.plan_coverage import PlannedVisit
from inspector.domain.plan.plan_draw import Draw, DrawWay
from inspector.storage.database.database import Database, Row
from inspector.storage.database.typed_rows import row_values
from inspector.storage.stores.joined.joined_visits import joined_visits, leads_between
from inspector.storage.stores.ranked_terms import APART

_PLACED = "plan_id, position"
_MADE = (
    "coalesce((SELECT laptop FROM received_object WHERE kind = 'plan' AND subject = {plan}), '')"
)


class PlanStore:
    """The only SQL about phases, plans and draws."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Phases

    def phases(self) -> list[Phase]:
        """Return the phases that there are, by their days."""
        rows = self._database.rows(
            "SELECT phase_id AS id, name, first, last FROM phase_entry AS p WHERE NOT ended"
            " AND rowid = (SELECT rowid FROM phase_entry WHERE phase_id = p.phase_id"
            " ORDER BY at DESC, rowid DESC LIMIT 1)"  # whichever came first from elsewhere
            " ORDER BY first, last, name"
        )
        return [
            Phase(row["id"], row["name"], _day(row["first"]), _day(row["last"])) for row in rows
        ]

    def put_phase(self, entry_id: str, phase: Phase, at: datetime, *, ended: bool = False) -> None:
        """Say what a phase is from now on, or that it has `ended`."""
        with self._database.transaction():
            self._database.insert(
                "phase_entry",
                {
                    "id": entry_id, "phase_id": phase.id, "name": phase.name,
                    "first": phase.first.isoformat(), "last": phase.last.isoformat(),
                    "ended": int(ended), "at": at.isoformat(timespec="seconds"),
                },
            )  # fmt: skip
            self._database.journal.touch("phase", entry_id)

    # Plans

    def versions(self, family: str | None = None) -> list[Plan]:
        """Return every version of a plan, or of all of them, in the order of their days."""
        rows = self._database.rows(
            "SELECT * FROM plan WHERE ? IS NULL OR family = ?"
            " ORDER BY first, last, family, version",
            (family, family),
        )
        sites, barred = self._below("plan_site"), self._below("plan_barred")
        return [_plan(row, sites.get(row["id"], ()), barred.get(row["id"], ())) for row in rows]

    def _below(self, table: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._database.rows(f"SELECT * FROM {table} ORDER BY {_PLACED}"):
            found.setdefault(row["plan_id"], []).append(row)
        return found

    def makers(self, plan: Plan) -> tuple[str, str]:
        """Return which laptop made a version, and the first one of its plan; '' is this one."""
        row = self._database.row(
            f"SELECT {_MADE.format(plan=':id')} AS made, {_MADE.format(plan='plan.id')} AS first"
            " FROM plan WHERE family = :family AND version = 1",
            {"id": plan.id, "family": plan.family},
        )
        return (row["made"], row["first"]) if row is not None else ("", "")

    def put(self, plan: Plan) -> None:
        """Keep a version of a plan."""
        values = row_values(replace(plan, sites=(), barred=()))
        del values["sites"], values["barred"]
        with self._database.transaction():
            self._database.insert("plan", values)
            for position, site in enumerate(plan.sites):
                row = row_values(site, plan_id=plan.id, position=position)
                row["who"] = row.pop("group")
                self._database.insert("plan_site", row)
            for position, bar in enumerate(plan.barred):
                row = row_values(bar, plan_id=plan.id, position=position)
                self._database.insert("plan_barred", row)
            self._database.journal.touch("plan", plan.id)

    # Visits

    def visits(
        self, first: date, last: date, sites: Iterable[str] | None = None
    ) -> list[PlannedVisit]:
        """Return the sealed visits of some days that a plan can be covered by, oldest first.

        To some sites, by their ids, or to all.
        """
        rows = self._database.rows(
            "SELECT i.id, i.site_id, i.day, i.kind = 'covert' AS covert,"
            " (SELECT json_group_array(s.window_id) FROM scorecard AS s WHERE"
            " s.inspection_id = i.id AND s.window_id IS NOT NULL AND NOT s.left_out) AS windows"
            " FROM inspection AS i"
            f" WHERE i.state = 'completed' AND i.day BETWEEN :first AND :last AND NOT i.{APART}"
            " AND (:sites IS NULL OR i.site_id IN (SELECT value FROM json_each(:sites)))"
            " ORDER BY i.day, i.started_at, i.id",
            {
                "first": first.isoformat(), "last": last.isoformat(),
                "sites": None if sites is None else json.dumps(list(sites)),
            },
        )  # fmt: skip
        leads = leads_between(self._database, first, last)
        windows: dict[str, frozenset[str]] = {}
        for row in rows:  # parts of one visit (分头检查) are one
            own = leads.lead(row["id"])
            windows[own] = windows.get(own, frozenset()) | frozenset(json.loads(row["windows"]))
        return [
            PlannedVisit(
                row["id"],
                row["site_id"],
                _day(row["day"]),
                bool(row["covert"]),
                windows[row["id"]],
            )
            for row in rows
            if leads.is_counted(row["id"])
        ]

    def last_of_sites(self) -> dict[str, tuple[date, int | None]]:
        """Return the day of each site's newest sealed visit that is ranked, and its score."""
        rows = self._database.rows(
            "SELECT site_id, max(day || started_at) AS newest, day, id, shared_by,"
            " coalesce(ranked_score, reviewed_score, score) AS score FROM inspection"
            f" WHERE state = 'completed' AND NOT {APART} GROUP BY site_id"
        )
        return {row["site_id"]: (_day(row["day"]), self._score(row)) for row in rows}

    def _score(self, row: Row) -> int | None:
        """Return the score of a visit; of one in several parts (分头检查) that of all."""
        score: int | None = row["score"]
        if row["shared_by"] is None:
            return score
        joined = joined_visits(self._database, _day(row["day"]), _day(row["day"]))
        visit = joined.visits.get(joined.leads.lead(row["id"]))
        return visit.ranked.total if visit else score

    def last_of_windows(self, site_id: str) -> dict[str, tuple[date, int | None]]:
        """Return the day on which each window of a site was inspected last, and its score."""
        rows = self._database.rows(
            "SELECT s.window_id, max(i.day || i.started_at) AS newest, i.day,"
            " coalesce(s.ranked_score, s.reviewed_score, s.score) AS score"
            " FROM inspection AS i JOIN scorecard AS s ON s.inspection_id = i.id"
            " WHERE i.site_id = ? AND i.state = 'completed'"
            f" AND NOT i.{APART} AND s.window_id IS NOT NULL AND NOT s.left_out"
            " GROUP BY s.window_id",
            (site_id,),
        )
        return {row["window_id"]: (_day(row["day"]), row["score"]) for row in rows}

    def began(self, site_id: str, since: datetime) -> list[datetime]:
        """Return when the sealed visits of a site began that were made since the day of `since`."""
        rows = self._database.rows(
            "SELECT started_at FROM inspection WHERE site_id = ? AND state = 'completed'"
            f" AND day >= ? AND NOT {APART} ORDER BY started_at",
            (site_id, since.date().isoformat()),
        )
        return [datetime.fromisoformat(row["started_at"]) for row in rows]

    # Draws

    def draws(self, plan_ids: Sequence[str]) -> list[Draw]:
        """Return what was drawn from versions of plans, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM plan_draw WHERE plan_id IN (SELECT value FROM json_each(?))"
            " ORDER BY at, rowid",
            (json.dumps(list(plan_ids)),),
        )
        return [
            Draw(
                row["id"],
                row["plan_id"],
                datetime.fromisoformat(row["at"]),
                DrawWay(row["way"]),
                row["seed"],
                tuple(json.loads(row["lots"])),
                row["site_id"],
                row["site_name"],
                tuple(json.loads(row["window_ids"])),
                tuple(json.loads(row["window_numbers"])),
            )
            for row in rows
        ]

    def put_draw(self, draw: Draw) -> None:
        """Keep what was drawn."""
        lists = {
            name: json.dumps(getattr(draw, name), ensure_ascii=False)
            for name in ("lots", "window_ids", "window_numbers")
        }
        with self._database.transaction():
            self._database.insert("plan_draw", row_values(draw) | lists)
            self._database.journal.touch("draw", draw.id)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _plan(row: Row, sites: Sequence[Row], barred: Sequence[Row]) -> Plan:
    # By hand: what reads rows by their types takes longer to load than the first page.
    return Plan(
        id=row["id"],
        family=row["family"],
        version=row["version"],
        name=row["name"],
        phase=row["phase"],
        first=_day(row["first"]),
        last=_day(row["last"]),
        covert=row["covert"],
        sites=tuple(map(_site, sites)),
        barred=tuple(map(_barred, barred)),
        author=row["author"],
        made_at=datetime.fromisoformat(row["made_at"]),
        withdrawn=bool(row["withdrawn"]),
    )


def _site(row: Row) -> PlannedSite:
    return PlannedSite(
        row["site_id"], row["site_name"], row["visits"], row["share"], row["windows"], row["who"]
    )


def _barred(row: Row) -> Barred:
    return Barred(row["who"], row["site_id"], row["site_name"])
