"""What a visit asks: by kind of window, by how it is made, and in which form."""

from dataclasses import replace

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Item, Pack, Policy, Totalling, WindowKind
from inspector.domain.checklist.method import Form, Method
from inspector.domain.visit.asking import items_asked
from inspector.domain.visit.inspection import Inspection, InspectionKind, Scorecard
from tests.domain.packs import bonus, deduct, inspection, pack, public_card, window_card

GREET = deduct("greet")
LOOK, LISTEN, ASK, TEST, RECORDS = Method
OPEN = replace(inspection(), kind=InspectionKind.OPEN)


def found(item_id: str, *method: Method, must: bool = False, veto: bool = False) -> Item:
    """An item that is found out so."""
    return replace(deduct(item_id), method=method, must=must, veto=veto)


def ids(asked: Pack, visit: Inspection = OPEN, card: Scorecard | None = None) -> list[str]:
    return [item.id for item in items_asked(asked, visit, card or window_card())]


def test_a_scorecard_asks_the_items_of_its_window_or_of_the_public_area() -> None:
    cash = replace(deduct("cash"), window_kinds=("cashier",))
    hall = replace(deduct("hall"), scope=Scope.PUBLIC)
    kinds = (WindowKind("cashier", "收费"),)
    asked = replace(pack(GREET, cash, hall), window_kinds=kinds)
    cashier = replace(window_card(), window_kind="cashier")
    assert ids(asked, card=cashier) == ["greet", "cash"]
    assert ids(asked) == ["greet", "cash"]  # kind not said
    assert ids(asked, card=public_card()) == ["hall"]


def test_a_covert_visit_asks_only_what_is_found_out_untold() -> None:
    asked = pack(
        GREET,
        found("seen", LOOK),
        found("asked", ASK),
        found("either", ASK, TEST),
        found("log", RECORDS),
    )
    assert ids(asked) == ["greet", "seen", "asked", "either"]
    covert = inspection()
    assert ids(asked, covert) == ["greet", "seen", "either"]
    assert ids(asked, covert, public_card()) == []


def test_records_are_asked_once_of_the_site_whatever_their_place_is() -> None:
    log = replace(found("log", RECORDS), window_kinds=("cashier",))
    both = found("both", LOOK, RECORDS)
    asked = pack(GREET, log, both, window_kinds=())
    assert ids(asked) == ["greet", "both"]
    assert ids(asked, card=public_card()) == ["log"]


MANY = [found(f"n{number}") for number in range(30)]
MUST = [found(f"m{number}", must=True) for number in range(5)]
RED = found("red", veto=True)
LONG = pack(RED, *MANY, *MUST, bonus("praise"), policy=Policy(drawn=10))


def test_the_short_form_asks_what_must_be_asked_red_lines_and_a_bonus() -> None:
    assert ids(LONG, replace(OPEN, form=Form.MUST)) == [
        "red", "m0", "m1", "m2", "m3", "m4", "praise",
    ]  # fmt: skip


def test_a_sample_is_drawn_by_its_seed_for_each_window_and_stays_so() -> None:
    drawn = replace(OPEN, form=Form.DRAWN, seed="K7M3")
    first = ids(LONG, drawn)
    assert len(first) == 17
    assert first == [each for each in ids(LONG) if each in first]  # in their order
    assert {"red", "m0", "m4", "praise"} <= set(first)
    assert ids(LONG, drawn) == first
    assert ids(LONG, drawn, window_card("2号窗口")) != first
    assert ids(LONG, replace(drawn, seed="K7M4")) != first
    # What seed K7M3 draws is on records: it must be drawn again for ever.
    assert [each for each in first if each.startswith("n")] == DRAWN_BY_K7M3


DRAWN_BY_K7M3 = ["n1", "n4", "n5", "n9", "n11", "n13", "n14", "n22", "n25", "n27"]


def test_each_item_is_drawn_about_as_often_as_any_other() -> None:
    times = dict.fromkeys((item.id for item in MANY), 0)
    for number in range(300):
        for each in ids(LONG, replace(OPEN, form=Form.DRAWN, seed=str(number))):
            if each in times:
                times[each] += 1
    assert min(times.values()) > 60  # 100 on average; 60 is five deviations below
    assert max(times.values()) < 140


def test_red_lines_stand_together_at_the_end_where_points_are_taken_off_directly() -> None:
    direct = pack(RED, *MUST, policy=Policy(total=Totalling.DEDUCT))
    assert ids(direct) == ["m0", "m1", "m2", "m3", "m4", "red"]
    assert ids(pack(RED, *MUST))[0] == "red"
