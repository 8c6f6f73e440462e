"""Batches of rows as several laptops tell them: twice, one behind the other, against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from inspector.storage.city.city_ledger import Batch, CityLedger, Publication
from inspector.storage.city.ledger_digest import digest
from inspector.storage.city.ledger_tables import (
    FINDING,
    FINDING_STANDING,
    KNOWN_OBJECT,
    REVIEW,
    SCORECARD,
    VISIT,
    Holds,
    Table,
)

VISITS = 6
_PLACES = (("2026-03", "东厅"), ("2026-03", "西厅"), ("2026-04", "东厅"))
_STATES = ("open", "rectifying", "reported", "closed", "withdrawn")
_MOMENT = "2026-03-09T09:00:00+08:00"
_BY_HOLDS: dict[Holds, Any] = {
    Holds.TEXT: "", Holds.WHOLE: 0, Holds.DAY: "2026-03-09", Holds.MOMENT: _MOMENT,
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What one batch is made of; pairs are of a visit and how it is told."""

    visits: tuple[tuple[int, int], ...]
    standings: tuple[tuple[int, int, int, str, int], ...]
    reviews: tuple[tuple[int, int, int, int | None], ...]


_visit = st.integers(0, VISITS - 1)
_visits = st.lists(
    st.tuples(_visit, st.integers(0, 1)), min_size=1, max_size=4, unique_by=lambda each: each[0]
).map(tuple)
_standings = st.lists(
    st.tuples(
        _visit, st.integers(0, 1), st.integers(1, 3), st.sampled_from(_STATES), st.integers(-2, 2)
    ),
    min_size=1,
    max_size=4,
).map(tuple)
_reviews = st.lists(
    st.tuples(_visit, st.integers(0, 2), st.integers(1, 3), st.none() | st.integers(6000, 9000)),
    min_size=1,
    max_size=2,
).map(tuple)
_none = st.just(())
batches = st.lists(
    # Often of one kind alone: what the others are about would be made anew because of them.
    st.builds(Told, _visits, _none, _none)
    | st.builds(Told, _none, _standings, _none)
    | st.builds(Told, _none, _none, _reviews)
    | st.builds(Told, _visits, _standings, _reviews),
    min_size=2,
    max_size=6,
)
"""Several, as they come one behind the other."""


def take_in(ledger: CityLedger, number: int, told: Told) -> None:
    """Let a laptop of its own tell one batch."""
    laptop = f"laptop-{number}"
    publication = Publication(
        f"publication-{number}", laptop, "A", laptop, "", _MOMENT, "made", 0, "", 9, digest(number)
    )
    ledger.take_in(publication, _batch(told, laptop, publication.id), 0)


def _batch(told: Told, laptop: str, publication: str) -> Batch:
    rows: dict[str, dict[tuple[Any, ...], tuple[Any, ...]]] = {}
    for table, own in _rows(told, laptop, publication):
        row = {**own, "laptop": laptop, "publication": publication}
        key = tuple(row[name] for name in table.key)
        rows.setdefault(table.name, {})[key] = tuple(
            row.get(column.name, None if column.may_lack else _BY_HOLDS[column.holds])
            for column in table.columns
        )
    return {name: list(own.values()) for name, own in rows.items()}


def _rows(told: Told, laptop: str, publication: str) -> Iterator[tuple[Table, dict[str, Any]]]:
    for visit, how in told.visits:
        yield from _visit_rows(visit, how)
    for visit, finding, steps, state, days in told.standings:
        month, site = _place(visit)
        deadline = f"{date.today() + timedelta(days)}"
        yield FINDING_STANDING, {
            "finding": f"finding-{visit}-{finding}", "month": month, "site": site,
            "visit": f"visit-{visit}", "steps": steps, "state": state, "deadline": deadline,
            "digest": digest(visit, finding, steps, state, deadline),
        }  # fmt: skip
    for visit, card, steps, score in told.reviews:
        own = f"card-{visit}-{card}" if card else f"visit-{visit}"
        yield REVIEW, {
            "id": own, "visit": f"visit-{visit}", "month": _place(visit)[0], "steps": steps,
            "reviewed_score": score, "reviewed_vetoes": score and score % 2,
            "digest": digest(own, steps, score),
        }  # fmt: skip


def _visit_rows(visit: int, how: int) -> Iterator[tuple[Table, dict[str, Any]]]:
    """Of each, the second half are parts of shared ones; told in the other way it contradicts."""
    month, site = _place(visit)
    told = digest(visit, how)
    at = {"month": month, "site": site, "pack": "hall", "form": "full", "digest": told}
    scores = {
        "score": 7000 + 301 * visit + how, "vetoes": visit % 2, "observed": 3 + visit % 2,
        "asked": 4, "is_ranked": (visit + how) % 2,
    }  # fmt: skip
    shared = {
        "shared_by": digest("shared", *_place(visit)), "public_share": 20, "ranked_from": 80,
    } if visit % 2 else {}  # fmt: skip
    yield KNOWN_OBJECT, {"kind": "visit", "id": f"visit-{visit}", "digest": told}
    yield VISIT, {
        **at, **scores, **shared, "id": f"visit-{visit}", "kind": ("open", "covert")[visit % 2],
        "unit": f"主管{visit % 3}", "windows": 2, "is_scored": 1,
    }  # fmt: skip
    for card, (scope, window) in enumerate((("public", ""), ("window", "1"), ("window", ""))):
        yield SCORECARD, {
            **at, **scores, "id": f"card-{visit}-{card}", "visit": f"visit-{visit}",
            "scope": scope, "window": window, "score": 8000 + 13 * card * visit,
        }  # fmt: skip
    yield FINDING, {
        **at, "id": f"finding-{visit}-0", "visit": f"visit-{visit}", "number": f"{visit}",
    }  # fmt: skip


def _place(visit: int) -> tuple[str, str]:
    return _PLACES[visit % 4 % 3]
