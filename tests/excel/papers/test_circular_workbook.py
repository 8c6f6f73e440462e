"""The circular of a period, read back from the file: its words, its attachments, its photos."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import Circular, FullMarks, Highlight
from inspector.excel.papers.circular_words import MOST_HIGHLIGHTS
from inspector.excel.papers.circular_workbook import CircularPhoto, photo_caption, write_circular
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import HEADING, TODAY, closed, finding, pack, summary, values_of
from tests.excel.test_libreoffice import pages

DAY = date(2026, 11, 20)
FINDINGS = (
    finding(number="2611-001"),
    finding(number="2611-002", deadline=TODAY - timedelta(3), times_at_window=2),
    closed(number="2611-003", category=Category.CLEANLINESS, item_text="台面整洁", text="有杂物"),
    finding(number="2611-004", category=Category.OPERATING_NORMS, item_text="不刁难",
            text="刁难“顾客”", veto=True, deduction=500, site_name="城西营业厅",
            deadline=TODAY + timedelta(9)),
)  # fmt: skip
LINES = (
    summary(findings=FindingCount(3, 1, 1)),
    summary(rank=2, site_name="城南营业厅", total=9000, change=-10, findings=FindingCount()),
    summary(rank=3, site_name="城西营业厅", total=8800, vetoes=1, grade="不合格",
            change=None, findings=FindingCount(1, 0, 0)),
)  # fmt: skip
HIGHLIGHT = Highlight("城东营业厅", "1号窗口", "工号023", "主动扶老人填单", DAY, "c1", "i1")


def circular(findings: tuple[Finding, ...] = FINDINGS, **changes: Any) -> Circular:  # noqa: ANN401
    values: dict[str, Any] = {
        "lines": LINES,
        "findings": findings,
        "highlights": (HIGHLIGHT,),
        "full_marks": (FullMarks("城南营业厅", "2号窗口", ("工号007", "工号008")),),
        "as_of": TODAY,
        "windows": sum(line.windows for line in changes.get("lines", LINES)),
    }
    return Circular(**{**values, **changes})


def written(
    folder: Path, told: Circular | None = None, *photos: CircularPhoto
) -> openpyxl.Workbook:
    """Write a circular and read it back."""
    write_circular(folder / "通报.xlsx", told or circular(), [pack()], photos, HEADING)
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

    maker: Callable[[], bytes] | None = None if gone else make
    return CircularPhoto(photo_caption(caption, DAY, "问题2611-001：未起身"), *size, maker)


def test_the_words(tmp_path: Path) -> None:
    assert words(written(tmp_path)) == [
        "关于2026年11月文明窗口现场检查情况的通报",
        "一、总体情况",
        "2026年11月，市文明办对3个单位开展文明窗口现场检查9次，检查窗口72个。"
        "3个单位平均总分91.30分，其中优秀2个、不合格1个，一票否决1个；"
        "与上期可比的2个单位中，上升1个、下降1个、持平0个。",
        "共发现问题4个（服务礼仪2个、操作规范1个、环境卫生1个），已整改1个，整改率25.00%，"
        "逾期未整改1个。",
        "本通报得分、等级、名次、扣分均为申诉复核后的结果。",
        "二、好的方面",
        "（一）得分靠前：城东营业厅（95.90分，第1名）、城南营业厅（90.00分，第2名）。",
        "（二）亮点：城东营业厅1号窗口（工号023）主动扶老人填单。",
        "（三）检查无扣分：城南营业厅2号窗口（工号007、工号008）。",
        "三、存在问题",
        "（一）服务礼仪方面2个，占50.00%，均不符合“顾客走近时起身、微笑、主动问候”。"
        "如：城东营业厅1号窗口11月20日“未起身迎接”（扣1.5分）。",
        "（二）操作规范方面1个，占25.00%，不符合“不刁难”。"
        "如：城西营业厅1号窗口11月20日“刁难‘顾客’”（扣5分）。",
        "（三）环境卫生方面1个，占25.00%，不符合“台面整洁”。"
        "如：城东营业厅1号窗口11月20日“有杂物”（扣1.5分）。",
        "（四）一票否决事项1个：城西营业厅1号窗口11月20日“刁难‘顾客’”（扣5分）。",
        "四、整改要求",
        "（一）对照附件2逐项整改。尚未销号、未到整改时限的2个问题，请于各项整改时限前完成，最迟不晚于2026年12月3日。",
        "（二）逾期未整改的1个问题（城东营业厅），请立即整改并书面说明原因。",
        "（三）同一窗口重复发现的1个问题，请查明原因，落实责任人，举一反三。",
        "（四）整改完成后，请将整改情况和整改后照片报市文明办（联系人：张三，电话：0571-88990011）。",
        "附件：1．检查排名表",
        "2．问题清单",
        "市文明办",
        "2026年11月24日",
    ]


def test_a_period_without_findings_or_praise(tmp_path: Path) -> None:
    told = circular((), lines=LINES[:1], highlights=(), full_marks=())
    said = words(written(tmp_path, told))
    assert "本期检查未发现问题。" in said
    assert [line for line in said if line[1:2] == "、"] == [
        "一、总体情况", "二、存在问题", "三、整改要求",
    ]  # fmt: skip
    assert not any("逾期" in line for line in said)


def test_everything_put_right(tmp_path: Path) -> None:
    told = circular((closed(),), lines=(summary(findings=FindingCount(1, 1, 0)),))
    said = words(written(tmp_path, told))
    assert "（三）问题已全部整改：城东营业厅。" in said
    assert "（一）本期问题均已整改销号，请巩固成效，防止反弹。" in said
    assert any("整改率100.00%，无逾期未整改问题。" in line for line in said)


def test_packs_are_told_apart(tmp_path: Path) -> None:
    other = PackFamily("hospital", ("2026.1",), "医院窗口")
    lines = (*LINES, summary(pack=other, site_name="市一院", findings=FindingCount()))
    book = written(tmp_path, circular(lines=lines))
    said = words(book)
    assert "使用“医院窗口 2026.1”检查表的市一院总分95.90分，等级优秀，较上期上升0.70分。" in said
    assert not any("市一院（" in line for line in said)  # alone, it is first of nothing
    assert book.sheetnames == ["通报", "各单位总表", "通信营业厅", "医院窗口", "附件2 问题清单"]


ONE_SITE = (summary(findings=FindingCount(2, 0, 1)),)


def letter_of_one(folder: Path, unit: str) -> list[str]:
    heading = replace(HEADING, unit=unit, site="城东营业厅")
    told = circular(FINDINGS[:2], lines=ONE_SITE, full_marks=(), highlights=())
    write_circular(folder / "通报.xlsx", told, [pack()], (), heading)
    return words(openpyxl.load_workbook(folder / "通报.xlsx"))


def test_one_site_is_named_and_does_not_inspect_itself(tmp_path: Path) -> None:
    said = letter_of_one(tmp_path, "")
    assert said[0] == "关于城东营业厅2026年11月文明窗口现场检查情况的通报"
    assert said[2] == (
        "2026年11月，对城东营业厅开展文明窗口现场检查3次，检查窗口24个。"
        "总分95.90分，等级优秀，较上期上升0.70分。"
    )
    assert said[-1] == "2026年11月24日"
    assert said[2] == letter_of_one(tmp_path, "城东营业厅")[2]
    assert "，市文明办对城东营业厅开展" in letter_of_one(tmp_path, "市文明办")[2]


def test_the_only_comparable_site_is_told_by_points(tmp_path: Path) -> None:
    lines = (LINES[0], replace(LINES[1], change=None))
    said = words(written(tmp_path, circular(lines=lines)))
    assert "；与上期可比的1个单位（城东营业厅）较上期上升0.70分。" in said[2]


def test_what_is_overdue_is_asked_for_once(tmp_path: Path) -> None:
    told = circular((FINDINGS[1],))
    said = words(written(tmp_path, told))
    assert (
        "（一）对照附件2逐项整改。逾期未整改的1个问题（城东营业厅），请立即整改并书面说明原因。"
        in said
    )
    assert not any("未到整改时限" in line for line in said)
    said = words(written(tmp_path, circular((FINDINGS[0],))))
    assert not any("逾期未整改的" in line for line in said)


def test_items_of_several_checklists_are_told_apart(tmp_path: Path) -> None:
    hall, toll = LINES[0].pack, PackFamily("toll", ("1",), "收费站")
    lines = (LINES[0], summary(pack=toll, site_name="南湾站"))
    found = (finding(), finding(inspection_id="i2"), finding(inspection_id="i2"))
    told = circular(found, lines=lines, packs={"i1": hall, "i2": toll})
    (line,) = [each for each in words(written(tmp_path, told)) if each.startswith("（一）服务礼仪")]
    item = "“顾客走近时起身、微笑、主动问候”"
    assert f"，涉及{item}（收费站）条款的2个、{item}（通信营业厅）条款的1个。如：" in line


def test_withdrawn_findings_are_said_not_to_count(tmp_path: Path) -> None:
    ranking = written(tmp_path, circular(withdrawn={LINES[0].pack: 27})).worksheets[1]
    notes = [str(row[0]) for row in ranking.iter_rows(values_only=True) if row[0]]
    assert any("已撤销的问题不计入，共27个。" in note for note in notes)


def test_much_praise_is_counted(tmp_path: Path) -> None:
    many = (HIGHLIGHT,) * (MOST_HIGHLIGHTS + 3)
    said = words(written(tmp_path, circular(highlights=many)))
    line = "".join(said)
    assert line.count("主动扶老人填单") == MOST_HIGHLIGHTS
    assert f"等{MOST_HIGHLIGHTS + 3}处。" in line


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
    letter = [str(row[0]) for row in book.worksheets[0].iter_rows(values_only=True)]
    assert any("另有日常巡视发现的问题1个，不计分，不计入本通报各数。" in each for each in letter)
    assert any("共发现问题4个" in each for each in letter)
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
        write_circular(tmp_path / name, circular(), [pack()], [photo()], HEADING)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_it_prints_page_by_page(libreoffice: LibreOffice, tmp_path: Path) -> None:
    written(tmp_path, None, *[photo()] * 7)
    # A page for the letter and one for the small rest of it at most, one for each list, two for
    # photos: six on the first.
    assert 5 <= pages(libreoffice.convert(tmp_path / "通报.xlsx", "pdf")) <= 6
