"""People by number; by name on request; a name without a number is masked."""

import pytest

from inspector.domain.meeting.people_names import People, key_of
from inspector.domain.visit.roster import Staff

STAFF = [Staff("a", "1001", "张敏"), Staff("b", "", "王小红"), Staff("c", "1003")]


@pytest.mark.parametrize(
    ("who", "hidden", "shown"),
    [
        ("1001", "1001", "1001 张敏"),
        ("张敏", "1001", "1001 张敏"),
        ("王小红", "王××", "王小红"),
        ("1003", "1003", "1003"),
        ("早班", "早班", "早班"),
        ("张敏、早班、王小红", "1001、早班、王××", "1001 张敏、早班、王小红"),
        ("", "", ""),
    ],
)
def test_how_people_are_written(who: str, hidden: str, shown: str) -> None:
    assert People(STAFF, shows_names=False).words(who) == hidden
    assert People(STAFF, shows_names=True).words(who) == shown


def test_a_name_leads_to_its_number() -> None:
    people = People(STAFF, False)
    called = ["张敏", "1001", "王小红", "早班"]
    assert [people.number_of(who) for who in called] == ["1001", "1001", "王小红", "早班"]


def test_a_person_at_two_windows_is_one_person() -> None:
    assert [key_of(each) for each in People([*STAFF, STAFF[0]], False).staff] == [
        "1001", "王小红", "1003",
    ]  # fmt: skip
