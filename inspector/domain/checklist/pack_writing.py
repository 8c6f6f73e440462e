"""A `Pack` to the plain tables that `pack_reading` reads; the two are inverse."""

from typing import Any

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.gravity_cost import without_cost
from inspector.domain.checklist.item_schema import ITEM
from inspector.domain.checklist.pack_schema import PACK


def pack_tables(pack: Pack) -> dict[str, dict[str, Any]]:
    """Return `pack` and one table for each category, numbers as int or Decimal."""
    return {"pack": PACK.write(pack)} | {
        checklist.category.value: {
            "item": [ITEM.write(without_cost(item, pack.policy)) for item in checklist.items]
        }
        for checklist in pack.checklists
    }
