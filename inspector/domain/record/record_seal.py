"""The seal of a completed record: a digest that any later change of it would break."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from inspector.domain.finding.recheck import RecheckEntry
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Scorecard
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
    head = _facts(sheet.inspection)
    facts = {
        "inspection": {key: value for key, value in head.items() if key not in _LATER},
        "scorecards": [_card(card) for card in sheet.scorecards],
        "answers": [
            [card.id, _facts(answer)]
            for card in sheet.scorecards
            for _, answer in sorted(sheet.answers_of(card).items())
        ],
        "patrol": [_facts(entry) for entry in patrol],
        "recheck": [_facts(entry) for entry in recheck],
        "evidence": sorted(map(_place_of, sheet.evidence)),
    }
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, default=_written)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _card(card: Scorecard) -> dict[str, Any]:
    """Return the facts of a scorecard; a field that came later is none of them while blank."""
    facts = _facts(card)
    if not card.left_out_reason:
        del facts["left_out_reason"]
    return facts


def short_seal(seal: str) -> str:
    """Return the first digits of a seal as people compare them: 3fa2 91bc."""
    return f"{seal[:4]} {seal[4:8]}".strip()


def signature_digest(inspection_id: str, *facts: str | None) -> str:
    """Return the SHA-256, in hexadecimal, over a signature as it is kept, under which record."""
    text = json.dumps([inspection_id, *facts], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _facts(record: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the fields of a flat dataclass: `asdict` copies what is in them, which takes long."""
    return {name: getattr(record, name) for name in _names(record.__class__)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _place_of(evidence: Evidence) -> list[str]:
    places = (evidence.scorecard_id or "", evidence.item_id or evidence.finding_id or "")
    return [*places, evidence.role.value, evidence.digest, evidence.annotated or ""]


def _written(value: Any) -> str:  # noqa: ANN401
    assert isinstance(value, datetime)
    return value.isoformat(timespec="seconds")
