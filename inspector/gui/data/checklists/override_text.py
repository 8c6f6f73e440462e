"""A site's own numbers for an item: read from what was typed, and said in words."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TypeVar
from unicodedata import normalize

from inspector.domain.checklist.checklist import Item, Override
from inspector.domain.checklist.override import OWN_NUMBERS, OwnNumber
from inspector.domain.checklist.points import Hundredths, format_points, to_hundredths
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.translation import tr

T = TypeVar("T")


def title_of(number: OwnNumber, item: Item) -> str:
    """Return what the field of a number is called for an item."""
    return tr(number.title(item).english, unit=getattr(item.rule, "unit", ""))


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
        titles = {number.key: title_of(number, item) for number in OWN_NUMBERS}
        titles["reason"] = reason = tr("Reason")
        titles["red_line"] = tr("Red line")
        raise RefusedInputError(
            [
                replace(
                    problem,
                    place=titles.get(problem.place, problem.place),
                    expected=reason if problem.place == "reason" else problem.expected,
                )
                for problem in error.problems
            ]
        ) from None


def override_text(override: Override, item: Item) -> str:
    """Return what a site changes of a pack's item, and why."""
    changes = [tr("not asked")] if override.off else []
    for number in OWN_NUMBERS:
        own, new = number.of(item), getattr(override, number.key)
        if new is not None and not override.off:
            changes.append(
                tr(
                    "{field} {before} → {after}",
                    field=title_of(number, item),
                    before="—" if own is None else format_points(own),
                    after=format_points(new),
                )
            )
    return tr(
        "At this site: {changes}. Reason: {reason}",
        changes=tr("; ").join(changes),
        reason=override.reason,
    )
