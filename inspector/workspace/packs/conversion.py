"""A checklist that totals by rates brought over to direct deduction in one step, and what changes.

Nothing is kept here: `Packs.take_in` keeps the new version, as of a workbook.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.domain.checklist.checklist import Pack, Totalling
from inspector.domain.checklist.direct_conversion import CostChange, converted, cost_changes
from inspector.domain.checklist.item_schema import GRAVITIES
from inspector.domain.checklist.pack_reading import read_pack
from inspector.domain.checklist.pack_versions import next_version
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.checklist.points import format_points
from inspector.domain.checklist.table_values import Path
from inspector.domain.errors import NotBroughtOverError
from inspector.translation import tr
from inspector.workspace.packs.mistake_words import mistake_rows


@dataclass(frozen=True, slots=True)
class Conversion:
    """A pack, its next version that deducts directly, and what a slip costs in both."""

    before: Pack
    after: Pack
    changes: Sequence[CostChange]


def converts(pack: Pack) -> bool:
    """Tell whether there is something to bring over: the pack totals by rates."""
    return pack.policy.total is Totalling.RATE


def conversion_of(pack: Pack) -> Conversion:
    """Return what bringing a pack over would change; nothing is kept.

    Raises NotBroughtOverError, in the checker's words, where the new version could not be taken
    in: a graver item would cost less than a lighter one.
    """
    after = replace(converted(pack), version=next_version(pack.version))
    items = {category.category: category.items for category in after.checklists}

    def place_of(path: Path) -> str:
        item = next((step for step in path if isinstance(step, int)), None)
        category = next((each for each in items if each == path[0]), None)
        return "" if item is None or category is None else items[category][item].text

    sound, problems = read_pack(pack_tables(after), place_of)
    if sound is None:
        raise NotBroughtOverError(pack.title, problems)
    return Conversion(pack, sound, cost_changes(pack, sound))


def cost_heads() -> tuple[str, ...]:
    """Return the heads of the columns of `cost_rows`."""
    return tr("Item"), tr("Gravity"), tr("One slip cost"), tr("It costs now")


def cost_rows(conversion: Conversion) -> list[tuple[str, ...]]:
    """Return a row for each item: what one slip cost of the score, over the kinds of window."""
    return [_cost_row(change) for change in conversion.changes]


def mistakes_compared(conversion: Conversion) -> list[tuple[str, ...]]:
    """Return the rows of `mistake_rows` of both versions, each place before and now."""
    before, after = mistake_rows(conversion.before), mistake_rows(conversion.after)
    rows = []
    for old, new in zip(before, after, strict=True):
        rows.append((tr("{place}, before", place=old[0]), *old[1:]))
        rows.append((tr("{place}, now", place=new[0]), *new[1:]))
    return rows


def _cost_row(change: CostChange) -> tuple[str, ...]:
    least, most = map(format_points, change.before)
    between = least if least == most else tr("{least} to {most}", least=least, most=most)
    gravity = tr(GRAVITIES.words[change.item.gravity].english)
    now = format_points(change.after)
    if change.item.veto:
        return change.item.text, tr("★ veto"), between, tr("the lowest grade")
    return change.item.text, gravity, between, now
