"""Which tables can name a person: where that is told, of which site, and what is sealed of a row.

Every table with texts is here or among those that name nobody; a test goes through the schema, so
that a table to come is not forgotten. SQL expressions are about a row `t`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.domain.personal.erasure import HeldIn

NAMELESS = frozenset({
    "_sqlite_migrations", "sequence", "pack", "holiday", "journal", "erasure", "erasure_change",
    "erased_file", "unfinished_erasure", "site", "inspection_category", "scorecard_category",
    "meeting_finding", "evaluation_scheme", "sqlite_sequence", "ledger_export_run",
    "finding_searched", "finding_search", "finding_search_config", "finding_search_data",
    "finding_search_docsize", "finding_search_idx", "received_object", "event_origin", "unsettled",
    "survey_beside", "finding_line",
})  # fmt: skip
"""Tables that hold no text about people, or that are never changed; the index of what findings say
follows them."""

NAMELESS_COLUMNS = frozenset({
    "id", "site_name", "unit", "kind", "state", "window_kind", "department", "group_name", "team",
    "digest", "seal", "pack_hash", "base_hash", "item", "item_text", "pack_id", "at", "link",
})  # fmt: skip
"""Columns that name places, things and moments; people are called like some of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A table that can name a person.

    `site`, `when` and `title` are SQL for a row's site id, moment and what it is called;
    `sealed` are the subjects of the journal that a row is part of, each with the SQL of its id.
    """

    held_in: HeldIn
    site: str = "''"
    when: str = "''"
    title: str = "''"
    sealed: tuple[tuple[str, str], ...] = ()


def _visit(column: str, of: str) -> str:
    return f"(SELECT {column} FROM inspection WHERE id = {of})"


def _finding(column: str, of: str = "t.finding_id") -> str:
    return f"(SELECT {column} FROM finding WHERE id = {of})"


def _complaint(column: str) -> str:
    return f"(SELECT {column} FROM complaint WHERE id = t.complaint_id)"


_OWN = "t.inspection_id"
_OF_CARD = "(SELECT inspection_id FROM scorecard WHERE key = t.scorecard)"
_OF_EVIDENCE = "(SELECT inspection_id FROM evidence WHERE id = t.evidence_id)"


def _part(of: str, title: str = "site_name", *more: tuple[str, str]) -> Told:
    """Return a table whose rows are parts of a visit."""
    return Told(
        HeldIn.VISITS, _visit("site_id", of), _visit("started_at", of), _visit(title, of),
        (("visit", of), *more),
    )  # fmt: skip


def _roster(site: str, title: str, when: str = "''") -> Told:
    return Told(HeldIn.ROSTER, site, when, title)


def _evidence(of: str, added: str, name: str, evidence_id: str) -> Told:
    visit, finding = f"{of}.inspection_id", f"{of}.finding_id"
    return Told(
        HeldIn.PHOTOS,
        f"coalesce({_visit('site_id', visit)}, {_finding('site_id', finding)}, '')",
        added,
        name,
        (("visit", visit), ("evidence", evidence_id)),
    )


def _shared(when: str, title: str = "''") -> Told:
    return Told(HeldIn.SHARING, when=when, title=title)


_SITE_OF_WINDOW = '(SELECT site_id FROM "window" WHERE id = t.window_id)'
_SITE = ("t.site_id", "(SELECT name FROM site WHERE id = t.site_id)")

TABLES: Mapping[str, Told] = {
    "window": _roster("t.site_id", "t.number"),
    "staff": _roster(
        _SITE_OF_WINDOW,
        "(SELECT site.name || ' ' || number FROM \"window\" AS w JOIN site"
        " ON site.id = w.site_id WHERE w.id = t.window_id)",
    ),
    "department": _roster(*_SITE),
    "roster_event": _roster(*_SITE, "t.at"),
    "site_override": _roster(*_SITE),
    "inspector": Told(HeldIn.INSPECTORS, title="t.unit"),
    "inspector_event": Told(
        HeldIn.INSPECTORS, when="t.at", sealed=(("inspector", "t.id"),)
    ),
    "inspection": _part("t.id"),
    "scorecard": _part(_OWN, "site_name"),
    "answer": _part(_OF_CARD),
    "patrol_entry": _part(_OWN),
    "recheck_entry": _part(_OWN),
    "signature": Told(
        HeldIn.SIGNATURES, _visit("site_id", _OWN), "t.signed_at", _visit("site_name", _OWN),
        (("signature", _OWN),),
    ),
    "amendment": Told(
        HeldIn.VISITS, _visit("site_id", _OWN), "t.at", _visit("site_name", _OWN),
        (("amendment", "t.id"),),
    ),
    "clock_remark": Told(HeldIn.VISITS, when="t.said_at", sealed=(("clock", "t.id"),)),
    "evidence": _evidence("t", "t.added_at", "t.name", "t.id"),
    "evidence_event": Told(
        HeldIn.PHOTOS,
        f"coalesce({_visit('site_id', _OF_EVIDENCE)}, '')",
        "t.at",
        "(SELECT name FROM evidence WHERE id = t.evidence_id)",
        (("evidence", "t.evidence_id"),),
    ),
    "finding": Told(HeldIn.FINDINGS, "t.site_id", "t.raised_at", "t.number"),
    "finding_event": Told(
        HeldIn.FINDINGS, _finding("site_id"), "t.at", _finding("number"), (("event", "t.id"),)
    ),
    "ledger_export": Told(
        HeldIn.FINDINGS, when="t.at", title="t.workbook", sealed=(("ledger-export", "t.id"),)
    ),
    "meeting": Told(
        HeldIn.MEETINGS, "t.site_id", "t.started_at", "t.site_name", (("meeting", "t.id"),)
    ),
    "complaint": Told(HeldIn.COMPLAINTS, "t.site_id", "t.received_at", "t.number"),
    "complaint_event": Told(
        HeldIn.COMPLAINTS, _complaint("site_id"), "t.at", _complaint("number"),
        (("complaint", "t.id"),),
    ),
    "phase_entry": Told(HeldIn.PLANS, when="t.at", title="t.name", sealed=(("phase", "t.id"),)),
    "plan": Told(HeldIn.PLANS, when="t.made_at", title="t.name", sealed=(("plan", "t.id"),)),
    "plan_site": Told(HeldIn.PLANS, "t.site_id", title="t.site_name",
                      sealed=(("plan", "t.plan_id"),)),
    "plan_barred": Told(HeldIn.PLANS, "t.site_id", title="t.site_name",
                        sealed=(("plan", "t.plan_id"),)),
    "plan_draw": Told(HeldIn.PLANS, "t.site_id", "t.at", "t.site_name", (("draw", "t.id"),)),
    "survey_sheet": Told(
        HeldIn.SURVEYS, "t.site_id", "t.entered_at", "t.site_name", (("survey", "t.id"),)
    ),
    "training": Told(
        HeldIn.TRAININGS, "t.site_id", "t.at", "t.topic", (("training", "t.id"),)
    ),
    "training_taken_back": Told(
        HeldIn.TRAININGS, when="t.at", sealed=(("training-taken-back", "t.id"),)
    ),
    "evaluation": Told(
        HeldIn.EVALUATIONS, when="t.published_at", title="t.first || ' – ' || t.last",
        sealed=(("evaluation", "t.id"),),
    ),
    "laptop": _shared("t.met_at", "t.code"),
    "sent_bundle": _shared("t.at"),
    "received_bundle": _shared("t.received_at"),
    "laptop_role": _shared("t.at", "t.laptop"),
    "alias": _shared("t.at", "t.kind"),
    "set_aside": _shared("t.at", "t.kind"),
    "difference": _shared("t.at", "t.kind"),
    "choice": Told(HeldIn.SHARING, when="t.at", title="t.kind", sealed=(("choice", "t.id"),)),
    "setting": Told(HeldIn.SETTINGS, title="t.key"),
    "draft": Told(HeldIn.SETTINGS, title="t.editor"),
    "own_phrase": Told(HeldIn.SETTINGS),
    "circular_text": Told(HeldIn.SETTINGS, title="t.first || ' – ' || t.last"),
}  # fmt: skip
