"""What is offered while a patroller types: phrases and items, by text or pinyin."""

from inspector.domain.checklist.category import Scope
from inspector.workspace.visits.patrol_suggestions import Suggestion, fitting, suggestions
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, add_site


def offered(workspace: Workspace) -> tuple[Suggestion, ...]:
    """Everything that can be wrong at a window."""
    pack = workspace.overrides.pack_for(add_site(workspace), PACK)
    return suggestions(pack.items_for(Scope.WINDOW, "comprehensive"))


def test_phrases_come_first_and_bonuses_never(workspace: Workspace) -> None:
    every = offered(workspace)
    pack = workspace.overrides.pack_for(workspace.rosters.sites()[0], PACK)
    items = [item for item in pack.items_for(Scope.WINDOW, "comprehensive") if not item.is_bonus]
    phrases = [phrase for item in items for phrase in item.phrases]
    assert [each.text for each in every[: len(phrases)]] == phrases
    assert [each.item_id for each in every[len(phrases) :]] == [item.id for item in items]
    bonuses = {item.id for item in pack.items() if item.is_bonus}
    assert bonuses
    assert bonuses.isdisjoint(each.item_id for each in every)


def test_found_by_initials_pinyin_or_a_part(workspace: Workspace) -> None:
    every = offered(workspace)
    badge = next(each for each in every if each.text == "未佩戴工牌")
    for typed in ("wpdgp", "WPDGP", "weipeidai", "佩戴工", " 未佩戴 "):
        assert badge in fitting(every, typed), typed
    assert fitting(every, "") == ()
    assert fitting(every, "   ") == ()
    assert fitting(every, "zzzzzz") == ()


def test_what_begins_with_it_comes_first_and_not_too_many(workspace: Workspace) -> None:
    every = offered(workspace)
    found = fitting(every, "wei", 5)
    assert len(found) == 5
    assert all(each.text.startswith("未") for each in found)
    last = Suggestion("柜台未擦", "x", every[0].category)
    first = Suggestion("未擦柜台", "y", every[0].category)
    assert fitting([last, first], "wc") == (first, last)
