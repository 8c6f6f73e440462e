"""A sealed visit as plain values, for an archive: what was found, scored, signed and said later.

The names are those of `inspector list --json` where it tells the same, and stay; what each means
stands in the archive's own words (`archive_words`). Points are of a hundred.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from inspector.domain.checklist.checklist import ChoiceRule, Item
from inspector.domain.checklist.item_schema import GRAVITIES
from inspector.domain.checklist.points import ONE, Hundredths
from inspector.domain.finding.finding import PUBLIC_AREA, describe
from inspector.domain.finding.recheck import RecheckEntry
from inspector.domain.record.record import Record, evidence_in_order
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer, Inspection, Scorecard, Verdict
from inspector.domain.visit.patrol import PatrolEntry
from inspector.domain.visit.scoring import ScorecardScore, SiteScore
from inspector.excel.sheet.terms import CATEGORIES, INSPECTION_KINDS
from inspector.workspace.archive.archive_words import EVIDENCE

Facts = dict[str, object]

_VERDICTS: Mapping[Verdict, str] = {
    Verdict.PASS: "合格",
    Verdict.DEDUCT: "扣分",
    Verdict.NOT_APPLICABLE: "不适用",
    Verdict.UNSEEN: "未观察",
}
_UNANSWERED = "未查"


def evidence_name(digest: str, suffix: str) -> str:
    """Return where the bytes of evidence lie in an archive, below `data/`."""
    return f"{EVIDENCE}/{digest[:2]}/{digest}{'.' if suffix else ''}{suffix}"


def scored_facts(record: Record) -> Facts:
    """Return a scored visit: as found, window by window and item by item, and after appeals."""
    sheet, signature = record.sheet, record.signature
    reviewed = record.reviewed
    return {
        **_head(sheet.inspection),
        "checklist": {"id": sheet.pack.id, "title": sheet.pack.title, "version": sheet.pack.version,
                      "digest": sheet.inspection.pack_hash},
        "as_found": _site(sheet.site_score()),
        "reviewed": _site(reviewed.site) if reviewed else None,
        **_observed(sheet.total_coverage()),
        "scorecards": [_card(record, card) for card in sheet.scorecards],
        "signature": plain(signature) if signature else None,
        "amendments": plain(record.amendments),
        "answers_moved": plain(record.moves),
        "clock_remark": plain(record.clock_remark),
        "unchanged_since_sealed": record.unchanged,
    }  # fmt: skip


def walk_facts(
    inspection: Inspection,
    cards: Sequence[Scorecard],
    entries: Sequence[PatrolEntry] | Sequence[RecheckEntry],
    evidence: Sequence[Evidence],
    unchanged: bool,
) -> Facts:
    """Return a patrol or a recheck: its places and what was seen, photos behind them."""
    return {
        **_head(inspection),
        "scorecards": [_place(card) for card in cards],
        "entries": plain(entries),
        "photos": [_photo(each) for each in evidence],
        "unchanged_since_sealed": unchanged,
    }


def plain(value: object) -> object:
    """Return a value of the domain as JSON knows it: days and moments in ISO 8601, hundredths."""
    if is_dataclass(value) and not isinstance(value, type):
        own = {each.name: plain(getattr(value, each.name)) for each in fields(value)}
        kind = getattr(value, "kind", None)
        return {"kind": plain(kind), **own} if isinstance(kind, Enum) else own
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a moment is one
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(each) for each in value]
    return value


def _head(inspection: Inspection) -> Facts:
    return {
        "id": inspection.id,
        "kind": INSPECTION_KINDS[inspection.kind],
        "site": inspection.site_name,
        "site_id": inspection.site_id,
        "day": inspection.started_at.date().isoformat(),
        "started_at": plain(inspection.started_at),
        "completed_at": plain(inspection.completed_at),
        "slot": plain(inspection.slot),
        "phase": inspection.phase,
        "inspectors": list(inspection.inspectors),
        "party": [
            {"name": each.name, "role": each.role.value, "unit": each.unit, "group": each.group}
            for each in inspection.party
        ],
        "shared_by": inspection.shared_by,
        "belong_to_the_site": list(inspection.conflicts),
        "form": inspection.form.value,
        "draw": inspection.seed,
        "seal": inspection.seal,
    }


def _site(score: SiteScore) -> Facts:
    return {
        "score": _points(score.total),
        "public_area": _points(score.public),
        "bonus": _points(score.bonus),
        "vetoed": score.vetoed,
        "grade": score.grade.title if score.grade else None,
        "categories": {CATEGORIES[key]: _points(rate) for key, rate in score.rates.items()},
    }


def _place(card: Scorecard) -> Facts:
    return {
        "id": card.id,
        "window": card.window_number or PUBLIC_AREA,
        "window_kind": card.window_kind,
        "staff_number": card.staff_number,
        "staff_name": card.staff_name,
        "department": card.department,
        "leader": card.leader,
        "left_out": card.left_out,
        "left_out_reason": card.left_out_reason,
    }


def _card(record: Record, card: Scorecard) -> Facts:
    if card.left_out:
        return _place(card)
    sheet = record.sheet
    score = sheet.score(card)
    reviewed = record.reviewed.scorecards.get(card.id) if record.reviewed else None
    return {
        **_place(card),
        "score": _points(score.total),
        "grade": score.grade.title if score.grade else None,
        "reviewed_score": _points(reviewed.total) if reviewed else None,
        "bonus": _points(score.bonus),
        "penalty": _points(score.penalty),
        **_observed(sheet.coverage(card)),
        "categories": _categories(score),
        "answers": [
            _answer(record, card, each.item, each.answer, each.deduction) for each in score.items
        ],
    }


def _categories(score: ScorecardScore) -> list[Facts]:
    return [
        {
            "category": CATEGORIES[each.category],
            "weight": each.weight,
            "full": _points(each.full),
            "got": _points(each.got),
            "adds": _points(each.contribution),
        }
        for each in score.categories
    ]


def _answer(
    record: Record, card: Scorecard, item: Item, answer: Answer | None, lost: Hundredths
) -> Facts:
    facts: Facts = {
        "item": item.id,
        "category": CATEGORIES[item.category],
        "text": item.text,
        "gravity": "红线" if item.veto else GRAVITIES.words[item.gravity].chinese,
        "verdict": _VERDICTS[answer.verdict] if answer else _UNANSWERED,
    }
    if answer is None:
        return facts
    if answer.verdict is Verdict.DEDUCT:
        facts |= {"deduction": _points(lost), "found": describe(item, answer)}
    if isinstance(item.rule, ChoiceRule) and answer.option is not None:
        facts["option"] = item.rule.options[answer.option].title
    said = {
        "count": answer.count,
        "cases": list(answer.cases),
        "measured": _points(answer.measured),
        "samples": [_points(each) for each in answer.samples],
        "phrases": list(answer.phrases),
        "note": answer.note,
        "praised": answer.praised,
        "corrected_at_once": answer.correction,
        "photos": [_photo(each) for each in evidence_in_order(record.sheet, card, item)],
    }
    return facts | {name: value for name, value in said.items() if value}


def _photo(evidence: Evidence) -> Facts:
    facts: Facts = {
        "file": evidence_name(evidence.digest, evidence.suffix),
        "shows": evidence.role.value,
        "name": evidence.name,
        "taken_at": plain(evidence.taken_at),
        "added_at": plain(evidence.added_at),
    }
    return facts | ({"marked": evidence_name(*evidence.shown)} if evidence.annotated else {})


def _observed(coverage: Coverage) -> Facts:
    return {"observed": coverage.observed, "asked": coverage.asked}


def _points(points: Hundredths | None) -> float | None:
    return None if points is None else points / ONE
