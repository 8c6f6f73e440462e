"""The ranked visits of a period, each with what summaries count: scores, rates, windows."""

from dataclasses import replace
from datetime import date

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import families_of
from inspector.domain.figures.standing import Standing
from inspector.domain.figures.summary import Visit
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection import InspectionKind
from inspector.storage.database.database import Database
from inspector.storage.stores.joined.joined_visits import joined_visits, visits_together
from inspector.storage.stores.pack_store import PackStore
from inspector.storage.stores.ranked_terms import (
    APART,
    observed_enough,
    ranked_rate,
    ranked_score,
    ranked_vetoes,
)


def ranked_visits(
    database: Database,
    first: date,
    last: date,
    site_name: str | None = None,
    phase: str = "",
    *,
    by_itself: bool = False,
) -> list[Visit]:
    """Return the ranked, completed visits from `first` to `last` day, oldest first.

    Their scores are those that are ranked, after appeals and before a site's own numbers; a
    family is named by the versions among them. What a hall found of itself is not among them,
    and alone among them `by_itself`. The parts of a shared visit (分头检查) are one.
    """
    where = "inspection.state = 'completed' AND inspection.day BETWEEN ? AND ?" + (
        " AND inspection.kind = 'self'" if by_itself else f" AND NOT inspection.{APART}"
    )
    values: tuple[str, ...] = (first.isoformat(), last.isoformat())
    if site_name is not None:
        where += " AND inspection.site_name = ?"
        values += (site_name,)
    if phase:
        where += " AND inspection.phase = ?"
        values += (phase,)
    rates: dict[str, dict[Category, int | None]] = {}
    for row in database.rows(
        f"SELECT inspection_id, category, {ranked_rate('c')} AS rate"
        " FROM inspection JOIN inspection_category AS c"
        f" ON c.inspection_id = inspection.id WHERE {where}",
        values,
    ):
        rates.setdefault(row["inspection_id"], {})[Category(row["category"])] = row["rate"]
    windows: dict[str, set[str]] = {}
    for row in database.rows(
        "SELECT scorecard.inspection_id, scorecard.window_id FROM inspection JOIN scorecard"
        " ON scorecard.inspection_id = inspection.id"
        f" WHERE {where} AND scorecard.window_id IS NOT NULL AND NOT scorecard.left_out",
        values,
    ):
        windows.setdefault(row["inspection_id"], set()).add(row["window_id"])
    own = database.rows(
        f"SELECT inspection.*, {ranked_score('inspection')} AS total,"
        " coalesce(reviewed_score, score) AS own_total,"
        f" {ranked_vetoes('inspection')} AS after_vetoes,"
        f" {observed_enough('inspection')} AS ranked"
        " FROM inspection JOIN pack AS p ON p.hash = inspection.pack_hash"
        f" WHERE {where} ORDER BY inspection.day, inspection.started_at",
        values,
    )
    versions = PackStore(database).families()
    keys = {(row["pack_hash"], row["form"]) for row in own}
    told = {key: replace(versions[key[0]], form=Form(key[1])) for key in keys}
    families = families_of(told, told)
    made = [
        Visit(
            site_id=row["site_id"],
            site_name=row["site_name"],
            pack=families[row["pack_hash"], row["form"]],
            pack_hash=row["pack_hash"],
            day=date.fromisoformat(row["day"]),
            windows=frozenset(windows.get(row["id"], ())),
            rates=rates.get(row["id"], {}),
            bonus=row["bonus"],
            vetoes=row["after_vetoes"],
            total=row["total"],
            found=(
                None
                if row["reviewed_vetoes"] is None
                else Standing(row["score"], row["vetoes"], row["grade"])
            ),
            ranked=bool(row["ranked"]),
            coverage=(None if row["asked"] is None else Coverage(row["observed"], row["asked"])),
            own_total=row["own_total"],
            inspection_id=row["id"],
            kind=InspectionKind(row["kind"]),
        )
        for row in own
    ]
    return visits_together(made, joined_visits(database, first, last))
