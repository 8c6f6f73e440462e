"""What figures are computed from: kept scores as they are ranked; what was found is beside it.

It never reads answers.

Every query begins at the days of the period; what it costs grows with the rows in them.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily, families_of
from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import (
    CardFact,
    FigureScope,
    OwnScore,
    Phase,
    RateFact,
    SelfFact,
    VisitFact,
    VisitRow,
    VoiceFact,
    WindowRateFact,
)
from inspector.domain.figures.standing import Standing
from inspector.domain.visit.coverage import Coverage
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.joined.joined_visits import (
    JoinedVisit,
    JoinedVisits,
    facts_together,
    joined_visits,
    rows_together,
)
from inspector.storage.stores.pack_store import PackStore
from inspector.storage.stores.ranked_terms import (
    APART,
    VOICED,
    WALKED,
    observed_enough,
    ranked_rate,
    ranked_score,
    ranked_vetoes,
)

_STANDING = (
    "i.score, i.vetoes, i.grade, i.reviewed_vetoes AS reviewed,"
    " coalesce(i.reviewed_score, i.score) AS after_score,"
    " coalesce(i.reviewed_vetoes, i.vetoes) AS after_vetoes,"
    " coalesce(i.reviewed_grade, i.grade) AS after_grade,"
    f" {ranked_score('i')} AS ranked_score, {ranked_vetoes('i')} AS ranked_vetoes,"
    " coalesce(i.ranked_grade, i.reviewed_grade, i.grade) AS ranked_grade,"
    f" i.form, i.observed, i.asked, {observed_enough('i')} AS is_ranked"
)
_PACK = "JOIN pack AS p ON p.hash = i.pack_hash"
_CARD_SCORE = ranked_score("s")
_RATE = ranked_rate("c")
_SCORED = f"i.{APART.replace('kind IN', 'kind NOT IN')}"
_ENOUGH = observed_enough("s")
_CARDS = "NOT s.left_out AND s.window_id IS NOT NULL"
_day = date.fromisoformat


class FigureStore:
    """Reads; writes nothing. May be made for each reading, on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._versions = PackStore(database).families()  # each with its own version
        self._packs: dict[_Key, PackFamily] = {}  # as they are named, and in which form
        self._joined: dict[Span, JoinedVisits] = {}  # of several parts (分头检查)

    def tell_of(self, scope: FigureScope) -> None:
        """Have every family named from now on by the versions that a scope was scored with."""
        where, values = self._where(scope)
        rows = self._database.rows(
            f"SELECT DISTINCT i.pack_hash, i.form FROM inspection AS i WHERE {where} AND {_SCORED}",
            values,
        )
        self._tell(map(_key, rows))

    def _tell(self, made: Iterable["_Key"]) -> None:
        told = {key: self._version(key) for key in made}
        self._packs = families_of(told, told)

    def _version(self, key: "_Key") -> PackFamily:
        """Return the family of what was made with a frozen pack in a form, as its version."""
        return replace(self._versions[key[0]], form=Form(key[1]))

    def _family(self, row: Row) -> PackFamily:
        key = _key(row)
        if key not in self._packs:
            self._packs[key] = self._version(key)
        return self._packs[key]

    def visits(self, scope: FigureScope, *, told: bool = False) -> list[VisitFact]:
        """Return the completed visits, patrols and rechecks among them, oldest first.

        With `told` every family is named from now on as `tell_of` would have it.
        """
        where, values = self._where(scope)
        rows = self._database.rows(
            "SELECT i.id, i.site_id, i.site_name, i.pack_hash, i.day, i.bonus,"
            f" {_STANDING}, {_SCORED} AS scored FROM inspection AS i {_PACK} WHERE {where}"
            " ORDER BY i.day, i.started_at",
            values,
        )
        if told:
            self._tell(_key(row) for row in rows if row["scored"])
        facts = [
            VisitFact(
                row["id"],
                row["site_id"],
                row["site_name"],
                self._family(row),
                row["pack_hash"],
                _day(row["day"]),
                bool(row["scored"]),
                row["bonus"] or 0,
                row["ranked_vetoes"] or 0,
                row["ranked_score"],
                _standing_before(row),
                bool(row["is_ranked"]),
                _coverage(row),
                row["after_score"],
            )
            for row in rows
        ]
        return facts_together(facts, self._joined_in(scope.span))

    def voices(self, scope: FigureScope) -> list[VoiceFact]:
        """Return what carries the findings that the public raised."""
        where, values = self._where(scope, of=VOICED)
        rows = self._database.rows(
            "SELECT i.id, i.site_id, i.site_name, i.pack_hash, i.form"
            f" FROM inspection AS i WHERE {where} ORDER BY i.day, i.started_at",
            values,
        )
        return [
            VoiceFact(row["id"], row["site_id"], row["site_name"], self._family(row))
            for row in rows
        ]

    def self_checks(self, scope: FigureScope) -> list[SelfFact]:
        """Return what sites found of themselves, added up by site and family of packs."""
        where, values = self._where(scope)
        rows = self._database.rows(
            "SELECT i.site_id, i.site_name, i.pack_hash, i.form, count(*) AS visits,"
            f" sum({ranked_score('i')}) AS total, count({ranked_score('i')}) AS number"
            f" FROM inspection AS i WHERE {where} AND i.kind = 'self'{self._apart(scope, values)}"
            " GROUP BY i.site_id, i.pack_hash, i.form ORDER BY i.site_name",
            values,
        )
        alone = [
            SelfFact(
                row["site_id"],
                row["site_name"],
                self._family(row),
                row["visits"],
                row["total"] or 0,
                row["number"],
            )
            for row in rows
        ]
        return alone + [
            SelfFact(
                row["site_id"],
                row["site_name"],
                self._family(row),
                1,
                visit.ranked.total or 0,
                int(visit.ranked.total is not None),
            )
            for row, visit in self._together(scope, "i.kind = 'self'")
        ]

    def rates(self, scope: FigureScope) -> list[RateFact]:
        """Return the rates of visits added up by site, pack and category."""
        where, values = self._where(scope)
        apart = self._apart(scope, values)
        alone = [
            RateFact(
                row["site_id"],
                self._family(row),
                Category(row["category"]),
                row["total"],
                row["number"],
            )
            for row in self._database.rows(
                f"SELECT i.site_id, i.pack_hash, i.form, c.category, sum({_RATE}) AS total,"
                f" count(c.rate) AS number FROM inspection AS i {_PACK}"
                f" JOIN inspection_category AS c ON c.inspection_id = i.id WHERE {where}"
                f" AND {_SCORED} AND {observed_enough('i')} AND c.rate IS NOT NULL{apart}"
                " GROUP BY i.site_id, i.pack_hash, i.form, c.category",
                values,
            )
        ]
        return alone + [
            RateFact(row["site_id"], self._family(row), category, rate, 1)
            for row, visit in self._together(scope, _SCORED)
            for category, rate in visit.rates.items()
            if visit.enough and rate is not None
        ]

    def _joined_in(self, span: Span) -> JoinedVisits:
        if span not in self._joined:
            self._joined[span] = joined_visits(self._database, span.first, span.last)
        return self._joined[span]

    def _apart(self, scope: FigureScope, values: dict[str, Any]) -> str:
        """Return the condition of visits that are no part of one in several parts, if any is."""
        if not (parts := self._joined_in(scope.span).leads):
            return ""
        values["parts"] = json.dumps(list(parts))
        return " AND i.id NOT IN (SELECT value FROM json_each(:parts))"

    def _together(self, scope: FigureScope, which: str) -> list[tuple[Row, JoinedVisit]]:
        """Return the visits of a scope that are in several parts, with the row of the first."""
        visits = self._joined_in(scope.span).visits
        if not visits:
            return []
        where, values = self._where(scope)
        rows = self._database.rows(
            "SELECT i.id, i.site_id, i.site_name, i.pack_hash, i.form FROM inspection AS i"
            f" WHERE {where} AND {which} AND i.id IN (SELECT value FROM json_each(:leads))"
            " ORDER BY i.day, i.started_at",
            {**values, "leads": json.dumps(list(visits))},
        )
        return [(row, visits[row["id"]]) for row in rows]

    def cards(self, scope: FigureScope) -> list[CardFact]:
        """Return the windows' scorecards added up by pack, window and staff number."""
        where, values = self._where(scope)
        # The name of one row of a group is that of its latest visit: max() chooses the row.
        return [
            CardFact(
                row["site_id"],
                row["site_name"],
                self._family(row),
                row["window_id"],
                row["window_number"],
                row["staff_number"],
                row["times"],
                row["total"] or 0,
                row["number"],
                row["vetoes"],
                row["found"],
                row["unranked"],
                _coverage(row),
                row["pack_hash"],
            )
            for row in self._database.rows(
                "SELECT i.site_id, i.site_name, i.pack_hash, i.form, s.window_id,"
                f" s.window_number, s.staff_number, max(i.day) AS day, sum({_ENOUGH}) AS times,"
                f" sum(CASE WHEN {_ENOUGH} THEN {_CARD_SCORE} END) AS total,"
                f" count(CASE WHEN {_ENOUGH} THEN s.score END) AS number,"
                f" coalesce(sum({ranked_vetoes('s')}), 0) AS vetoes,"
                f" coalesce(sum(CASE WHEN NOT {_ENOUGH} THEN 0 WHEN s.reviewed_score IS NULL"
                f" THEN {_CARD_SCORE} ELSE s.score END), 0) AS found,"
                f" sum(NOT {_ENOUGH}) AS unranked, sum(s.observed) AS observed,"
                " sum(s.asked) AS asked"
                f" FROM inspection AS i {_PACK} JOIN scorecard AS s"
                f" ON s.inspection_id = i.id WHERE {where} AND {_SCORED} AND {_CARDS}"
                " GROUP BY i.pack_hash, i.form, s.window_id, s.staff_number ORDER BY day",
                values,
            )
        ]

    def window_rates(self, scope: FigureScope) -> list[WindowRateFact]:
        """Return the rates of scorecards added up by pack, window and category."""
        where, values = self._where(scope)
        return [
            WindowRateFact(
                row["site_id"],
                row["site_name"],
                self._family(row),
                row["window_id"],
                row["window_number"],
                Category(row["category"]),
                row["total"],
                row["number"],
            )
            for row in self._database.rows(
                "SELECT i.site_id, i.site_name, i.pack_hash, i.form, s.window_id,"
                f" s.window_number, c.category, max(i.day) AS day, sum({_RATE}) AS total,"
                f" count(c.rate) AS number FROM inspection AS i {_PACK}"
                " JOIN scorecard AS s ON s.inspection_id = i.id"
                f" JOIN scorecard_category AS c ON c.scorecard = s.key WHERE {where}"
                f" AND {_SCORED} AND {_CARDS} AND {_ENOUGH} AND c.rate IS NOT NULL"
                " GROUP BY i.pack_hash, i.form, s.window_id, c.category ORDER BY day",
                values,
            )
        ]

    def roster_windows(self, since: date) -> dict[str, int]:
        """Return how many windows the roster has by site, with those that ended since a day.

        What was added and taken back on one day was a slip of the hand, unless it was inspected.
        """
        rows = self._database.rows(
            'SELECT w.site_id, count(*) AS number FROM "window" AS w'
            " JOIN site ON site.id = w.site_id WHERE coalesce(w.ended_on, ?1) >= ?1"
            " AND coalesce(site.ended_on, ?1) >= ?1"
            " AND NOT (coalesce(w.ended_on, site.ended_on) IS NOT NULL"
            " AND EXISTS (SELECT 1 FROM roster_event AS e WHERE e.subject_id = w.id"
            " AND e.before IS NULL"
            " AND substr(e.at, 1, 10) = coalesce(w.ended_on, site.ended_on))"
            " AND w.id NOT IN (SELECT window_id FROM scorecard WHERE window_id IS NOT NULL))"
            " GROUP BY w.site_id",
            (since.isoformat(),),
        )
        return {row["site_id"]: row["number"] for row in rows}

    def sites_with(self, pack: PackFamily) -> frozenset[str]:
        """Return the sites that were ever visited with any version of a pack."""
        own = [digest for digest, each in self._versions.items() if each.id == pack.id]
        rows = self._database.rows(
            "SELECT DISTINCT i.site_id FROM inspection AS i WHERE i.state = 'completed'"
            f" AND {_SCORED} AND i.pack_hash IN ({', '.join('?' for _ in own)})",
            tuple(own),
        )
        return frozenset(row["site_id"] for row in rows)

    def override_counts(self, digests: Iterable[str]) -> dict[str, int]:
        """Return how many items a frozen pack was changed in for its site, by its hash."""
        own = tuple(dict.fromkeys(digests))
        rows = self._database.rows(
            "SELECT hash, json_array_length(content, '$.pack.override') AS number FROM pack"
            f" WHERE hash IN ({', '.join('?' for _ in own)})",
            own,
        )
        return {row["hash"]: row["number"] or 0 for row in rows}

    def sites(self) -> list[tuple[str, str]]:
        """Return the id and the name of every site."""
        rows = self._database.rows("SELECT id, name FROM site ORDER BY rowid")
        return [(row["id"], row["name"]) for row in rows]

    def phases(self) -> list[Phase]:
        """Return the phases that completed visits were made for, in the order they began."""
        # +state: from the index of those that have a phase, not from all that are completed.
        rows = self._database.rows(
            "SELECT phase, min(day) AS first, max(day) AS last FROM inspection AS i"
            f" WHERE phase <> '' AND +state = 'completed' AND {_SCORED}"
            " GROUP BY phase ORDER BY first, last, phase"
        )
        return [
            Phase(
                row["phase"],
                Span(_day(row["first"]), _day(row["last"])),
            )
            for row in rows
        ]

    def nearest(self, scope: FigureScope) -> tuple[date | None, date | None]:
        """Return the last day before the span, and the first after it, with a scored visit."""
        where, values = self._where(scope, days=False)
        found = []
        for side, order in (("i.day < :first", "DESC"), ("i.day > :last", "ASC")):
            row = self._database.row(
                f"SELECT i.day FROM inspection AS i WHERE {where} AND {_SCORED} AND {side}"
                f" ORDER BY i.day {order} LIMIT 1",
                {**values, **_days(scope.span)},
            )
            found.append(_day(row["day"]) if row else None)
        return found[0], found[1]

    def rows(
        self, scope: FigureScope, window_id: str = "", staff_number: str = "", *, own: bool = False
    ) -> list[VisitRow]:
        """Return scored visits as lines of a list, newest first; of a window or person a line
        for each of its scorecards. `own`: those that sites paid themselves instead."""
        counted = "i.kind = 'self'" if own else _SCORED
        where, values = self._where(scope)
        carded = joined = ""
        if window_id or staff_number:
            joined = " JOIN scorecard AS s ON s.inspection_id = i.id"
            where += f" AND {_CARDS} AND {_ENOUGH}"
            carded = (
                f", s.window_number, s.staff_number, {_CARD_SCORE} AS own_score,"
                " CASE WHEN s.reviewed_score IS NULL THEN"
                f" {_CARD_SCORE} ELSE s.score END AS own_found,"
                f" {_ENOUGH} AS own_ranked, s.observed AS own_observed, s.asked AS own_asked,"
                " (SELECT count(*) FROM"
                " finding AS f WHERE f.inspection_id = i.id AND f.scorecard_id = s.id"
                " AND f.state <> 'withdrawn') AS own_findings"
            )
        for column, value in (("window_id", window_id), ("staff_number", staff_number)):
            if value:
                where += f" AND s.{column} = :{column}"
                values[column] = value
        rows = [
            VisitRow(
                row["id"],
                _day(row["day"]),
                row["site_name"],
                row["kind"],
                self._version(_key(row)),
                row["windows"] or 0,
                row["ranked_score"],
                row["ranked_grade"] or "",
                row["ranked_vetoes"] or 0,
                row["findings"],
                _standing_before(row),
                OwnScore(
                    row["window_number"],
                    row["staff_number"],
                    row["own_score"],
                    row["own_findings"],
                    row["own_found"],
                )
                if carded
                else None,
                bool(row["own_ranked"] if carded else row["is_ranked"]),
                _coverage(row, "own_" if carded else ""),
            )
            for row in self._database.rows(
                f"SELECT i.id, i.day, i.site_name, i.kind, i.pack_hash, i.windows, {_STANDING},"
                " (SELECT count(*) FROM finding AS f WHERE f.inspection_id = i.id"
                f" AND f.state <> 'withdrawn') AS findings{carded} FROM inspection AS i {_PACK}"
                f"{joined} WHERE {where} AND {counted} ORDER BY i.day DESC, i.started_at DESC",
                values,
            )
        ]
        return rows_together(rows, self._joined_in(scope.span))

    def _where(
        self, scope: FigureScope, days: bool = True, of: str = WALKED
    ) -> tuple[str, dict[str, Any]]:
        """Return the condition of completed visits in a scope, and its values."""
        terms, values = ["i.state = 'completed'", f"i.{of}"], {}
        if days:
            terms.append("i.day BETWEEN :first AND :last")
            values.update(_days(scope.span))
        if scope.site_ids:
            names = [f"site{n}" for n in range(len(scope.site_ids))]
            terms.append(f"i.site_id IN ({', '.join(f':{name}' for name in names)})")
            values.update(zip(names, scope.site_ids, strict=True))
        if scope.phase:
            terms.append("i.phase = :phase")
            values["phase"] = scope.phase
        if scope.pack is not None:
            alike = replace(scope.pack, form=Form.FULL)
            own = [digest for digest, pack in self._versions.items() if pack == alike]
            names = [f"pack{n}" for n in range(len(own))]
            terms.append(f"i.pack_hash IN ({', '.join(f':{name}' for name in names)})")
            values.update(zip(names, own, strict=True))
            terms.append("i.form = :form")
            values["form"] = scope.pack.form.value
        return " AND ".join(terms), values


_Key: TypeAlias = tuple[str, str]
"""Hash of a frozen pack and the form in which it was asked."""


def _key(row: Row) -> _Key:
    return row["pack_hash"], row["form"]


def _coverage(row: Row, prefix: str = "") -> Coverage | None:
    asked = row[f"{prefix}asked"]
    return None if asked is None else Coverage(row[f"{prefix}observed"] or 0, asked)


def _standing_before(row: Row) -> Standing | None:
    """Return how a visit stood before appeals, where they changed that."""
    if row["reviewed"] is None:
        return None
    found = Standing(row["score"], row["vetoes"] or 0, row["grade"] or "")
    after = Standing(row["after_score"], row["after_vetoes"] or 0, row["after_grade"] or "")
    return None if found == after else found


def _days(span: Span) -> dict[str, str]:
    return {"first": span.first.isoformat(), "last": span.last.isoformat()}
