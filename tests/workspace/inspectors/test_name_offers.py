"""Whom a field of names offers for what is typed, and what is in it afterwards."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.typed_names import names_in
from inspector.workspace.inspectors.name_offers import (
    NameOffer,
    asked_for,
    fitting_offers,
    name_offers,
    with_offer,
)

HEAD = Inspector("1", "周敏", "市文明办", Role.HEAD, "第一组")
MEMBER = Inspector("2", "郑洁", "市文明办", group="第一组")
LONER = Inspector("3", "赵敏", "市住建局")
AWAY = Inspector("4", "吴迪", group="第一组", away_first=date(2026, 11, 1), reachable=False)
ENDED = Inspector("5", "钱多", ended_on=date(2026, 11, 1))
OFFERS = name_offers((AWAY, MEMBER, HEAD, LONER, ENDED))


def keys(text: str) -> list[str]:
    return [offer.key for offer in fitting_offers(OFFERS, text)]


def test_groups_come_first_and_whoever_is_away_last() -> None:
    assert [offer.key for offer in OFFERS] == ["第一组", "郑洁", "周敏", "赵敏", "吴迪"]
    assert OFFERS[0].names == ("周敏", "郑洁")
    assert "吴迪" not in OFFERS[0].words
    assert "Head" in OFFERS[0].words or "组长" in OFFERS[0].words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zm", ["周敏", "赵敏"]),
        ("zhao", ["赵敏"]),
        ("dyz", ["第一组"]),
        ("周敏、zm", ["赵敏"]),
        ("周敏zj", ["郑洁"]),  # no separator in between
        ("周敏 ", []),
        ("周敏", []),
        ("敏", ["周敏", "赵敏"]),
        ("周敏，敏", ["赵敏"]),
        ("周敏、郑洁、", ["赵敏", "吴迪"]),
        ("路人", []),
        ("xyz", []),
    ],
)
def test_what_is_offered(text: str, found: list[str]) -> None:
    assert keys(text) == found


@pytest.mark.parametrize(
    ("text", "offer", "after"),
    [
        ("zm", OFFERS[2], "周敏"),
        ("路人、zm", OFFERS[2], "路人、周敏"),
        ("郑洁 dyz", OFFERS[0], "郑洁、周敏"),
        ("周敏zj", OFFERS[1], "周敏、郑洁"),
        ("郑洁，敏", OFFERS[3], "郑洁、赵敏"),
        ("", OFFERS[0], "周敏、郑洁"),
        ("周敏、", OFFERS[1], "周敏、郑洁"),
    ],
)
def test_what_is_taken(text: str, offer: NameOffer, after: str) -> None:
    assert with_offer(text, offer) == after


texts = st.text(st.sampled_from("周敏郑洁赵zmj、，; "), max_size=12)


@given(text=texts, offer=st.sampled_from(OFFERS))
def test_whoever_is_taken_is_in_it_and_nobody_is_in_it_twice(text: str, offer: NameOffer) -> None:
    named = names_in(with_offer(text, offer))
    assert set(offer.names) <= set(named)
    assert len(named) == len(set(named))
    query = asked_for(text)
    assert text.rstrip().endswith(query)
    kept = [name for name in names_in(text) if name not in query and query not in name]
    assert set(kept) <= set(named)


def test_nobody_is_offered_where_nobody_is_listed() -> None:
    assert name_offers(()) == ()
    assert fitting_offers((), "zm") == []
    assert name_offers((replace(ENDED),)) == ()
