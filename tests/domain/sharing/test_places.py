"""Own ids for another laptop's: whatever is replaced can be undone, and nothing else changes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.sharing.places import (
    CollidingPlacesError,
    as_made,
    at_own_places,
    text_as_made,
)
from inspector.domain.sharing.travelling import Rows, Value

FOREIGN = [f"f000000{n}-0000-4000-8000-000000000000" for n in range(5)]
OWN = [f"a000000{n}-0000-4000-8000-000000000000" for n in range(5)]

ids = st.sampled_from([*FOREIGN, "", "1", "政务大厅", None, 7])
texts = st.lists(st.sampled_from([*FOREIGN, "x"]), max_size=3)
rows = st.lists(
    st.fixed_dictionaries(
        {
            "site_id": ids,
            "content": texts.map(lambda own: json.dumps({"ids": own}, ensure_ascii=False)),
            "window_ids": texts.map(json.dumps),
        }
    ),
    max_size=4,
)


@given(rows, st.dictionaries(st.sampled_from(FOREIGN), st.sampled_from(OWN)))
def test_what_is_replaced_is_given_back_as_it_was(
    came: list[dict[str, Value]], own: dict[str, str]
) -> None:
    said: Rows = {"inspection": came}
    if len(set(own.values())) < len(own):  # two of the maker's are one here
        own = {foreign: OWN[FOREIGN.index(foreign)] for foreign in own}
    placed, places = at_own_places(said, own)
    assert as_made(placed, places) == said
    assert not {*own} & set(json.dumps(placed, ensure_ascii=False).split('"'))


def test_an_id_is_replaced_as_a_whole_value_and_within_json() -> None:
    site, window = FOREIGN[:2]
    row: dict[str, Value] = {
        "site_id": site,
        "note": f"see {site}",
        "content": f'{{"site": "{site}", "n": 1}}',
    }
    placed, places = at_own_places({"t": [row]}, {site: OWN[0], window: OWN[1]})
    assert placed == {
        "t": [
            {"site_id": OWN[0], "note": f"see {site}", "content": f'{{"site": "{OWN[0]}", "n": 1}}'}
        ]
    }
    assert places == {OWN[0]: site}
    assert text_as_made(OWN[0], places) == site


def test_two_of_the_maker_that_are_one_here_are_refused() -> None:
    said: Rows = {"t": [{"a": FOREIGN[0]}, {"a": FOREIGN[1]}]}
    with pytest.raises(CollidingPlacesError):
        at_own_places(said, {FOREIGN[0]: OWN[0], FOREIGN[1]: OWN[0]})
    with pytest.raises(CollidingPlacesError):
        at_own_places({"t": [{"a": OWN[0]}, {"a": FOREIGN[1]}]}, {FOREIGN[1]: OWN[0]})


def test_without_places_nothing_is_looked_at() -> None:
    said: Rows = {"t": [{"a": "b"}]}
    assert at_own_places(said, {}) == (said, {})
    assert as_made(said, {}) is said


def test_an_id_is_found_behind_an_empty_text_and_behind_quotes() -> None:
    for before in ("", 'a "b" c', "\\", '"', "\n"):
        content = json.dumps({"text": before, "site_id": "theirs", "note": ""}, ensure_ascii=False)
        placed, places = at_own_places({"finding_event": [{"content": content}]}, {"theirs": "own"})
        (row,) = placed["finding_event"]
        assert json.loads(str(row["content"])) == {"text": before, "site_id": "own", "note": ""}
        assert as_made(placed, places)["finding_event"] == [{"content": content}]
