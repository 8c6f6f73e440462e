"""Versions of one pack that compare are one family, told by the versions that were used."""

from inspector.domain.checklist.pack_family import PackFamily, families_of

OLD = PackFamily("hall", ("2026.9",), "营业厅", "rate 25/25/25/25")
NEW = PackFamily("hall", ("2026.10",), "通信营业厅", "rate 25/25/25/25")
OTHER = PackFamily("hall", ("2026.11",), "通信营业厅", "rate 40/20/20/20")
PACKS = {"a": OLD, "b": NEW, "c": OTHER, "d": NEW}  # d: as b, with the numbers of a site


def test_versions_are_one_family_as_long_as_they_weigh_alike() -> None:
    assert OLD == NEW
    assert len({OLD, NEW, OTHER}) == 2


def test_a_family_is_named_by_what_is_told_of_in_the_order_of_the_versions() -> None:
    named = families_of(PACKS, ["b", "d", "a"])
    assert named["a"].name == named["b"].name == "通信营业厅 2026.9、2026.10"
    assert named["c"] is OTHER
    assert families_of(PACKS, ["d"])["a"].name == "通信营业厅 2026.10"
    assert families_of(PACKS, []) == PACKS
    assert families_of(PACKS, [])["a"].versions == ("2026.9",)
