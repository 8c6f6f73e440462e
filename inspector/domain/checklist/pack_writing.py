"""A `Pack` to the plain tables that `pack_reading` reads; the two are inverse."""

from decimal import Decimal
from typing import Any

from inspector.domain.checklist.checklist import (
    BonusRule,
    Category,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Override,
    Pack,
    PhotoPolicy,
    Responsible,
    Rule,
    Scope,
)
from inspector.domain.checklist.points import Hundredths, to_decimal


def pack_tables(pack: Pack) -> dict[str, dict[str, Any]]:
    """Return `pack` and one table for each category, numbers as int or Decimal."""
    tables: dict[str, dict[str, Any]] = {
        "pack": {
            "id": pack.id,
            "title": pack.title,
            "version": pack.version,
            "summary": pack.summary,
            "weights": {category.value: pack.weights[category] for category in Category},
            "policy": {
                "not_applicable": pack.policy.not_applicable.value,
                "floor": pack.policy.floor.value,
                "bonus_cap": _number(pack.policy.bonus_cap),
                "veto": pack.policy.veto.value,
                "public_area_share": pack.policy.public_area_share,
                "samples": pack.policy.samples.value,
            },
            "grade": [{"title": g.title, "from": _number(g.lower)} for g in pack.grades],
            "window_kind": [
                {"id": kind.id, "title": kind.title, "aliases": list(kind.aliases)}
                for kind in pack.window_kinds
            ],
        }
    }
    if pack.overrides:
        tables["pack"]["override"] = [_override(override) for override in pack.overrides]
    for checklist in pack.checklists:
        tables[checklist.category.value] = {"item": [_item(item) for item in checklist.items]}
    return tables


def _override(override: Override) -> dict[str, Any]:
    table: dict[str, Any] = {"item": override.item_id, "reason": override.reason}
    if override.off:
        table["off"] = True
    for key in ("full", "each", "limit"):
        value: Hundredths | None = getattr(override, key)
        if value is not None:
            table[key] = _number(value)
    return table


def _number(points: Hundredths) -> int | Decimal:
    return points // 100 if points % 100 == 0 else to_decimal(points).normalize()


def _item(item: Item) -> dict[str, Any]:
    """Return an item's table; what equals the default is left out, as a person would write it."""
    table: dict[str, Any] = {"id": item.id, "text": item.text}
    if not item.is_bonus:
        table["full"] = _number(item.full)
    table["rule"] = _rule(item.rule)
    if item.scope is not Scope.WINDOW:
        table["scope"] = item.scope.value
    if item.window_kinds:
        table["window_kinds"] = list(item.window_kinds)
    if item.veto:
        table["veto"] = True
    if item.photo is not PhotoPolicy.OPTIONAL:
        table["photo"] = item.photo.value
    if item.responsible is not Responsible.PERSON:
        table["responsible"] = item.responsible.value
    table["requirement"] = item.requirement
    table["deadline"] = item.deadline
    table["phrases"] = list(item.phrases)
    if item.basis:
        table["basis"] = item.basis
    return table


def _rule(rule: Rule) -> dict[str, Any]:
    match rule:
        case DeductRule(each=each, unit=unit):
            return {"kind": "deduct", "each": _number(each), "unit": unit}
        case ChoiceRule(options=options):
            rows = [{"title": o.title, "points": _number(o.points)} for o in options]
            return {"kind": "choice", "options": rows}
        case MeasureRule(unit=unit, bands=bands):
            rows = [
                {"points": _number(band.points)}
                if band.upto is None
                else {"upto": _number(band.upto), "points": _number(band.points)}
                for band in bands
            ]
            return {"kind": "measure", "unit": unit, "bands": rows}
        case BonusRule(each=each, unit=unit):
            return {"kind": "bonus", "each": _number(each), "unit": unit}
