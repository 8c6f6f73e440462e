"""Whoever changed something since both said the same has it; where both did, a person chooses."""

from inspector.domain.sharing.joined_facts import Joined, joined

MINE = {"number": "3", "leader": "王丽", "ended_on": None}


def test_what_only_they_changed_is_taken() -> None:
    told = {"number": "3", "leader": "王丽", "ended_on": None}
    assert joined(MINE, {**told, "leader": "李芳"}, told) == Joined({"leader": "李芳"}, {}, {})


def test_what_only_i_changed_stays() -> None:
    told = {"number": "3", "leader": "赵一", "ended_on": None}
    assert joined(MINE, told, told) == Joined({}, {}, {})


def test_what_both_changed_stays_mine_and_is_shown() -> None:
    told = {"number": "3", "leader": "赵一", "ended_on": None}
    met = joined(MINE, {**told, "leader": "李芳"}, told)
    assert met == Joined({}, {"leader": "王丽"}, {"leader": "李芳"})
    assert met.differs


def test_at_first_meeting_what_differs_is_shown_and_what_is_blank_is_filled() -> None:
    mine = {"number": "3", "leader": "", "department": "税务局"}
    theirs = {"number": "3", "leader": "李芳", "department": "税务所"}
    assert joined(mine, theirs) == Joined(
        {"leader": "李芳"}, {"department": "税务局"}, {"department": "税务所"}
    )


def test_at_first_meeting_blank_and_what_was_mine_once_are_no_news() -> None:
    theirs = {"number": "3", "leader": "", "ended_on": None}
    assert joined(MINE, theirs) == Joined({}, {}, {})
    assert joined(MINE, {"leader": "赵一"}, former={"leader": ["赵一"]}) == Joined({}, {}, {})


def test_what_ended_there_at_first_meeting_does_not_end_here_unasked() -> None:
    met = joined(MINE, {"ended_on": "2026-11-01"})
    assert met == Joined({}, {"ended_on": None}, {"ended_on": "2026-11-01"})
