"""What the fields of the table are called, and what their choices mean."""

from collections.abc import Iterable

from inspector.domain.evaluation.scheme import Missing, Part, RedLine, Scheme, weight_field
from inspector.translation import tr
from inspector.workspace.evaluation.reason_words import part_word


def field_word(name: str) -> str:
    """Return what a number of the table is called."""
    return {
        "excellent": tr("Excellent from"),
        "good": tr("Good from"),
        "passing": tr("Pass from"),
        "late_cost": tr("Points for an overdue finding"),
        "upheld_cost": tr("Points for an upheld complaint"),
        "waiting_cost": tr("Points for an overdue complaint"),
        "patrols_a_week": tr("Days with a patrol a week"),
        "least_visits": tr("Visits, at least"),
        "bar_overdue": tr("No award from overdue findings"),
        "bar_upheld": tr("No award from upheld complaints"),
        "flags": tr("Red flags of a kind"),
        "flag_from": tr("Red flag from points"),
        "best": tr("Best windows and staff of a kind"),
        "best_from": tr("Best from points"),
        "yellow_below": tr("Card below points"),
        "yellow_overdue": tr("Card from overdue findings"),
        "yellow_upheld": tr("Card from upheld complaints"),
    }[name]


def altered_words(names: Iterable[str], scheme: Scheme) -> str:
    """Return some fields of a table with what it says of them."""
    by_weight = {weight_field(part): part for part in Part}

    def said(name: str) -> str:
        if name in by_weight:
            part = by_weight[name]
            return f"{part_word(part)} {scheme.weight(part)} %"
        if name == "missing":
            return f"{tr('Without a figure')} {missing_word(scheme.missing)}"
        if name == "red_line":
            return f"{tr('A red line')} {red_line_word(scheme.red_line)}"
        return f"{field_word(name)} {getattr(scheme, name)}"

    return tr("; ").join(map(said, names))


def missing_word(missing: Missing) -> str:
    """Return what becomes of the weight of a part without a figure."""
    return {
        Missing.SPREAD: tr("The others weigh more"),
        Missing.FULL: tr("It counts in full"),
        Missing.ZERO: tr("It counts as 0"),
    }[missing]


def red_line_word(red_line: RedLine) -> str:
    """Return what a red line does besides barring from awards."""
    return {
        RedLine.LOWEST: tr("Lowest level, ranked last"),
        RedLine.NO_AWARD: tr("Level stays, ranked last"),
    }[red_line]
