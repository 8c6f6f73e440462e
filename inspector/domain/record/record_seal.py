"""The seal of a completed record: a digest that any later change of it would break."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from inspector.domain.checklist.method import Form
from inspector.domain.finding.recheck import RecheckEntry
from inspector.domain.people.party import PartyMember
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.patrol import PatrolEntry

_LATER = ("state", "completed_at", "seal", "cursor_scorecard", "cursor_item")
"""Fields of an inspection that are no part of what was found."""


def seal_of(
    sheet: InspectionSheet,
    patrol: Iterable[PatrolEntry] = (),
    recheck: Iterable[RecheckEntry] = (),
) -> str:
    """Return the seal, SHA-256 in hexadecimal, over everything that was found on a visit.

    It covers the head of the record, the digest of its pack, its scorecards, every answer or
    entry, and the digest of each piece of evidence with its place.
    """
    return seal_of_text(sealed_text(sheet, patrol, recheck))


def seal_of_text(text: str) -> str:
    """Return the seal over what was found, as `sealed_text` writes it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sealed_text(
    sheet: InspectionSheet,
    patrol: Iterable[PatrolEntry] = (),
    recheck: Iterable[RecheckEntry] = (),
) -> str:
    """Return the one text that everything found on a visit is written as, to be sealed."""
    head = _facts(sheet.inspection)
    facts = {
        "inspection": {key: value for key, value in head.items() if key not in _LATER},
        "scorecards": [_facts(card) for card in sheet.scorecards],
        "answers": [
            [card.id, _facts(answer)]
            for card in sheet.scorecards
            for _, answer in sorted(sheet.answers_of(card).items())
        ],
        "patrol": [_facts(entry) for entry in patrol],
        "recheck": [_facts(entry) for entry in recheck],
        "evidence": sorted(map(_place_of, sheet.evidence)),
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, default=_written)


def short_seal(seal: str) -> str:
    """Return the first digits of a seal as people compare them: 3fa2 91bc."""
    return f"{seal[:4]} {seal[4:8]}".strip()


def signature_digest(inspection_id: str, *facts: str | None) -> str:
    """Return the SHA-256, in hexadecimal, over a signature as it is kept, under which record."""
    text = json.dumps([inspection_id, *facts], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_CAME_LATER = {
    "left_out_reason": "",
    "form": Form.FULL,
    "seed": "",
    "base_hash": "",
    "cases": (),
    "party": (),
    "shared_by": "",
}
"""Fields that are no facts while they say what was so before they came."""


def _facts(record: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the fields of a flat dataclass: `asdict` copies what is in them, which takes long."""
    names, later = _names(record.__class__)
    facts = {name: getattr(record, name) for name in names}
    for name in later:
        if facts[name] == _CAME_LATER[name]:
            del facts[name]
    return facts


@cache
def _names(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names = tuple(field.name for field in fields(kind))
    return names, tuple(name for name in names if name in _CAME_LATER)


def _place_of(evidence: Evidence) -> list[str]:
    places = (evidence.scorecard_id or "", evidence.item_id or evidence.finding_id or "")
    return [*places, evidence.role.value, evidence.digest, evidence.annotated or ""]


def _written(value: Any) -> str | dict[str, Any]:  # noqa: ANN401
    if isinstance(value, PartyMember):
        return _facts(value)
    assert isinstance(value, datetime)
    return value.isoformat(timespec="seconds")
