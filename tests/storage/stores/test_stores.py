"""Whatever the domain can say comes back from the database as it was put in."""

import dataclasses
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Override, Pack
from inspector.domain.errors import DamagedDatabaseError
from inspector.domain.figures.standing import Standing
from inspector.domain.visit.inspection import Answer, Inspection, InspectionState, Scorecard
from inspector.domain.visit.roster import Site, Window
from inspector.paths import checklists_folder
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.figures.ranked_visits import ranked_visits
from inspector.storage.own.setting_store import SettingStore
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.inspection_store import InspectionStore
from inspector.storage.stores.override_store import OverrideStore
from inspector.storage.stores.pack_store import PackStore, canonical_content
from inspector.storage.stores.roster_store import RosterStore
from tests.domain.finding.lives import raised
from tests.domain.packs import deduct, pack, score_site, scored
from tests.domain.strategies import packs
from tests.storage.stores.strategies import (
    answers,
    any_of,
    findings_as_found,
    ids,
    rosters,
    texts,
)

SITE = Site("site", "城东厅")
WINDOW = Window("window", "site", "1号窗口", "cashier")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database for all examples, with a site, a window and a frozen pack; see `undone`."""
    folder = tmp_path_factory.mktemp("stores")
    with closing(open_database(folder / "inspector.db", create=True)) as opened:
        RosterStore(opened).put([SITE], [WINDOW])
        yield opened


@contextmanager
def undone(database: Database) -> Iterator[None]:
    """Take back whatever an example writes."""

    class UndoneError(Exception):
        pass

    try:
        with database.transaction():
            yield
            raise UndoneError
    except UndoneError:
        pass


def same(one: object, other: object) -> bool:
    """Equal, and moments with the same offset."""
    return one == other and repr(one) == repr(other)


def inspections(pack_hash: str) -> st.SearchStrategy[Inspection]:
    return any_of(
        Inspection,
        id=ids,
        site_id=st.just(SITE.id),
        pack_hash=st.just(pack_hash),
        base_hash=st.sampled_from(("", pack_hash)),
    )


def scorecards(inspection_id: str) -> st.SearchStrategy[list[Scorecard]]:
    return st.lists(
        any_of(
            Scorecard,
            id=ids,
            inspection_id=st.just(inspection_id),
            window_id=st.sampled_from((None, WINDOW.id)),
        ),
        min_size=1,
        max_size=3,
        unique_by=(lambda card: card.id, lambda card: card.position),
    )


@pytest.mark.ci
@given(st.data())
def test_inspections_and_scorecards(database: Database, data: st.DataObject) -> None:
    store = InspectionStore(database)
    with undone(database):
        inspection = data.draw(inspections(PackStore(database).freeze(pack())))
        cards = data.draw(scorecards(inspection.id))
        store.add(inspection, cards)
        assert same(store.get(inspection.id), inspection)
        assert same(store.scorecards(inspection.id), sorted(cards, key=lambda card: card.position))
        assert store.in_state(inspection.state, 5) == [inspection] * inspection.kind.is_walked
    with pytest.raises(KeyError):
        store.get(inspection.id)


@pytest.mark.ci
@given(st.data())
def test_answers(database: Database, data: st.DataObject) -> None:
    store = InspectionStore(database)
    kept: dict[str, dict[str, Answer]] = {}
    with undone(database):
        inspection = data.draw(inspections(PackStore(database).freeze(pack())))
        cards = data.draw(scorecards(inspection.id))
        store.add(inspection, cards)
        assert store.answers(inspection.id) == {}
        for _ in range(3):
            card = data.draw(st.sampled_from(cards))
            given = data.draw(st.lists(answers, max_size=3))
            store.put_answers(card.id, given)
            kept.setdefault(card.id, {}).update({answer.item_id: answer for answer in given})
        assert same(store.answers(inspection.id), _filled(kept, store.answers(inspection.id)))
        for card in cards:
            store.clear_answers(card.id, [*kept.get(card.id, {}), "never there"])
        assert store.answers(inspection.id) == {}


def _filled(
    kept: Mapping[str, Mapping[str, Answer]], order: Mapping[str, Mapping[str, Answer]]
) -> dict[str, dict[str, Answer]]:
    """What was kept, without empty cards and in the order that came back."""
    assert {card for card, given in kept.items() if given} == set(order)
    assert all(set(kept[card]) == set(given) for card, given in order.items())
    return {card: {item: kept[card][item] for item in given} for card, given in order.items()}


@pytest.mark.ci
@given(st.data())
def test_standing_cursor_and_state(database: Database, data: st.DataObject) -> None:
    store = InspectionStore(database)
    with undone(database):
        inspection = data.draw(inspections(PackStore(database).freeze(pack())))
        cards = data.draw(scorecards(inspection.id))
        store.add(inspection, cards)
        item = data.draw(st.none() | texts)
        state = data.draw(st.sampled_from(InspectionState))
        store.set_cursor(inspection.id, cards[0].id, item)
        store.set_state(inspection.id, state)
        turned = dataclasses.replace(
            cards[0],
            left_out=not cards[0].left_out,
            left_out_reason="" if cards[0].left_out else "停用",
        )
        store.set_left_out(turned.id, turned.left_out, turned.left_out_reason)
        assert store.get(inspection.id) == dataclasses.replace(
            inspection, cursor_scorecard=cards[0].id, cursor_item=item, state=state
        )
        (card,) = (c for c in store.scorecards(inspection.id) if c.id == cards[0].id)
        assert card == turned


@pytest.mark.ci
@given(st.data())
def test_findings(database: Database, data: st.DataObject) -> None:
    store = FindingStore(database)
    with undone(database):
        inspection = data.draw(inspections(PackStore(database).freeze(pack())))
        (card, *_) = cards = data.draw(scorecards(inspection.id))
        InspectionStore(database).add(inspection, cards)
        findings = data.draw(
            st.lists(
                findings_as_found(
                    id=ids,
                    inspection_id=st.just(inspection.id),
                    scorecard_id=st.just(card.id),
                    site_id=st.just(SITE.id),
                    number=st.uuids().map(str),
                ),
                max_size=3,
                unique_by=(lambda finding: finding.id, lambda finding: finding.number),
            )
        )
        store.append(*map(raised, findings), repeat_days=90)
        assert same(store.of_inspection(inspection.id), findings)
        for finding in findings:
            day = finding.raised_at.date()
            assert finding in store.raised_between(day, day)
            assert finding in store.raised_between(day, day, finding.site_name)
            assert finding not in store.raised_between(day, day, f"{finding.site_name}?")
            assert [store.get(finding.id)] == store.numbered(finding.number) == [finding]
            (event,) = store.histories([finding.id])[finding.id]
            assert same(event, raised(finding))
        events = database.rows("SELECT finding_id, kind FROM finding_event ORDER BY sequence")
        assert [tuple(event) for event in events] == [(f.id, "raised") for f in findings]


@pytest.mark.ci
@given(rosters())
def test_rosters(database: Database, roster: tuple[list[Site], dict[str, list[Window]]]) -> None:
    sites, windows = roster
    store = RosterStore(database)
    with undone(database):
        if any(site.name == SITE.name for site in sites):
            return
        for _ in range(2):  # the second time brings it up to date with itself
            store.put(sites, [window for own in windows.values() for window in own])
            in_use = [site for site in sites if not site.ended_on]
            over = [site for site in sites if site.ended_on]
            assert store.sites() == [SITE, *in_use]
            assert store.sites(ended=True) == [SITE, *in_use, *over]
            assert {site.id: store.windows(site.id, ended=True) for site in sites} == windows
            for site in sites:
                assert store.windows(site.id) == [
                    dataclasses.replace(w, staff=tuple(p for p in w.staff if not p.ended_on))
                    for w in windows[site.id]
                    if not w.ended_on
                ]


@given(st.dictionaries(texts, texts), texts)
def test_settings(database: Database, values: dict[str, str], last: str) -> None:
    store = SettingStore(database)
    with undone(database):
        for key, value in values.items():
            store.put(key, value)
        assert store.all() == values
        for key in values:
            store.put(key, last)
        assert store.all() == dict.fromkeys(values, last)


@given(st.lists(any_of(Override), max_size=4))
def test_overrides(database: Database, overrides: list[Override]) -> None:
    store = OverrideStore(database)
    with undone(database):
        for override in overrides:
            store.put(SITE.id, "hall", override)
        kept = {override.item_id: override for override in overrides}
        assert store.of(SITE.id, "hall") == list(kept.values())
        assert store.of(SITE.id, "another") == []
        for item in kept:
            store.drop(SITE.id, "hall", item)
        assert store.of(SITE.id, "hall") == []


# Frozen packs


@pytest.mark.ci
@given(packs())
def test_a_frozen_pack_comes_back(database: Database, whole: Pack) -> None:
    with undone(database):
        digest = PackStore(database).freeze(whole)
        assert PackStore(database).thaw(digest) == whole
        assert PackStore(database).freeze(whole) == digest


@pytest.mark.ci
@given(packs(), packs())
def test_only_the_same_content_has_the_same_hash(
    database: Database, one: Pack, other: Pack
) -> None:
    with undone(database):
        store = PackStore(database)
        assert (store.freeze(one) == store.freeze(other)) == (one == other)


@pytest.mark.parametrize("folder", pack_folders(checklists_folder()), ids=lambda path: path.name)
def test_a_pack_that_ships_comes_back(database: Database, folder: Path) -> None:
    whole = read_pack_folder(folder)
    with undone(database):
        digest = PackStore(database).freeze(whole)
        again = PackStore(database).freeze(whole)
        thawed = PackStore(database).thaw(digest)
    assert (thawed, again) == (whole, digest)
    assert canonical_content(thawed) == canonical_content(whole)


@pytest.mark.parametrize("points", [1, 10, 12345678, 99_999_999, 100_000_000])
def test_points_are_frozen_to_the_hundredth(database: Database, points: int) -> None:
    whole = pack(deduct("a", points, points))
    with undone(database):
        assert PackStore(database).thaw(PackStore(database).freeze(whole)) == whole


def test_the_order_of_a_packs_tables_is_not_content() -> None:
    whole = pack(deduct("a"))
    turned = dataclasses.replace(whole, weights=dict(reversed(list(whole.weights.items()))))
    assert canonical_content(turned) == canonical_content(whole)


def test_an_unknown_hash_is_a_key_error(database: Database) -> None:
    with pytest.raises(KeyError):
        PackStore(database).thaw("no such hash")


def test_a_frozen_pack_that_can_be_read_no_more_is_damage(opened: Database) -> None:
    digest = PackStore(opened).freeze(pack(deduct("a")))
    with opened.transaction():
        opened.write("UPDATE pack SET content = substr(content, 2)")
    assert not PackStore(opened).unchanged(digest)
    assert PackStore(opened).altered() == {digest}
    with pytest.raises(DamagedDatabaseError):
        PackStore(opened).thaw(digest)


# Numbers and orders


def test_printed_numbers_go_on_within_their_prefix(opened: Database, path: Path) -> None:
    store = FindingStore(opened)
    assert list(store.draw("2611", 2)) == [1, 2]
    assert list(store.draw("2612", 1)) == [1]
    assert list(store.draw("2611", 0)) == []
    with closing(open_database(path)) as again:
        assert list(FindingStore(again).draw("2611")) == [3]
    assert list(store.draw("2611", 2, after=900)) == [901, 902]
    assert list(store.draw("2611", 1, after=5)) == [903]


def test_numbers_drawn_in_vain_are_given_back(opened: Database) -> None:
    with undone(opened):
        FindingStore(opened).draw("2611", 5)
    assert list(FindingStore(opened).draw("2611")) == [1]


def test_the_newest_inspections_come_first_and_are_limited(opened: Database) -> None:
    RosterStore(opened).put([SITE], [WINDOW])
    digest = PackStore(opened).freeze(pack())
    store = InspectionStore(opened)
    for day in (3, 1, 4, 2):
        moment = datetime(2026, 11, day, 9)
        store.add(_inspection(f"day {day}", digest, moment), [])
    newest = [inspection.id for inspection in store.in_state(InspectionState.OPEN, 3)]
    assert newest == ["day 4", "day 3", "day 2"]


def _inspection(identifier: str, pack_hash: str, moment: datetime, **changes: Any) -> Inspection:  # noqa: ANN401
    from tests.domain.packs import inspection

    return dataclasses.replace(
        inspection(moment), id=identifier, site_id=SITE.id, pack_hash=pack_hash, **changes
    )


def test_a_visit_is_kept_with_its_rates(opened: Database) -> None:
    RosterStore(opened).put([SITE], [WINDOW])
    whole = pack(deduct("a"))
    store, digest = InspectionStore(opened), PackStore(opened).freeze(whole)
    moment = datetime(2026, 11, 3, 9)
    store.add(_inspection("done", digest, moment), [])
    store.add(_inspection("open", digest, moment), [])
    site = score_site(whole, [scored(9123, bonus=50, rates=(90, None, 100, 80))], None)
    store.complete("done", moment, "seal", site, [])
    (visit,) = ranked_visits(opened, moment.date(), moment.date())
    assert (visit.total, visit.bonus, visit.vetoes, visit.windows) == (
        9123,
        50,
        0,
        frozenset(),
    )
    assert visit.rates == dict(zip(Category, (9000, None, 10000, 8000), strict=True))
    standing = Standing(9123, 0, "优秀")
    assert store.site_scores(["done"]) == {"done": (standing, standing, None)}
    assert ranked_visits(opened, moment.date(), moment.date(), "城西厅") == []
    assert store.site_scores([]) == {}
