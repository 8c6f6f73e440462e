"""A pack to plain tables and back."""

from decimal import Decimal

from hypothesis import assume, given

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_reading import rebuild_pack
from inspector.domain.checklist.pack_writing import pack_tables
from tests.domain.checklist.raw_packs import raw_pack, read, spoilt
from tests.domain.packs import deduct, pack
from tests.domain.strategies import packs


def test_what_was_read_is_written_and_reads_the_same() -> None:
    read_once, _ = read(raw_pack())
    assert read_once is not None
    tables = pack_tables(read_once)
    assert read(tables) == (read_once, [])
    assert rebuild_pack(tables) == read_once


@given(packs())
def test_writing_and_reading_are_inverse(whole: Pack) -> None:
    tables = pack_tables(whole)
    # A pack in which nothing can earn points is refused.
    assume(any(whole.weights[item.category] for item in whole.items() if not item.is_bonus))
    assert read(tables, accepted=True) == (whole, [])
    assert pack_tables(rebuild_pack(tables)) == tables


def test_numbers_are_written_as_a_person_would() -> None:
    tables = pack_tables(pack(deduct("a", 400, 150), deduct("b", 1000, 25)))
    a, b = tables["etiquette"]["item"]
    assert (repr(a["full"]), a["rule"]["each"]) == ("4", Decimal("1.5"))
    assert (repr(b["full"]), b["rule"]["each"]) == ("10", Decimal("0.25"))


def test_defaults_are_left_out() -> None:
    (item,) = pack_tables(pack(deduct("a")))["etiquette"]["item"]
    assert item.keys() == {"id", "text", "full", "rule", "requirement", "deadline", "phrases"}


def test_whatever_is_accepted_survives_being_frozen() -> None:
    # a bonus item's full marks are 0; they are refused, or kept, but not lost on the way
    whole, problems = read(spoilt(("etiquette.item.1.full", 5)))
    assert problems or (whole is not None and rebuild_pack(pack_tables(whole)) == whole)
