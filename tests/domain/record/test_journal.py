"""The chain of the journal, and the code of its head."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from inspector.domain.record.journal import (
    CLOCK_BACK,
    Entry,
    Flaw,
    Head,
    code_in,
    code_of,
    is_dated_back,
    link_of,
    walk,
    with_moment_before,
)

BEGIN = datetime(2026, 11, 27, 9, tzinfo=timezone(timedelta(hours=8)))


def chain(count: int, **changes: Entry) -> list[Entry]:
    entries: list[Entry] = []
    link = ""
    for number in range(1, count + 1):
        at = (BEGIN + timedelta(minutes=number)).isoformat()
        entry = Entry(number, "event", f"e{number}", "f", "2611-001", 1, "ab", at, "", "")
        entry = changes.get(f"n{number}", entry)
        link = link_of(link, entry)
        entries.append(replace(entry, link=link))
    return entries


def flaws(entries: list[Entry]) -> list[tuple[Flaw, int]]:
    return [(each.flaw, each.number) for each in walk(entries)]


def test_a_link_is_a_digest_that_any_language_computes() -> None:
    first, second = chain(2)
    facts = ["ab" * 32, 2, "event", "e2", "f", "2611-001", 1, "ab", second.at, ""]
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    assert link_of("ab" * 32, second) == hashlib.sha256(text.encode()).hexdigest()
    assert second.link == link_of(first.link, second)


def test_a_whole_chain_has_no_flaw() -> None:
    assert flaws(chain(9)) == []
    assert flaws([]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"digest": "cd"}, {"subject": "x"}, {"at": "2026-11-27T09:05:01+08:00"}, {"owner": "x"},
        {"title": "x"}, {"kind": "visit"}, {"recipe": 2}, {"note": "taken-in"},
    ],
)  # fmt: skip
def test_whatever_is_changed_of_an_entry_is_named(change: dict[str, str]) -> None:
    entries = chain(9)
    entries[4] = replace(entries[4], **change)  # type: ignore[arg-type]
    assert flaws(entries) == [(Flaw.ENTRY_CHANGED, 5)]


def test_an_entry_whose_own_link_was_made_anew_contradicts_the_next() -> None:
    entries = chain(9)
    entries[4] = replace(entries[4], digest="cd")
    entries[4] = replace(entries[4], link=link_of(entries[3].link, entries[4]))
    assert flaws(entries) == [(Flaw.ENTRY_CHANGED, 6)]


def test_what_is_missing_is_a_gap_before_what_is_there() -> None:
    entries = chain(9)
    assert flaws(entries[:3] + entries[5:]) == [(Flaw.GAP, 6)]
    assert flaws(entries[1:]) == [(Flaw.GAP, 2)]


def test_a_time_out_of_order_is_named_unless_a_clock_was_set_back() -> None:
    early = chain(9)[4]
    early = replace(early, at="2026-11-27T08:00:00+08:00", link="")
    assert flaws(chain(9, n5=early)) == [(Flaw.TIME, 5)]
    assert flaws(chain(9, n5=replace(early, note=CLOCK_BACK))) == []
    assert flaws(chain(9, n5=replace(chain(9)[4], note=CLOCK_BACK, link=""))) == [(Flaw.TIME, 5)]
    assert flaws(chain(9, n5=replace(early, at="yesterday"))) == [(Flaw.TIME, 5)]


def test_who_says_an_earlier_time_than_its_neighbours_is_dated_back() -> None:
    before, entry = chain(2)
    assert not is_dated_back(entry.at, before.at, entry)
    assert is_dated_back("2026-10-27T09:00:00+08:00", before.at, entry)
    assert not is_dated_back("2026-10-27T09:00:00+08:00", "", entry)
    assert not is_dated_back("", before.at, entry)
    taken_in = replace(entry, note="taken-in")
    assert not is_dated_back("2026-10-27T09:00:00+08:00", before.at, taken_in)


def test_what_is_entered_at_once_is_behind_what_was_entered_earlier() -> None:
    first, second, third = chain(3)
    third = replace(third, at=second.at)
    assert list(with_moment_before([first, second, third])) == [
        (first, ""), (second, first.at), (third, first.at),
    ]  # fmt: skip


def test_a_code_names_its_entry_and_is_read_back_as_people_type_it() -> None:
    code = code_of(1234, "0123456789abcdef" * 4)
    number, *blocks = code.split("-")
    assert (number, [len(block) for block in blocks]) == ("1234", [4, 4, 4])
    assert not set("".join(blocks)) & set("01IO")
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", ""), f" {code} "):
        assert code_in(typed) == (1234, code)
    assert Head(1234, "0123456789abcdef" * 4, "2026-11-27T09:00:00").code == code


@pytest.mark.parametrize("text", ["", "hello", "12", "2-2222-2222", "2-2222-2222-222I", "all.zip"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert code_in(text) is None


def test_another_link_has_another_code() -> None:
    codes = {code_of(7, hashlib.sha256(bytes([n])).hexdigest()) for n in range(200)}
    assert len(codes) == 200
