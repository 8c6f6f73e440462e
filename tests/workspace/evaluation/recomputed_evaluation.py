"""An evaluation from the raw rows of a database, by plain arithmetic and none of the rules' code.

For the sample: every site was inspected with one checklist, in full, of 100 points.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from tests.workspace.evaluation.recomputed_registers import complaints, planned, satisfaction
from tests.workspace.recomputed import rows

CENT = Decimal("0.01")


@dataclass
class Recomputed:
    """What a site came to; `parts` in points by the part's name."""

    name: str
    checklist: str
    visits: int
    vetoes: int
    parts: dict[str, Decimal] = field(default_factory=dict)
    total: Decimal | None = None
    rank: int | None = None


def half_up(number: Decimal) -> Decimal:
    return number.quantize(CENT, ROUND_HALF_UP)


def recompute(
    database: Path, first: date, last: date, today: date, weights: dict[str, int]
) -> dict[str, Recomputed]:
    """Return what every visited site came to, by the program's own table of prices."""
    between = (first.isoformat(), last.isoformat())
    found: dict[str, Recomputed] = {}
    scores: dict[str, list[int]] = {}
    for visit in rows(
        database,
        "SELECT i.*, p.pack_id, coalesce(i.ranked_score, i.reviewed_score, i.score) AS points,"
        " coalesce(i.ranked_vetoes, i.reviewed_vetoes, i.vetoes) AS red,"
        " i.observed * 100 >= p.ranked_from * i.asked AS enough"
        " FROM inspection AS i JOIN pack AS p ON p.hash = i.pack_hash"
        " WHERE i.state = 'completed' AND i.kind NOT IN ('patrol', 'recheck', 'self', 'voice')"
        " AND i.day BETWEEN ? AND ?",
        *between,
    ):
        site = found.setdefault(
            visit["site_id"], Recomputed(visit["site_name"], visit["pack_id"], 0, 0)
        )
        site.vetoes += visit["red"]
        if visit["enough"]:
            site.visits += 1
            scores.setdefault(visit["site_id"], []).append(visit["points"])
    for site_id, points in scores.items():
        found[site_id].parts["score"] = half_up(Decimal(sum(points)) / len(points) / 100)
    _rectified(database, between, today, found)
    _patrols(database, between, min(last, today), first, found)
    told = complaints(database, first, last, today)
    for site_id, site in found.items() if told else ():
        site.parts["complaints"] = told.get(site_id, Decimal(100))
    for part, by_site in (
        ("satisfaction", satisfaction(database, first, last, 30)),
        ("plan", planned(database, first, last)),
    ):
        for site_id, own in by_site.items():
            if site_id in found:
                found[site_id].parts[part] = own
    for site in found.values():
        site.parts = {part: own for part, own in site.parts.items() if weights.get(part)}
    for site in found.values():
        if "score" in site.parts:
            counted = {part: w for part, w in weights.items() if w and part in site.parts}
            added = sum((site.parts[part] * w for part, w in counted.items()), Decimal())
            site.total = half_up(added / sum(counted.values()))
    _rank(found)
    return found


def _rectified(
    database: Path, between: tuple[str, str], today: date, found: dict[str, Recomputed]
) -> None:
    for row in rows(
        database,
        "SELECT i.site_id, count(*) AS raised, sum(f.state = 'closed') AS closed,"
        " sum(f.state NOT IN ('closed') AND f.deadline < ?) AS late"
        " FROM finding AS f JOIN inspection AS i ON i.id = f.inspection_id"
        " WHERE f.state <> 'withdrawn' AND i.kind NOT IN ('patrol', 'recheck', 'self', 'voice')"
        " AND f.day BETWEEN ? AND ? GROUP BY i.site_id",
        today.isoformat(),
        *between,
    ):
        rate = half_up(Decimal(100 * row["closed"]) / row["raised"])
        found[row["site_id"]].parts["rectified"] = max(Decimal(), rate - 2 * row["late"])


def _patrols(
    database: Path, between: tuple[str, str], last: date, first: date, found: dict[str, Recomputed]
) -> None:
    walked = {
        row["site_id"]: row["days"]
        for row in rows(
            database,
            "SELECT site_id, count(DISTINCT day) AS days FROM inspection WHERE kind = 'patrol'"
            " AND state = 'completed' AND day BETWEEN ? AND ? GROUP BY site_id",
            *between,
        )
    }
    wanted = Decimal((last - first).days + 1) / 7 * 5
    for site_id, days in walked.items():
        if site_id in found:  # who keeps no patrols here was not measured
            found[site_id].parts["patrols"] = min(Decimal(100), half_up(days / wanted * 100))


def _rank(found: dict[str, Recomputed]) -> None:
    fit = [site for site in found.values() if site.visits >= 2]
    for site in fit:
        assert site.total is not None
        site.rank = 1 + sum(
            other.checklist == site.checklist
            and (other.vetoes == 0, other.total) > (site.vetoes == 0, site.total)
            for other in fit
        )
