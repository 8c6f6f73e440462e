"""Every pack that ships: complete, usable at a glance, and of one mind about window kinds."""

from collections import Counter
from pathlib import Path

import pytest

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import CasesRule, ChoiceRule, MeasureRule, Pack
from inspector.excel.reading.typed_cells import comparable
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder

FOLDERS = pack_folders(checklists_folder())
PACKS = [read_pack_folder(folder) for folder in FOLDERS]  # a faulty one fails the collection

FEWEST_ITEMS = 40
LONGEST_TEXT = 34
"""Characters of an item: more do not fit on a line at 1366×768."""

LONGEST_SHORT = 12
"""Characters of its name in a circular (DESIGN §5)."""

MOST_PUBLIC = 80
"""Items of the public area that are looked at once, records among them."""

of_every_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)


def test_packs_ship() -> None:
    assert len(PACKS) == 14
    assert {"general", "telecom-hall"} <= {pack.id for pack in PACKS}
    assert [pack.id for pack in PACKS] == [folder.name for folder in FOLDERS]


@of_every_pack
def test_a_pack_is_whole(pack: Pack) -> None:
    assert sum(pack.weights.values()) == 100
    assert all(pack.weights[category] > 0 for category in Category)
    assert [checklist.category for checklist in pack.checklists] == list(Category)
    assert all(checklist.items for checklist in pack.checklists)
    assert len(list(pack.items())) >= FEWEST_ITEMS
    assert pack.title
    assert pack.summary
    assert [grade.title for grade in pack.grades][-1] == "不合格"
    assert pack.overrides == ()


@of_every_pack
def test_ids_are_unique(pack: Pack) -> None:
    counts = Counter(item.id for item in pack.items())
    assert [item_id for item_id, count in counts.items() if count > 1] == []
    assert len({kind.id for kind in pack.window_kinds}) == len(pack.window_kinds)


@of_every_pack
def test_no_two_items_read_the_same(pack: Pack) -> None:
    counts = Counter(comparable(item.text) for item in pack.items())
    assert [text for text, count in counts.items() if count > 1] == []


@of_every_pack
def test_every_kind_of_window_is_asked_enough(pack: Pack) -> None:
    for kind in pack.window_kinds:
        asked = pack.items_for(Scope.WINDOW, kind.id)
        assert len(asked) >= 10, kind.id
        # a place without a clerk, such as self-service, has no etiquette
        assert len({item.category for item in asked}) >= 3, kind.id


@of_every_pack
def test_the_public_area_is_asked_something(pack: Pack) -> None:
    assert len(pack.items_for(Scope.PUBLIC)) >= 5


@of_every_pack
def test_a_pack_has_a_veto_and_a_bonus(pack: Pack) -> None:
    assert any(item.veto for item in pack.items())
    assert any(item.is_bonus for item in pack.items())


@of_every_pack
def test_every_item_is_ready_for_use(pack: Pack) -> None:
    for item in pack.items():
        assert 0 < len(item.text) <= LONGEST_TEXT, item.id
        assert 0 < len(item.short) <= LONGEST_SHORT, item.id
        if isinstance(item.rule, ChoiceRule | CasesRule):
            assert not item.phrases, f"{item.id}: what is found is offered by the rule"
        else:
            assert 3 <= len(item.phrases) <= 9, f"{item.id}: the digits choose them"
        if isinstance(item.rule, ChoiceRule):
            assert all(option.finding for option in item.rule.options[1:]), item.id
        if isinstance(item.rule, MeasureRule):
            assert item.rule.limit, item.id
        assert len(set(item.phrases)) == len(item.phrases), item.id
        assert all(phrase.strip() == phrase != "" for phrase in item.phrases), item.id
        assert item.requirement or item.is_bonus, item.id
        assert (item.is_bonus or item.veto) == (item.full == 0), item.id
        assert item.method or item.is_bonus, item.id


@of_every_pack
def test_what_is_looked_at_once_stays_a_round_through_the_hall(pack: Pack) -> None:
    assert len(pack.items_for(Scope.PUBLIC)) <= MOST_PUBLIC


def test_a_name_of_a_kind_means_one_kind() -> None:
    meanings: dict[str, set[str]] = {}
    for pack in PACKS:
        for kind in pack.window_kinds:
            for name in (kind.id, kind.title, *kind.aliases):
                meanings.setdefault(comparable(name), set()).add(kind.id)
    assert {name: ids for name, ids in meanings.items() if len(ids) > 1} == {}


def test_a_kind_has_one_title() -> None:
    titles: dict[str, set[str]] = {}
    for pack in PACKS:
        for kind in pack.window_kinds:
            titles.setdefault(kind.id, set()).add(kind.title)
    assert {kind: names for kind, names in titles.items() if len(names) > 1} == {}


@of_every_pack
def test_no_kind_repeats_a_name(pack: Pack) -> None:
    for kind in pack.window_kinds:
        names = [comparable(name) for name in (kind.title, *kind.aliases)]
        assert len(set(names)) == len(names), kind.id


@pytest.mark.parametrize(
    "path", sorted(checklists_folder().glob("*/*.toml")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_files_are_plain_utf_8(path: Path) -> None:
    text = path.read_bytes()
    assert not text.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in text
    assert b"\t" not in text
    assert text.endswith(b"\n")


@of_every_pack
def test_one_kind_is_the_usual_one(pack: Pack) -> None:
    assert sum(kind.usual for kind in pack.window_kinds) == 1
