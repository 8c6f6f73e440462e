"""Who makes a visit as what."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.party import PartyMember, groups_of, head_of, party_of

HEAD = Inspector("1", "周敏", "市文明办", Role.HEAD, "一组")
OTHER_HEAD = Inspector("2", "吴迪", "市住建局", Role.HEAD, "二组")
MEMBER = Inspector("3", "郑洁", "市文明办", group="一组")
ROSTER = (HEAD, OTHER_HEAD, MEMBER)


def test_the_head_of_the_roster_heads_the_party() -> None:
    party = party_of(("郑洁", "周敏"), ROSTER)
    assert party == (
        PartyMember("郑洁", Role.MEMBER, "3", "市文明办", "一组"),
        PartyMember("周敏", Role.HEAD, "1", "市文明办", "一组"),
    )
    assert head_of(party) == "周敏"


def test_of_two_heads_the_first_named_heads_the_party() -> None:
    assert head_of(party_of(("郑洁", "吴迪", "周敏"), ROSTER)) == "吴迪"


def test_who_is_on_no_roster_is_a_member() -> None:
    assert party_of(("周敏", "张三"), ROSTER)[1] == PartyMember("张三")


def test_names_of_which_none_is_known_are_no_party() -> None:
    assert party_of(("张三", "李四"), ROSTER) == ()
    assert head_of(()) == ""


def test_who_ended_is_unknown() -> None:
    ended = replace(HEAD, ended_on=date(2026, 11, 1))
    assert party_of(("周敏",), (ended,)) == ()


@given(names=st.lists(st.sampled_from(("周敏", "吴迪", "郑洁", "张三", " ", "李四")), max_size=6))
def test_a_party_holds_everyone_once_and_one_head_at_most(names: list[str]) -> None:
    party = party_of(names, ROSTER)
    named = list(dict.fromkeys(name for name in names if name.strip()))
    assert [each.name for each in party] in ([], named)
    heads = [each.name for each in party if each.role is Role.HEAD]
    assert len(heads) <= 1
    assert bool(heads) == bool({"周敏", "吴迪"} & set(names))


def test_a_group_begins_with_its_head_and_holds_whoever_can_be_sent() -> None:
    away = replace(MEMBER, id="4", name="王芳", reachable=False)
    groups = groups_of((MEMBER, away, OTHER_HEAD, HEAD))
    assert groups == {"一组": (HEAD, MEMBER), "二组": (OTHER_HEAD,)}


def test_whoever_is_away_is_away_on_its_days() -> None:
    away = replace(MEMBER, away_first=date(2026, 11, 2), away_last=date(2026, 11, 4))
    days = [date(2026, 11, day) for day in range(1, 6)]
    assert [away.is_away_on(day) for day in days] == [False, True, True, True, False]
    assert replace(away, away_last=None).is_away_on(date(2030, 1, 1))
    assert not MEMBER.is_away_on(date(2026, 11, 3))
