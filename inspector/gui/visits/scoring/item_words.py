"""What is quietly said of an item: how grave it is, how it is found out, whether it is 必查."""

from inspector.domain.checklist.checklist import (
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Pack,
    Totalling,
)
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.item_schema import GRAVITIES, METHODS
from inspector.domain.checklist.points import format_points
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.packs.rule_words import cost_text, floor_text, rule_text


def gravity_word(item: Item) -> str:
    """Return how grave it is: 一般, 重点, 严重."""
    return tr(GRAVITIES.words[item.gravity].english)


def gravity_mark(item: Item) -> str:
    """Return the sign of what is graver than usual; a red line has its own."""
    if item.veto or item.gravity is Gravity.MINOR:
        return ""
    return tr("Maj.") if item.gravity is Gravity.MAJOR else tr("Sev.")


def method_signs(item: Item) -> str:
    """Return how it is found out: 看听."""
    return "·".join(tr(METHODS.words[method].english) for method in item.method)


def _method_words(item: Item) -> str:
    """Return how it is found out, and that this is what is said: 方法：看、听."""
    if not item.method:
        return ""
    words = "、".join(tr(METHODS.words[method].english) for method in item.method)
    return tr("method: {methods}", methods=words)


def must_word() -> str:
    """Return the word for what every form of a visit asks."""
    return tr("always asked")


def rule_line(item: Item, pack: Pack) -> str:
    """Return the sheet's own heading of an item, how grave it is, what it costs and how far, and
    how it is found out.
    """
    direct = pack.policy.total is Totalling.DEDUCT
    said = [item.heading] if item.heading != category_word(item.category) else []
    if direct and not item.is_bonus and not item.veto:
        said.append(gravity_word(item))
    if not (direct and item.veto and isinstance(item.rule, DeductRule)):
        limit = _limit(item) if direct else floor_text(item.rule, pack.policy)
        parts = (cost_text(item) if direct else rule_text(item.rule), limit)
        said.append(tr(", ").join(part for part in parts if part))
    said += [_method_words(item), must_word() if item.must else ""]
    return " · ".join(part for part in said if part)


def _limit(item: Item) -> str:
    """Return how much an item can cost where points are taken off directly."""
    if item.is_bonus or isinstance(item.rule, ChoiceRule | MeasureRule):
        return ""
    if not item.full:
        return tr("off the total") if item.penalty else ""
    sign = "※ " if item.accumulates else ""
    return sign + tr("{points} at most", points=format_points(item.full))
