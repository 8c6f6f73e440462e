"""Why what a site set does not apply, in words."""

import pytest

from inspector.domain.checklist.checklist import Item, Override
from inspector.domain.checklist.override import unfit
from inspector.domain.visit.roster import Site
from inspector.translation import use_language
from inspector.workspace.packs.override_sentences import lost_text, would_be_lost_text
from inspector.workspace.packs.overrides import LostOverride
from tests.domain.packs import choice, deduct, pack

FLOOR, GREET = choice("floor", (300, 299, 0)), deduct("greet")


@pytest.fixture(autouse=True)
def _english(tmp_path_factory: pytest.TempPathFactory) -> None:
    use_language("en", tmp_path_factory.mktemp("none"))


@pytest.mark.parametrize(
    ("item", "override", "why"),
    [
        (None, Override("gone", "从严", full=200), "the item is gone"),
        (FLOOR, Override("floor", "从严", full=200), "the full marks must be ≥ 3 now"),
        (FLOOR, Override("floor", "从严", full=300, each=50), "the item is scored differently now"),
        (
            GREET,
            Override("greet", "从严", full=300, each=0, limit=500),
            "the points each time must be > 0 now; the item is scored differently now",
        ),
    ],
)
def test_why_it_does_not_apply(item: Item | None, override: Override, why: str) -> None:
    (found,) = unfit(pack(FLOOR, GREET), [override])
    lost = LostOverride(Site("east", "城东厅"), found, item.text if item else "没有的项")
    assert found.item == item
    assert lost_text(lost).endswith(f"(从严) does not apply: {why}")
    assert would_be_lost_text(lost) == (
        f"At 城东厅, the override of “{lost.item_text}” will no longer apply: {why}."
    )
