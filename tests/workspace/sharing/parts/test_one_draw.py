"""抽查 in a shared visit (分头检查): laptops that know nothing of one another draw as one."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.domain.checklist.method import Form
from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.visits.shared_words import shared_words
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.parts.test_shared_visits_meet import hand_over
from tests.workspace.visiting import PACK, add_site, answer_all


def begun(laptop: LaptopFolder, window: int, inspector: str, group: str = "第二组") -> str:
    """A part of one window that asks a sample."""
    workspace, site = laptop.workspace, hall(laptop)
    own = workspace.rosters.windows(site.id)[window]
    visit, _ = workspace.inspections.start(
        site,
        InspectionKind.COVERT,
        [inspector],
        PACK,
        [Duty(own, own.staff[0])],
        False,
        form=Form.DRAWN,
        shared_by=group,
    )
    return visit


def sealed(laptop: LaptopFolder, visit: str) -> str:
    answer_all(laptop.workspace, visit)
    laptop.workspace.inspections.complete(visit)
    return visit


def asked(laptop: LaptopFolder, visit: str) -> list[str]:
    sheet = laptop.workspace.inspections.sheet(visit)
    return [item.id for card in sheet.scorecards for item in sheet.items(card)]


def said(laptop: LaptopFolder, visit: str) -> str:
    inspection = laptop.workspace.inspections.sheet(visit).inspection
    return shared_words(laptop.workspace, inspection)


def paper(laptop: LaptopFolder, visit: str, path: Path) -> str:
    book = load_workbook(laptop.workspace.reports.write_record(path, visit))
    try:
        rows = book.worksheets[0].iter_rows(values_only=True)
        return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
    finally:
        book.close()


def two_laptops(laptop: Bought) -> tuple[LaptopFolder, LaptopFolder]:
    both = laptop("A"), laptop("B")
    for each in both:  # each has a roster of its own: ids differ
        add_site(each.workspace, HALL, windows=3)
    return both


def test_two_laptops_draw_one_lot_and_another_group_its_own(laptop: Bought, tmp_path: Path) -> None:
    first, second = two_laptops(laptop)
    one, same = begun(first, 0, "甲"), begun(second, 0, "乙", " 第二组")
    assert asked(first, one) == asked(second, same)
    alone = begun(first, 0, "甲", "")  # no part: it draws as ever
    own, other = (first.workspace.inspection_store.get(each).seed for each in (one, alone))
    assert own != other
    two = sealed(second, begun(second, 1, "乙"))
    sealed(first, one)
    hand_over(first, second, tmp_path / "a.inspx")
    assert "one visit in 2 parts" in said(second, two)
    assert "sample" not in said(second, two)
    assert f"抽样种子：{own}\n" in paper(second, two, tmp_path / "it.xlsx")


@pytest.mark.ci
def test_parts_that_were_drawn_apart_say_so_and_stay_what_they_were(
    laptop: Bought, tmp_path: Path
) -> None:
    first, second = two_laptops(laptop)
    one, two = begun(first, 0, "甲"), sealed(second, begun(second, 1, "乙"))
    own = second.workspace.inspection_store.get(two).seed
    # As programs before this one did, which drew for each part.
    first.workspace.database.write("UPDATE inspection SET seed = 'ABCDEF'")
    before = asked(first, one)
    hand_over(second, first, tmp_path / "b.inspx")
    sealed(first, one)
    assert asked(first, one) == before
    assert f"by numbers that differ: 甲: ABCDEF; 乙: {own}." in said(first, one)
    told = paper(first, one, tmp_path / "it.xlsx")
    assert f"抽样种子：ABCDEF、{own}" in told
    assert f"各部分的抽样种子不同，抽查项目是分别抽取的：甲：ABCDEF；乙：{own}。" in told
    assert first.troubles() == []
