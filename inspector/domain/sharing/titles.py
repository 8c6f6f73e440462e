"""What people call an object that came: by its day and site, its number, its name."""

import json

from inspector.domain.sharing.travelling import Kind, Travelling

_HEADS: dict[Kind, tuple[str, tuple[str, ...]]] = {
    Kind.PACK: ("pack", ("title", "version")),
    Kind.SITE: ("site", ("name",)),
    Kind.INSPECTOR: ("inspector", ("name", "unit")),
    Kind.HOLIDAY: ("holiday", ("day", "name")),
    Kind.PHASE: ("phase_entry", ("name", "first")),
    Kind.PLAN: ("plan", ("name", "version")),
    Kind.DRAW: ("plan_draw", ("at", "site_name")),
    Kind.VISIT: ("inspection", ("started_at", "site_name")),
    Kind.SIGNATURE: ("signature", ("signed_at", "signer")),
    Kind.AMENDMENT: ("amendment", ("at", "text")),
    Kind.EVIDENCE: ("evidence", ("added_at", "name")),
    Kind.MEETING: ("meeting", ("started_at", "site_name")),
    Kind.SURVEY: ("survey_sheet", ("day", "site_name")),
    Kind.CLOCK: ("clock_remark", ("said_at", "reason")),
    Kind.TRAINING: ("training", ("held_on", "topic")),
    Kind.TRAINING_TAKEN_BACK: ("training_taken_back", ("at", "reason")),
    Kind.EVENT: ("finding_event", ("at", "author")),
    Kind.COMPLAINT: ("complaint_event", ("at", "author")),
    Kind.CHOICE: ("choice", ("at", "author")),
}
_MOMENTS = frozenset({"started_at", "at", "signed_at", "added_at", "said_at"})


def title_of(came: Travelling) -> str:
    """Return what people call an object; its id where it says nothing of the kind."""
    table, columns = _HEADS[came.kind]
    for row in came.rows.get(table, ()):
        number = _number(row.get("content")) if came.kind in (Kind.EVENT, Kind.COMPLAINT) else ""
        parts = [
            _minute(str(value)) if column in _MOMENTS else str(value)
            for column in columns
            if (value := row.get(column)) not in (None, "")
        ]
        if number or parts:
            return " ".join([number, *parts] if number else parts)
    return came.id


def _minute(moment: str) -> str:
    """2026-11-27 09:30 of a moment as it is kept."""
    return moment[:16].replace("T", " ")


def _number(content: object) -> str:
    """Return the number in what a finding or complaint began with."""
    if not isinstance(content, str):
        return ""
    try:
        said = json.loads(content)
    except ValueError:
        return ""
    number = said.get("number") if isinstance(said, dict) else None
    return number if isinstance(number, str) else ""
