"""The ledger as LibreOffice prints it: how large, how wide its photos, where its pages end."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.finding.finding import Finding
from inspector.excel.papers.ledger.ledger_edition import EditionAsked
from inspector.excel.papers.ledger.ledger_sheet_columns import LEDGER_HEADERS
from inspector.excel.papers.ledger_workbook import LedgerForm, edition_of, write_rectification
from inspector.excel.sheet.printed_width import Paper
from inspector.excel.sheet.sheet_pictures import Picture
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import HEADING, TODAY, closed, finding
from tests.photos import jpeg
from tests.printed_sizes import printed_pages

SAID = (
    "地面有纸屑",
    "首问负责落实不到位：顾客询问过户手续，营业员让其“自己看墙上”，未引导至相应窗口",
    "营业员离岗超过15分钟，台面未放置暂停服务牌",
)


def found(number: int, **changes: object) -> Finding:
    """A finding of a month with many of them."""
    made = finding(
        id=f"f{number}",
        number=f"2611-K7M-{number:04d}",
        text=SAID[number % 3],
        site_name="市政务服务中心（老城区分中心）" if number % 4 else "城东营业厅",
        deadline=TODAY - timedelta(days=number % 9),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


MANY = [found(number) for number in range(200)]
WIDE = Picture(lambda: jpeg(size=(640, 480)), "jpeg", 640, 480)
HIGH = Picture(lambda: jpeg(size=(480, 640)), "jpeg", 480, 640)
PHOTOS = {each.id: [WIDE, HIGH, WIDE][: number % 4] for number, each in enumerate(MANY[:12])}
LONG = found(1, text="问题很长，" * 900, site_name="某某市某某区" * 6, leader="欧阳某某某" * 3)


@pytest.mark.ci
@pytest.mark.parametrize(
    ("findings", "form"),
    [
        pytest.param([], LedgerForm(), id="none"),
        pytest.param(MANY[:1], LedgerForm(), id="one"),
        pytest.param(MANY, LedgerForm(), id="many"),
        pytest.param(MANY[:12], LedgerForm(PHOTOS), id="photos"),
        pytest.param(MANY[:12], LedgerForm(PHOTOS, fill_in=True), id="photos-fill-in"),
        pytest.param(MANY[:12], LedgerForm(fill_in=True), id="fill-in"),
        pytest.param(MANY[:12], LedgerForm(paper=Paper.A3), id="a3"),
        pytest.param(MANY[:12], LedgerForm(PHOTOS, paper=Paper.A3), id="a3-photos"),
        pytest.param(MANY[:12], LedgerForm(headers=LEDGER_HEADERS), id="all-columns"),
        pytest.param([LONG, *MANY[:9], closed()], LedgerForm(open_only=True), id="long"),
        pytest.param([LONG, *MANY[:2]], LedgerForm(fill_in=True), id="long-fill-in"),
        pytest.param([LONG, *MANY[:2]], LedgerForm(paper=Paper.A3), id="long-a3"),
    ],
)
def test_it_can_be_read_on_a_wall(
    libreoffice: LibreOffice, tmp_path: Path, findings: list[Finding], form: LedgerForm
) -> None:
    path = tmp_path / "台账.xlsx"
    write_rectification(path, findings, HEADING, TODAY, form)
    pages = printed_pages(libreoffice.convert(path, "pdf"))
    asked = EditionAsked(form.headers, bool(form.photos), form.fill_in, form.paper)
    edition = edition_of(findings, TODAY, asked)
    width = edition.paper.sides[0]
    printed = [page for page in pages if round(page.width) == width]
    assert printed == pages[: len(printed)]  # the full table, on A3, stands behind
    assert all(page.is_landscape for page in pages)
    if form.headers != LEDGER_HEADERS:  # the full table's as well, unless it has every column
        assert all(page.smallest >= 9 for page in pages)
    for page in printed:
        assert all(wide >= 39.5 for wide, _ in page.pictures)
        assert "序号" in page.text  # heads are repeated, and no page has nothing but a foot
        if findings:
            assert re.search(r"2611-", page.text)
    assert edition.is_legible
    # What is said is true; narrower columns of LibreOffice let it print a little larger.
    for page in printed:
        assert any(-0.1 <= size - edition.size < 0.7 for size in page.sizes)
    text = "".join(page.text for page in printed)
    for each in findings:
        assert each.number in text  # none is broken
    if findings:
        assert text.count("2026-11-20") >= len(findings)  # no day either


@pytest.mark.ci
def test_the_foot_is_never_alone(libreoffice: LibreOffice, tmp_path: Path) -> None:
    for count in range(4, 16):
        path = tmp_path / f"{count}.xlsx"
        write_rectification(path, MANY[:count], HEADING, TODAY, LedgerForm(fill_in=True))
        last = printed_pages(libreoffice.convert(path, "pdf"))[-1]
        assert "填表人" in last.text
        assert MANY[count - 1].number in last.text
