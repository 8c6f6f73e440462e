"""What an object needs to be here before it: the finding of a step, the checklist of a visit.

What comes before what it needs waits for it, so that bundles may come in any order. Pure rules.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from inspector.domain.sharing.travelling import Kind, Rows, Travelling, Value


class Needed(StrEnum):
    """What can be needed; the value is the name of its table."""

    PACK = "pack"
    SITE = "site"
    WINDOW = "window"
    VISIT = "inspection"
    FINDING = "finding"
    COMPLAINT = "complaint"
    PLAN = "plan"
    FAMILY = "plan family"  # its first version, whose maker owns the plan
    TRAINING = "training"


class Need(NamedTuple):
    """One thing that has to be here, by its id as the object's maker has it.

    `called` is what it is known by in the object, as which it can be found without its id.
    """

    what: Needed
    id: str
    called: str = ""


_COLUMNS: Mapping[Kind, tuple[tuple[str, str, Needed, str], ...]] = {
    Kind.VISIT: (
        ("inspection", "site_id", Needed.SITE, "site_name"),
        ("inspection", "pack_hash", Needed.PACK, ""),
        ("inspection", "base_hash", Needed.PACK, ""),
        ("scorecard", "window_id", Needed.WINDOW, "window_number"),
        ("patrol_entry", "finding_id", Needed.FINDING, ""),
        ("recheck_entry", "finding_id", Needed.FINDING, ""),
        ("evidence", "finding_id", Needed.FINDING, ""),
    ),
    Kind.SIGNATURE: (("signature", "inspection_id", Needed.VISIT, ""),),
    Kind.AMENDMENT: (("amendment", "inspection_id", Needed.VISIT, ""),),
    Kind.EVIDENCE: (
        ("evidence", "inspection_id", Needed.VISIT, ""),
        ("evidence", "finding_id", Needed.FINDING, ""),
    ),
    Kind.EVENT: (("finding_event", "finding_id", Needed.FINDING, ""),),
    Kind.MEETING: (
        ("meeting", "site_id", Needed.SITE, "site_name"),
        ("meeting_finding", "finding_id", Needed.FINDING, ""),
    ),
    Kind.PLAN: (
        ("plan_site", "site_id", Needed.SITE, "site_name"),
        ("plan_barred", "site_id", Needed.SITE, "site_name"),
    ),
    Kind.DRAW: (
        ("plan_draw", "plan_id", Needed.PLAN, ""),
        ("plan_draw", "site_id", Needed.SITE, "site_name"),
    ),
    Kind.SURVEY: (("survey_sheet", "site_id", Needed.SITE, "site_name"),),
    Kind.TRAINING_TAKEN_BACK: (("training_taken_back", "held_id", Needed.TRAINING, ""),),
}


def needs_of(came: Travelling) -> list[Need]:
    """Return what an object needs, each once; what it brings itself is not among it."""
    own = {
        row.get("finding_id")
        for row in came.rows.get("finding_event", ())
        if row.get("kind") == "raised"
    }
    found = dict.fromkeys(
        Need(what, value, _text(row.get(name)) if name else "")
        for table, column, what, name in _COLUMNS.get(came.kind, ())
        for row in came.rows.get(table, ())
        if (value := _text(row.get(column))) and not (what is Needed.FINDING and value in own)
    )
    return [*found, *_special(came)]


def roster_in(came: Travelling, missing: Iterable[Need]) -> Travelling:
    """Return what an object itself says of the sites and windows it misses: what each is called.

    Windows are those of its one site.
    """
    sites = [need for need in missing if need.what is Needed.SITE]
    windows = [need for need in missing if need.what is Needed.WINDOW]
    named = {need.id: need.called for need in sites}
    if windows and not sites:
        for row in came.rows.get("inspection", ()):
            named[_text(row.get("site_id"))] = _text(row.get("site_name"))
    rows: Rows = {
        "site": [{"id": key, "name": called} for key, called in named.items()],
        "window": [
            {"id": need.id, "number": need.called, "site_id": key}
            for need in windows
            for key in named
        ],
    }
    return replace(came, kind=Kind.SITE, rows=rows)


def _special(came: Travelling) -> Iterator[Need]:
    if came.kind is Kind.PLAN:
        for row in came.rows.get("plan", ()):
            version = row.get("version")
            if isinstance(version, int) and version > 1:
                yield Need(Needed.FAMILY, _text(row.get("family")))
    if came.kind is Kind.COMPLAINT:
        for row in came.rows.get("complaint_event", ()):
            content = json.loads(_text(row.get("content")) or "{}")
            if row.get("kind") == "received":
                site = _text(content.get("site_id"))
                yield Need(Needed.SITE, site, _text(content.get("site_name")))
            else:
                yield Need(Needed.COMPLAINT, _text(row.get("complaint_id")))
            if visit := _text(content.get("inspection_id")):
                yield Need(Needed.VISIT, visit)


def _text(value: Value | object) -> str:
    return value if isinstance(value, str) else ""
