"""A record's photos in their order, its seal as people compare it, and the lines of a signature."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from math import dist
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Scope
from inspector.domain.record.amendment import Amendment
from inspector.domain.record.record import Record, numbered_photos
from inspector.domain.record.record_seal import short_seal
from inspector.domain.record.signature import PAD_HEIGHT, curve
from inspector.domain.visit.answer_changes import passed
from inspector.domain.visit.evidence import Evidence, EvidenceKind, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import Inspection, InspectionKind, InspectionState, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from tests.domain.packs import deduct, pack

NOON = datetime(2026, 11, 24, 12)
PACK = pack(deduct("greet"), deduct("desk"))
CARDS = tuple(
    Scorecard(f"c{n}", "i", n, Scope.WINDOW, f"w{n}", f"{n}号窗口", left_out=n == 2)
    for n in range(3)
)


def shot(name: str, card: int, item: str, **changes: Any) -> Evidence:  # noqa: ANN401
    evidence = Evidence(
        id=name, digest=name, suffix="jpg", size=1, kind=EvidenceKind.PHOTO,
        role=EvidenceRole.FOUND, name=name, origin=EvidenceOrigin.CHOSEN, added_at=NOON,
        inspection_id="i", scorecard_id=f"c{card}", item_id=item,
    )  # fmt: skip
    return replace(evidence, **changes)


def sheet(*evidence: Evidence) -> InspectionSheet:
    inspection = Inspection(
        "i", "s", "城东", InspectionKind.COVERT, ("甲",), "h", InspectionState.COMPLETED, NOON
    )
    answers = {card.id: {i.id: passed(i) for i in PACK.items()} for card in CARDS}
    return InspectionSheet(inspection, PACK, CARDS, answers, evidence)


def test_photos_are_numbered_by_window_item_and_role() -> None:
    numbered = numbered_photos(
        sheet(
            shot("e", 1, "greet"),
            shot("d", 0, "desk"),
            shot("c", 0, "greet", role=EvidenceRole.CORRECTED),
            shot("a", 0, "greet"),
            shot("b", 0, "greet"),
            shot("film", 0, "greet", kind=EvidenceKind.FILE),
            shot("left out", 2, "greet"),
        )
    )
    assert [(each.number, each.evidence.id) for each in numbered] == [
        (1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e"),
    ]  # fmt: skip
    assert (numbered[4].card.id, numbered[4].item.id) == ("c1", "greet")


def test_an_amendment_is_about_an_item_a_window_or_the_record() -> None:
    record = Record(sheet())
    about = Amendment("a", "i", "应为1", "看错", "甲", NOON)
    assert record.subject_of(about) == (None, None)
    assert record.subject_of(replace(about, scorecard_id="c1")) == (CARDS[1], None)
    card, item = record.subject_of(replace(about, scorecard_id="c1", item_id="desk"))
    assert (card, item and item.id) == (CARDS[1], "desk")


def test_a_seal_in_short() -> None:
    assert short_seal("3fa291bc" + "0" * 56) == "3fa2 91bc"
    assert short_seal("") == ""


POINTS = st.tuples(st.integers(0, 1000), st.integers(0, PAD_HEIGHT))


@given(st.lists(POINTS, min_size=1, max_size=30).map(tuple))
@example(((0, 400), (0, 400), (0, 400)))
def test_a_smooth_line_begins_and_ends_where_the_stroke_does_and_stays_on_the_pad(
    stroke: tuple[tuple[int, int], ...],
) -> None:
    line = curve(stroke)
    assert (line[0], line[-1]) == (stroke[0], stroke[-1])
    assert all(0 <= x <= 1000 and 0 <= y <= PAD_HEIGHT for x, y in line)


@given(st.lists(POINTS, min_size=3, max_size=30, unique=True).map(tuple))
def test_a_smooth_line_has_no_long_pieces(stroke: tuple[tuple[int, int], ...]) -> None:
    line = curve(stroke)
    longest = max(dist(a, b) for a, b in pairwise(stroke))
    assert max(dist(a, b) for a, b in pairwise(line)) <= longest
