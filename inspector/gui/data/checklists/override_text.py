"""A site's own numbers for an item: read from what was typed, and said in words."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TypeVar
from unicodedata import normalize

from inspector.domain.checklist.checklist import (
    BonusRule,
    DeductRule,
    Item,
    MeasureRule,
    Override,
)
from inspector.domain.checklist.points import Hundredths, format_points, to_hundredths
from inspector.domain.errors import Fault, Problem, RefusedInputError
from inspector.translation import tr

T = TypeVar("T")

FIELDS = ("full", "each", "limit")
"""The numbers an override can have, in the order of the form."""


def field_word(field: str, item: Item) -> str:
    """Return what a field of the form is called for an item."""
    match field, item.rule:
        case "each", BonusRule(unit=unit):
            return tr("Added for each {unit}", unit=unit)
        case "each", DeductRule(unit=unit):
            return tr("Off for each {unit}", unit=unit)
        case "limit", MeasureRule(unit=unit):
            return tr("Full marks up to ({unit})", unit=unit)
    return {"reason": tr("Reason"), "full": tr("Full marks")}.get(field, field)


def own_number(item: Item, field: str) -> Hundredths | None:
    """Return the pack's own number for a field; None where the item has none."""
    match field, item.rule:
        case "full", rule:
            return None if isinstance(rule, BonusRule) else item.full
        case "each", DeductRule(each=each) | BonusRule(each=each):
            return each
        case "limit", MeasureRule() as rule:
            return rule.limit
    return None


def number_of(field: str, text: str) -> Hundredths | None:
    """Read a number, full-width digits and sign as good as others; None for nothing typed.

    Raises RefusedInputError.
    """
    typed = normalize("NFKC", text).strip().replace("。", ".")
    if not typed:
        return None
    try:
        number = Decimal(typed)
    except InvalidOperation:
        raise RefusedInputError([Problem(field, Fault.NOT_A_NUMBER, text.strip())]) from None
    try:
        return to_hundredths(number)
    except ValueError:
        fault = Fault.TOO_PRECISE if number.is_finite() else Fault.NOT_A_NUMBER
        raise RefusedInputError([Problem(field, fault, text.strip())]) from None


def in_words(item: Item, operation: Callable[[], T]) -> T:
    """Run an operation; what it refuses is placed by the titles of the form's fields."""
    try:
        return operation()
    except RefusedInputError as error:
        raise RefusedInputError(
            [
                replace(
                    problem,
                    place=field_word(problem.place, item),
                    expected=tr("Reason") if problem.place == "reason" else problem.expected,
                )
                for problem in error.problems
            ]
        ) from None


def override_text(override: Override, item: Item) -> str:
    """Return what a site changes of a pack's item, and why."""
    changes = [tr("not asked")] if override.off else []
    for field in FIELDS:
        own, new = own_number(item, field), getattr(override, field)
        if new is not None and not override.off:
            changes.append(
                tr(
                    "{field} {before} → {after}",
                    field=field_word(field, item),
                    before="—" if own is None else format_points(own),
                    after=format_points(new),
                )
            )
    return tr(
        "At this site: {changes}. Reason: {reason}",
        changes=tr("; ").join(changes),
        reason=override.reason,
    )
