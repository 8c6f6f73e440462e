"""What `city_month` tells, kept by hall and month: the SQL that makes these rows out of all others.

Parts of one visit (分头检查) that are in the ledger are one visit there, as in every data folder:
the rule is that of `domain.visit.joined_visit`, told here once more in SQL. What has a deadline and
is not done is counted by its deadline, as nobody knows on which day it will be read.
"""

from collections.abc import Callable

from inspector.storage.city.dialect import quoted
from inspector.storage.city.ledger_tables import CITY_MONTH_KEPT
from inspector.storage.city.view_terms import (
    RANKED,
    RANKED_VETOES,
    half_up,
    newest_first,
    reviewed,
    whole_sum,
)

Among = Callable[[str], str]
"""Returns the condition, AND before it, that a row of a table by that alias is asked for."""

FOUND = ("findings", "unfinished", "closed", "withdrawn")
_NO_FINDINGS = ", ".join(f"0 AS {name}" for name in FOUND)

NEVER = "'9999-12-31'"

_OF_VISIT = (
    "t.month, t.site, t.unit, t.pack, t.form, CASE WHEN t.kind = 'covert' THEN 1 ELSE 0 END"
    " AS covert, t.windows,"
    f" CASE WHEN {RANKED_VETOES} > 0 THEN 1 ELSE 0 END AS vetoed, t.is_ranked, {RANKED} AS ranked"
)


def everything(_: str) -> str:
    """Ask for all there is."""
    return ""


def made_rows(among: Among) -> str:
    """Return the query that makes the rows of CITY_MONTH_KEPT out of all others.

    `among` picks halls and months, whole ones.
    """
    sums = ", ".join(
        f"{whole_sum(f'c.{name}')} AS {name}"
        for name in ("visits", "covert", "windows", "vetoed", "ranked_visits")
    )
    found = ", ".join(f"{whole_sum(f'c.{name}')} AS {name}" for name in FOUND)
    return (
        f"SELECT c.month, c.site, c.pack, c.form, c.due, max(c.unit) AS unit, {sums},"
        f" count(c.ranked) AS ranked, {whole_sum('c.ranked')} AS ranked_total,"
        f" min(c.ranked) AS lowest, max(c.ranked) AS highest, {found}"
        # What has a deadline comes first: then NEVER is a day, as that is.
        f" FROM ({_findings(among)} UNION ALL {_whole(among)} UNION ALL {_shared(among)}) AS c"
        " GROUP BY c.month, c.site, c.pack, c.form, c.due"
    )


def keeping(among: Among) -> tuple[str, str]:
    """Return the two statements that make some rows of CITY_MONTH_KEPT anew."""
    table = CITY_MONTH_KEPT
    return (
        f"DELETE FROM {table.name} AS k WHERE true{among('k')}",
        f"INSERT INTO {table.name} ({quoted(table.names)}) {made_rows(among)}",
    )


def _whole(among: Among) -> str:
    """A row is a visit that nobody shares."""
    return (
        f"SELECT t.month, t.site, t.unit, t.pack, t.form, {NEVER}, 1, t.covert, t.windows,"
        " t.vetoed, t.is_ranked, CASE WHEN t.is_ranked = 1 THEN t.ranked END,"
        f" {_NO_FINDINGS} FROM (SELECT {_OF_VISIT} FROM visit AS t {reviewed()}"
        f" WHERE t.is_scored = 1 AND t.shared_by IS NULL{among('t')}) AS t"
    )


def _parts(among: Among) -> str:
    """A row is a shared visit, with what follows from its parts."""
    return (
        "SELECT t.month, t.site, max(t.unit) AS unit, t.pack, t.form, t.shared_by,"
        " count(*) AS parts, max(t.covert) AS covert, sum(t.windows) AS windows,"
        " max(t.vetoed) AS vetoed, max(t.public_share) AS public_share, max(t.ranked) AS ranked,"
        # A part alone is what it is; of several all that was observed counts together.
        " CASE WHEN t.kind = 'self' THEN 0 WHEN count(*) = 1 THEN max(t.is_ranked)"
        " WHEN sum(t.observed) * 100 >= max(t.ranked_from) * sum(t.asked) THEN 1 ELSE 0 END"
        f" AS is_ranked FROM (SELECT {_OF_VISIT}, t.shared_by, t.public_share, t.ranked_from,"
        " t.kind, coalesce(t.observed, 0) AS observed, coalesce(t.asked, 0) AS asked"
        f" FROM visit AS t {reviewed()}"
        f" WHERE t.is_scored = 1 AND t.shared_by IS NOT NULL{among('t')}) AS t"
        " GROUP BY t.month, t.site, t.pack, t.form, t.kind, t.shared_by"
    )


def _places(among: Among) -> str:
    """A row is a place of a shared visit.

    What two parts scored has the mean of both, rounded once.
    """
    return (
        "SELECT c.month, c.site, c.shared_by, c.scope, count(*) AS times,"
        f" {half_up(whole_sum('c.ranked'), 'count(c.ranked)')} AS score"
        f" FROM (SELECT v.month, v.site, v.shared_by, t.scope, {RANKED} AS ranked, CASE"
        " WHEN t.scope = 'public' THEN '' WHEN t.\"window\" = '' THEN t.id ELSE t.\"window\" END"
        " AS place FROM visit AS v JOIN scorecard AS t ON t.visit = v.id AND t.month = v.month"
        f" {reviewed()} WHERE v.is_scored = 1 AND v.shared_by IS NOT NULL{among('v')}) AS c"
        " GROUP BY c.month, c.site, c.shared_by, c.scope, c.place"
    )


_IS_WINDOW = "s.scope = 'window'"


def _sides(among: Among) -> str:
    """A row is a shared visit: its windows together, and its public area."""
    return (
        "SELECT s.month, s.site, s.shared_by,"
        f" {whole_sum(f'CASE WHEN {_IS_WINDOW} THEN s.score END')} AS total,"
        f" count(CASE WHEN {_IS_WINDOW} THEN s.score END) AS counted,"
        " max(CASE WHEN s.scope = 'public' THEN s.score END) AS public,"
        f" {whole_sum(f'CASE WHEN {_IS_WINDOW} THEN s.times - 1 ELSE 0 END')} AS twice"
        f" FROM ({_places(among)}) AS s GROUP BY s.month, s.site, s.shared_by"
    )


_BOTH_SIDES = half_up(
    "((100 - p.public_share) * s.total + p.public_share * s.public * s.counted)",
    "(100 * s.counted)",
)


def _shared(among: Among) -> str:
    """A row is a shared visit as it counts."""
    return (
        f"SELECT p.month, p.site, p.unit, p.pack, p.form, {NEVER}, 1, p.covert,"
        " CAST(p.windows AS bigint) - coalesce(s.twice, 0), p.vetoed, p.is_ranked,"
        " CASE WHEN p.is_ranked = 0 THEN NULL WHEN p.parts = 1 THEN p.ranked"
        " WHEN s.counted = 0 THEN s.public"
        f" WHEN s.public IS NULL THEN {half_up('s.total', 's.counted')}"
        f" ELSE {_BOTH_SIDES} END, {_NO_FINDINGS} FROM ({_parts(among)}) AS p"
        f" LEFT JOIN ({_sides(among)}) AS s ON s.month = p.month AND s.site = p.site"
        " AND s.shared_by = p.shared_by"
    )


def _stand(*states: str) -> str:
    """Return how many findings are in one of some states."""
    among = ", ".join(f"'{state}'" for state in states)
    return f"sum(CASE WHEN s.state IN ({among}) THEN 1 ELSE 0 END)"


_IS_DONE = "s.state IN ('closed', 'withdrawn')"
_NOTHING = "CAST(NULL AS bigint)"


def _standings(among: Among) -> str:
    """A row is a visit and a deadline, with what became of its findings."""
    return (
        f"SELECT s.visit, s.month, s.site, CASE WHEN {_IS_DONE} THEN {NEVER} ELSE s.deadline END"
        f" AS due, count(*) AS findings, count(*) - {_stand('closed', 'withdrawn')} AS unfinished,"
        f" {_stand('closed')} AS closed, {_stand('withdrawn')} AS withdrawn"
        " FROM (SELECT x.visit, x.month, x.site, x.state, x.deadline, row_number()"
        f" OVER ({newest_first('x', 'finding', 'site')}) AS place FROM finding_standing AS x"
        f" WHERE true{among('x')}) AS s WHERE s.place < 2"
        " GROUP BY s.visit, s.month, s.site, 4"
    )


def _findings(among: Among) -> str:
    """A row is a visit and a deadline, with its findings alone."""
    return (
        "SELECT v.month, v.site, v.unit, v.pack, v.form, f.due, 0 AS visits, 0 AS covert,"
        f" {_NOTHING} AS windows, 0 AS vetoed, 0 AS ranked_visits, {_NOTHING} AS ranked,"
        f" {', '.join(f'f.{name}' for name in FOUND)}"
        f" FROM visit AS v JOIN ({_standings(among)}) AS f ON f.visit = v.id"
        f" AND f.month = v.month AND f.site = v.site WHERE v.is_scored = 1{among('v')}"
    )
