"""Rows to inspections, scorecards, answers and back: the spelling of values in the database."""

import json
from datetime import datetime
from functools import lru_cache

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.method import Form
from inspector.domain.people.inspector import Role
from inspector.domain.people.party import PartyMember
from inspector.domain.visit.inspection import (
    Answer,
    Inspection,
    InspectionKind,
    InspectionState,
    Scorecard,
    Slot,
    Verdict,
)
from inspector.storage.database.database import Row


def moment_text(moment: datetime) -> str:
    """Write a moment with its UTC offset, to the second."""
    return moment.isoformat(timespec="seconds")


def moment_from(text: str) -> datetime:
    """Read what `moment_text` wrote."""
    return datetime.fromisoformat(text)


def texts_json(texts: tuple[str, ...]) -> str | None:
    """Write a list of texts; an empty one takes no room."""
    return json.dumps(texts, ensure_ascii=False) if texts else None


def texts_from(value: str | None) -> tuple[str, ...]:
    """Read what `texts_json` wrote."""
    return tuple(json.loads(value)) if value else ()


def party_json(party: tuple[PartyMember, ...]) -> str | None:
    """Write who makes a visit as what; nobody takes no room."""
    facts = [[each.name, each.role, each.inspector_id, each.unit, each.group] for each in party]
    return json.dumps(facts, ensure_ascii=False) if facts else None


def party_from(value: str | None) -> tuple[PartyMember, ...]:
    """Read what `party_json` wrote."""
    if not value:
        return ()
    return tuple(PartyMember(name, Role(role), *own) for name, role, *own in json.loads(value))


def inspection_from(row: Row) -> Inspection:
    """Return the inspection of a row of its table."""
    completed_at = row["completed_at"]
    return Inspection(
        id=row["id"],
        site_id=row["site_id"],
        site_name=row["site_name"],
        kind=InspectionKind(row["kind"]),
        inspectors=texts_from(row["inspectors"]),
        pack_hash=row["pack_hash"],
        state=InspectionState(row["state"]),
        started_at=datetime.fromisoformat(row["started_at"]),
        completed_at=datetime.fromisoformat(completed_at) if completed_at else None,
        phase=row["phase"],
        cursor_scorecard=row["cursor_scorecard"],
        cursor_item=row["cursor_item"],
        slot=Slot(row["slot"]) if row["slot"] else None,
        conflicts=texts_from(row["conflicts"]),
        seal=row["seal"] or "",
        form=Form(row["form"]),
        seed=row["seed"],
        base_hash=row["base_hash"] or "",
        party=party_from(row["party"]),
        shared_by=row["shared_by"] or "",
    )


def scorecard_from(row: Row) -> Scorecard:
    """Return the scorecard of a row of its table."""
    return Scorecard(
        id=row["id"],
        inspection_id=row["inspection_id"],
        position=row["position"],
        scope=Scope(row["scope"]),
        window_id=row["window_id"],
        window_number=row["window_number"],
        window_kind=row["window_kind"],
        staff_number=row["staff_number"],
        staff_name=row["staff_name"],
        department=row["department"],
        leader=row["leader"],
        left_out=bool(row["left_out"]),
        left_out_reason=row["left_out_reason"],
    )


PLAIN_ANSWER = (
    "(answer.count = 0 AND answer.option IS NULL AND answer.measured IS NULL"
    " AND answer.samples IS NULL AND answer.phrases IS NULL AND answer.note IS NULL"
    " AND NOT answer.praised AND answer.correction IS NULL AND answer.cases IS NULL)"
)
"""Nothing but a verdict was said, as of nearly all items of a visit."""


def answer_from(row: Row) -> Answer:
    """Return the answer of a row of its table, with PLAIN_ANSWER as `plain`."""
    if row["plain"]:
        return _plain(row["item"], row["verdict"])
    return Answer(
        item_id=row["item"],
        verdict=Verdict(row["verdict"]),
        count=row["count"],
        option=row["option"],
        measured=row["measured"],
        samples=tuple(json.loads(row["samples"])) if row["samples"] else (),
        phrases=texts_from(row["phrases"]),
        note=row["note"] or "",
        praised=bool(row["praised"]),
        correction=row["correction"],
        cases=tuple(json.loads(row["cases"])) if row["cases"] else (),
    )


@lru_cache(maxsize=4096)
def _plain(item_id: str, verdict: str) -> Answer:
    """Return the answer that is nothing but a verdict: one for all windows that have it."""
    return Answer(item_id, Verdict(verdict))
