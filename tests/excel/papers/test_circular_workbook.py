"""The circular of a period, read back from the file: its words, its attachments, its photos."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image

from inspector.domain.papers.circular import Circular, Highlight
from inspector.excel.papers.circular_workbook import CircularPhoto, photo_caption, write_circular
from inspector.excel.papers.condensed_findings import MOST_LISTED
from inspector.excel.sheet.sheet_pictures import Picture
from tests.excel.circulars import DAY, FINDINGS, LINES, circular
from tests.excel.libreoffice import LibreOffice, pages
from tests.excel.reports import HEADING, closed, finding, pack, values_of

TITLE, TEXT = "关于检查情况的通报", "现通报如下。\n一、总体情况\n\n　　发现问题4个。"


def written(
    folder: Path, told: Circular | None = None, *photos: CircularPhoto
) -> openpyxl.Workbook:
    """Write a circular and read it back."""
    path = folder / "通报.xlsx"
    write_circular(path, told or circular(), [pack()], photos, HEADING, title=TITLE, text=TEXT)
    return openpyxl.load_workbook(folder / "通报.xlsx")


def words(book: openpyxl.Workbook) -> list[str]:
    """The lines of the letter without their indentation."""
    rows = book["通报"].iter_rows(values_only=True)
    return [str(row[0]).strip("　") for row in rows if row[0]]


def photo(
    caption: str = "城东 1号窗口", size: tuple[int, int] = (400, 300), *, gone: bool = False
) -> CircularPhoto:
    def make() -> bytes:
        buffer = BytesIO()
        Image.new("RGB", size, "grey").save(buffer, "JPEG")
        return buffer.getvalue()

    picture = None if gone else Picture(make, "jpeg", *size)
    return CircularPhoto(photo_caption(caption, DAY, "问题2611-001：未起身"), picture)


def test_the_words_are_those_that_are_given(tmp_path: Path) -> None:
    book = written(tmp_path)
    assert words(book) == [
        TITLE, "现通报如下。", "一、总体情况", "发现问题4个。",
        "附件：1．检查排名表", "2．问题清单", "市文明办", "2026年11月24日",
    ]  # fmt: skip
    letter = book["通报"]
    assert letter["A2"].value == "　　现通报如下。"
    assert letter["A2"].font.name != letter["A3"].font.name  # a heading


def test_withdrawn_findings_are_said_not_to_count(tmp_path: Path) -> None:
    ranking = written(tmp_path, circular(withdrawn={LINES[0].pack: 27})).worksheets[1]
    notes = [str(row[0]) for row in ranking.iter_rows(values_only=True) if row[0]]
    assert any("已撤销的问题不计入，共27个。" in note for note in notes)


def test_the_attachments(tmp_path: Path) -> None:
    book = written(tmp_path)
    ranking, findings = book.worksheets[1:]
    assert (ranking["A1"].value, findings["A1"].value) == ("附件1", "附件2")
    assert ranking["A2"].value == "市文明办文明窗口检查排名表（2026年11月）"
    assert values_of(ranking, 3)["备注"] == "★一票否决"
    assert findings["A2"].value == "市文明办文明窗口检查问题清单（2026年11月）"
    assert list(values_of(findings, 4).values()) == [
        4, "2611-004", datetime(2026, 11, 20), "城西营业厅", "1号窗口",
        "★刁难“顾客”", "操作规范", 5, "晨会复训迎送动作", "综合部",
        datetime(2026, 12, 3), "待整改",
    ]  # fmt: skip
    assert (findings.print_title_rows, findings.freeze_panes) == ("$2:$4", "F5")
    assert findings.auto_filter.ref == "A4:L8"


def test_the_letter_prints_as_one(tmp_path: Path) -> None:
    letter = written(tmp_path)["通报"]
    assert (letter.freeze_panes, letter.print_title_rows) == (None, None)
    assert letter.page_setup.orientation == "portrait"
    assert (letter.page_setup.fitToWidth, letter.page_setup.fitToHeight) == (1, 0)
    fonts = {letter["A1"].font.name, letter["A2"].font.name, letter["A3"].font.name}
    assert fonts == {"黑体", "仿宋"}
    assert letter["A3"].font.sz == 14
    heights = [letter.row_dimensions[row].height for row in range(1, letter.max_row + 1)]
    assert all(height and height <= 409 for height in heights)


def test_findings_of_patrols_alone_are_remarked(tmp_path: Path) -> None:
    told = circular(by_patrols=1)
    book = written(tmp_path, told)
    ranking = book.worksheets[1]
    notes = [str(row[0]) for row in ranking.iter_rows(values_only=True) if row[0]]
    assert any("另有1个问题由未列入本表的单位日常巡视发现。" in note for note in notes)


def test_photos_two_in_a_row_within_their_cells(tmp_path: Path) -> None:
    shown = [photo(), photo("城西 2号窗口", (300, 400)), photo("厅", gone=True)]
    book = written(tmp_path, None, *shown)
    sheet: Any = book["附件3 照片"]
    assert sheet["A1"].value == "附件3"
    assert [cell.value for cell in sheet[3]] == [
        "照片1　城东 1号窗口\n2026年11月20日\n问题2611-001：未起身",
        "照片2　城西 2号窗口\n2026年11月20日\n问题2611-001：未起身",
    ]  # fmt: skip
    assert sheet["A4"].value.startswith("照片3　厅")
    assert sheet["A4"].value.endswith("（照片文件缺失）")
    assert len(sheet._images) == 2
    for image, column in zip(sheet._images, (0, 1), strict=True):
        anchor = image.anchor
        assert (anchor._from.row, anchor._from.col) == (2, column)
        bottom = (anchor._from.rowOff + anchor.ext.height) / 12700
        assert bottom <= sheet.row_dimensions[3].height
    wide, high = (image.anchor.ext for image in sheet._images)
    assert wide.width / wide.height == pytest.approx(4 / 3, rel=0.01)
    assert high.width / high.height == pytest.approx(3 / 4, rel=0.01)
    assert "3．检查照片" in words(book)


@pytest.mark.ci
def test_hostile_words_are_words(tmp_path: Path) -> None:
    bad = finding(text="=cmd|'/c'!A0" + "长" * 40_000, site_name="=1+1", item_text="\x00\ud800")
    praise = Highlight("@SUM", "+1", "-1", "😀" * 300, DAY, "", "")
    book = written(tmp_path, circular((bad,), highlights=(praise,)))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    assert values_of(book["附件2 问题清单"])["单位"] == "=1+1"
    assert all(len(line) < 700 for line in words(book))


def test_the_same_circular_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        path = tmp_path / name
        write_circular(path, circular(), [pack()], [photo()], HEADING, title=TITLE, text=TEXT)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.ci
def test_it_prints_page_by_page(libreoffice: LibreOffice, tmp_path: Path) -> None:
    written(tmp_path, None, *[photo()] * 7)
    # A page for the letter and one for the small rest of it at most, one for each list, two for
    # photos: six on the first.
    assert 5 <= pages(libreoffice.convert(tmp_path / "通报.xlsx", "pdf")) <= 6


@pytest.mark.ci
def test_of_very_many_findings_those_of_one_item_at_a_site_share_a_row(tmp_path: Path) -> None:
    many = tuple(
        replace(FINDINGS[n % 3], window_number=f"{n % 2 + 1}号窗口") for n in range(MOST_LISTED)
    )
    book = written(tmp_path, circular((*many, FINDINGS[3])))
    rows = [
        row
        for row in book["附件2 问题清单"].iter_rows(min_row=5, values_only=True)
        if (row[1] and row[3]) or row[1] == "合计"
    ]
    assert rows == [
        (1, "城东营业厅", "服务礼仪", "未迎送问候", 200, "1号窗口（100）、2号窗口（100）", 300, 0,
         100),
        (2, "城东营业厅", "环境卫生", "台面凌乱", 100, "1号窗口（50）、2号窗口（50）", 150, 100, 0),
        (3, "城西营业厅", "操作规范", "★吃拿卡要报", 1, "1号窗口", 5, 0, 0),
        (None, "合计", None, None, 301, None, 455, 100, 100),
    ]  # fmt: skip
    few = written(tmp_path, circular(many))["附件2 问题清单"]
    assert few.max_row > MOST_LISTED


def test_of_very_many_open_findings_it_is_said_what_is_not_listed(tmp_path: Path) -> None:
    still = tuple(replace(FINDINGS[0], id=str(n)) for n in range(MOST_LISTED + 1))
    path = tmp_path / "通报.xlsx"
    told = circular((*still, *[closed()] * 7))
    write_circular(path, told, [pack()], [], HEADING, title=TITLE, text=TEXT, open_only=True)
    sheet = openpyxl.load_workbook(path)["附件2 问题清单"]
    said = [str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0]]
    assert "共308项问题，本表只列未销号的301项；已销号7项未列入。" in said
    assert any(each.startswith("注：本表问题共301个，按单位和检查项目汇总") for each in said)
