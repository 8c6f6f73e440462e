"""The record of a visit, read back from the file: what it says, how it looks, how it prints."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from inspector.domain.checklist.checklist import FloorPolicy, Policy, VetoPolicy
from inspector.domain.finding.reviewed_score import Reviewed, reviewed_score
from inspector.domain.people.inspector import Role
from inspector.domain.people.party import PartyMember
from inspector.domain.record.record import CameInPart
from inspector.domain.record.signature import Signature
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection import Answer
from inspector.excel.papers.seal_words import MISMATCH
from tests.domain.packs import bad, ok
from tests.excel.records import (
    FIRST,
    FIRST_ANSWERS,
    REFUSAL,
    SECOND,
    by_id,
    jpeg,
    lines,
    photo,
    rows,
    the_pack,
    the_record,
    written,
)

HEADERS = ["序号", "检查类别", "检查项目", "检查标准", "分值", "检查情况", "扣分", "得分", "备注"]
ROWS = list[list[Any]]


def table(found: ROWS, first: str) -> ROWS:
    """The rows from a header on, up to the next empty one, as long as the header."""
    begin = next(n for n, row in enumerate(found) if row[:1] == [first])
    end = next(n for n in range(begin, len(found)) if not found[n])
    width = len(found[begin])
    return [row + [None] * (width - len(row)) for row in found[begin:end]]


def test_a_sheet_for_the_visit_each_window_inspected_and_the_photos(tmp_path: Path) -> None:
    book = written(tmp_path, the_record())
    assert book.sheetnames == ["汇总", "公共区域", "1号窗口 1001", "2号窗口 1002", "照片"]


def test_the_head_of_every_sheet(tmp_path: Path) -> None:
    book = written(tmp_path, the_record())
    for sheet in book.worksheets[:-1]:
        assert rows(sheet)[:4] == [
            ["市文明办文明窗口现场检查记录表"],
            ["被检查单位：城东营业厅", *[None] * (5 if sheet.title == "汇总" else 4),
             "检查时间：2026年11月24日 09:30至10:12"],
            rows(sheet)[2],
            ["回避提示：检查人员1002系被检查单位人员。"],
        ]  # fmt: skip
        said = [value for value in rows(sheet)[2] if value]
        assert said == ["检查人员：张三、1002", "检查方式：暗访", "阶段：巩固提高"]
    window = [value for value in rows(book["2号窗口 1002"])[4] if value]
    assert window == ["窗口号：2号窗口", "工号：1002 李四", "单位：分"]


def test_the_head_signs_for_the_party(tmp_path: Path) -> None:
    record = the_record()
    party = (
        PartyMember("张三", Role.MEMBER, "1", "市文明办"),
        PartyMember("1002", Role.HEAD, "2", "市电信公司"),
    )
    inspection = replace(record.sheet.inspection, party=party)
    book = written(tmp_path, replace(record, sheet=replace(record.sheet, inspection=inspection)))
    for sheet in book.worksheets[:-1]:
        assert rows(sheet)[2][0] == "检查组：组长 1002，成员 张三"
        assert rows(sheet)[3] == ["回避提示：检查人员1002系被检查单位或其主管单位人员。"]
        texts = [str(value) for row in rows(sheet) for value in row if value]
        assert "组长（1002）签字：" in texts
        assert not any("检查人员签字" in text for text in texts)


def test_a_large_party_has_a_line_of_its_own(tmp_path: Path) -> None:
    record = the_record()
    names = ("欧阳甲一", "司马乙二", "上官丙三", "诸葛丁四", "东方戊五")
    party = tuple(
        PartyMember(name, Role.HEAD if name == names[0] else Role.MEMBER, name) for name in names
    )
    inspection = replace(record.sheet.inspection, party=party, inspectors=names, conflicts=())
    book = written(tmp_path, replace(record, sheet=replace(record.sheet, inspection=inspection)))
    found = rows(book.worksheets[0])
    assert found[2] == ["检查组：组长 欧阳甲一，成员 司马乙二、上官丙三、诸葛丁四、东方戊五"]
    assert [value for value in found[3] if value] == ["检查方式：暗访", "阶段：巩固提高"]


def test_the_windows_by_rank_and_the_score_of_the_visit(tmp_path: Path) -> None:
    found = table(rows(written(tmp_path, the_record())["汇总"]), "名次")
    assert found[1:] == [
        [1, "1号窗口", "1001", 28.57, 100, 50, "—", 5, 60.8, "合格", 3, 0, 0, None],
        [2, "2号窗口", "1002", 100, 0, 100, 100, 0, 80, "不合格", 1, 1, 1, "★一票否决"],
        ["—", "公共区域", "/", "—", "—", "—", 83.33, 0, 83.33, "良好", 1, 0, 0, None],
        [None, "单位得分", None, 64.29, 50, 75, 96.67, 2, 72.99, "不合格", 5, 1, 1, "★一票否决"],
    ]


def test_what_stands_below_the_windows(tmp_path: Path) -> None:
    said = lines(written(tmp_path, the_record())["汇总"])
    begin = said.index("单位得分：窗口平均70.40×80%＋公共区域83.33×20%＝72.99，等级为不合格。")
    assert said[begin + 1 : begin + 5] == [
        "★一票否决：2号窗口“quarrel的要求”，与顾客争吵。等级为不合格，得分保留。",
        "亮点：1. 2号窗口 1002：greet的要求（主动为老人代填单据）",
        "未检查：3号窗口。",
        "本单位另定：1. “便民设施齐全”不检查（本厅没有）",
    ]
    assert said[begin + 5].startswith("注：1. 每张记分表的得分由四类得分率")
    assert said[-5:-2] == [
        "更正1：1号窗口“greet的要求”：应为1人次（理由：另一人不在岗；张三，2026年11月24日 10:12）",
        "更正2：整份记录：检查人员应为张三、李四（理由：录入时写错；张三，2026年11月24日 10:12）",
        "记录已于2026年11月24日 10:12封存，封存号：3fa2 91bc。",
    ]


def test_a_window_left_out_stands_with_its_reason(tmp_path: Path) -> None:
    record = the_record()
    cards = tuple(
        replace(card, left_out_reason="=设备故障") if card.left_out else card
        for card in record.sheet.scorecards
    )
    told = replace(record, sheet=replace(record.sheet, scorecards=cards))
    assert "未检查窗口及原因：3号窗口（=设备故障）。" in lines(written(tmp_path, told)["汇总"])


def test_every_item_of_a_window_with_its_arithmetic(tmp_path: Path) -> None:
    found = table(rows(written(tmp_path, the_record())["1号窗口 1001"]), "序号")
    assert found == [
        HEADERS,
        [1, "服务礼仪", "greet的要求", "每人次扣1分", 4, "未起身迎接；提醒过", 2, 2,
         "1分×2人次＝2分；照片1；更正1"],
        [2, "服务礼仪", "uniform的要求", "每人次扣1.5分", 3, "不符合“uniform的要求”", 3, 0,
         "1.5分×3人次＝4.5分，扣完为止，扣3分"],
        [None, "服务礼仪", "小计", None, 7, None, 5, 2,
         "得分率28.57%，权重25%（折算为31.25%），折合8.93分"],
        [3, "文明用语", "★quarrel的要求", "每人次扣5分", 5, "合格", "/", 5, None],
        [None, "文明用语", "小计", None, 5, None, 0, 5,
         "得分率100.00%，权重20%（折算为25%），折合25.00分"],
        [4, "操作规范", "wait的要求", "≤10分钟：4分；≤15分钟：2分；>15分钟：0分", 4,
         "wait的要求：实测12分钟，超过10分钟", 2, 2, "12分钟得2分（2次：9、12）；附件：录音.m4a"],
        [None, "操作规范", "小计", None, 4, None, 2, 2,
         "得分率50.00%，权重35%（折算为43.75%），折合21.87分"],
        [5, "环境卫生", "desk的要求", "选项0：3分；选项1：1.5分；选项2：0分", "/", "不适用", "/",
         "/", "分值3分不计入满分"],
        [None, "环境卫生", "小计", None, 0, None, 0, 0, "没有适用的项目，权重加到其余类别"],
        [None, "合计", None, None, 16, None, 7, 9, "各项分值、扣分、得分之和"],
        [6, "加分", "praise的要求", "每次加2分", "/", "有", "/", 6, "2分×3次＝加6分"],
        [None, "加分小计", None, None, None, None, None, 5, "共6分，按上限5分计"],
        [None, "得分", "等级：合格", None, None, None, None, 60.8,
         "按权重折合：8.93＋25.00＋21.87＋加分5＝60.80"],
    ]  # fmt: skip


def test_a_veto_a_correction_and_praise_stand_beside_their_items(tmp_path: Path) -> None:
    found = table(rows(written(tmp_path, the_record())["2号窗口 1002"]), "序号")
    remarks = {row[2]: row[8] for row in found[1:] if row[0]}
    assert remarks["★quarrel的要求"] == ("5分×1人次＝5分；一票否决；当场纠正：当场道歉；照片3")
    assert remarks["greet的要求"] == "亮点；照片2"
    assert found[-1][2:] == [
        "等级：不合格", None, None, None, None, 80,
        "按权重折合：25.00＋0.00＋35.00＋20.00＝80.00；一票否决，等级为不合格",
    ]  # fmt: skip


@pytest.mark.parametrize("window", ["公共区域", "1号窗口 1001", "2号窗口 1002"])
def test_the_columns_add_up(tmp_path: Path, window: str) -> None:
    found = table(rows(written(tmp_path, the_record())[window]), "序号")[1:]
    items = [row for row in found if row[0] and row[1] != "加分"]
    subtotals = [row for row in found if row[2] == "小计"]
    (total,) = [row for row in found if row[1] == "合计"]
    for column in (4, 6, 7):
        of_items = sum(row[column] for row in items if not isinstance(row[column], str))
        assert of_items == sum(row[column] for row in subtotals) == total[column]


def test_a_score_that_a_veto_makes_zero(tmp_path: Path) -> None:
    record = the_record()
    policy = Policy(veto=VetoPolicy.ZERO, floor=FloorPolicy.NONE)
    sheet = replace(record.sheet, pack=replace(the_pack(), policy=policy), _scores={})
    book = written(tmp_path, replace(record, sheet=sheet))
    found = table(rows(book["2号窗口 1002"]), "序号")
    assert [row[7] for row in found[-2:]] == [80, 0]
    assert [row[8] for row in found[-1:]] == ["一票否决，该记分表计0分"]
    uniform = table(rows(book["1号窗口 1001"]), "序号")[2]
    assert (uniform[6], uniform[7], uniform[8]) == (4.5, -1.5, "1.5分×3人次＝4.5分")


def test_a_reviewed_score_stands_beside_the_one_as_found(tmp_path: Path) -> None:
    record = the_record()
    reviews = {("w2", "quarrel"): Reviewed(True, 0), ("w1", "greet"): Reviewed(False, 100)}
    reviewed = reviewed_score(record.sheet, reviews)
    book = written(tmp_path, replace(record, reviews=reviews, reviewed=reviewed))
    assert any(
        line.startswith("复核后单位得分：") and "上表为检查时所见" in line
        for line in lines(book["汇总"])
    )
    second = table(rows(book["2号窗口 1002"]), "序号")
    assert [row[1:3] + row[7:8] for row in second[-2:]] == [
        ["得分", "等级：不合格", 80],
        ["复核后得分", "等级：优秀", 100],
    ]
    remarks = [str(row[8]) for row in table(rows(book["1号窗口 1001"]), "序号")]
    assert "申诉复核：改扣1分" in remarks[1]
    assert "申诉复核：撤销扣分" in str(second[4][8])
    assert len(table(rows(book["公共区域"]), "序号")) == 5  # the header, 1 item, 3 sums: no review


# Values, formats, widths, print


@pytest.mark.ci
def test_numbers_are_numbers_and_text_is_text(tmp_path: Path) -> None:
    sheet = written(tmp_path, the_record())["1号窗口 1001"]
    formats = {cell.value: cell.number_format for row in sheet.iter_rows() for cell in row}
    assert (formats[60.8], formats[4]) == ("0.00", "General")
    assert all(
        cell.data_type in "sn"
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )
    summary = written(tmp_path, the_record())["汇总"]
    scores = [cell for cell in summary["I"] if isinstance(cell.value, (int, float))]
    assert {cell.number_format for cell in scores} == {"0.00"}


def test_every_sheet_prints_on_a4_one_page_wide(tmp_path: Path) -> None:
    for sheet in written(tmp_path, the_record()):
        setup = sheet.page_setup
        assert (setup.paperSize, setup.orientation) == (9, "portrait")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
        assert "第&P页" in sheet.oddFooter.center.text


def test_widths_and_what_repeats_on_each_page(tmp_path: Path) -> None:
    book = written(tmp_path, the_record())
    window = book["1号窗口 1001"]
    widths = [window.column_dimensions[letter].width for letter in "ABCDEFGHI"]
    assert widths == [5.2, 9.4, 26, 15, 7, 20.5, 7, 8, 20.4]
    assert (window.print_title_rows, window.freeze_panes) == ("$1:$6", "D7")
    assert window.auto_filter.ref is None  # subtotals would be filtered with the rest
    assert book["汇总"].print_title_rows == "$1:$6"
    assert book["照片"].print_title_rows == "$1:$1"
    assert [book["照片"].column_dimensions[letter].width for letter in "AB"] == [46, 46]


# Photos and signature


def test_photos_are_two_in_a_row_each_in_its_cell_with_its_caption(tmp_path: Path) -> None:
    sheet = written(tmp_path, the_record())["照片"]
    anchors = [(i.anchor._from.row, i.anchor._from.col) for i in sheet._images]
    assert anchors == [(1, 0), (1, 1), (2, 0)]
    assert sheet.cell(2, 1).value == (
        "照片1　1号窗口 1001\n2026年11月24日 09:30\ngreet的要求：未起身迎接；提醒过"
    )
    assert sheet.cell(2, 2).value.splitlines()[1] == "2026年11月24日 09:41"  # as the camera says
    assert sheet.cell(3, 1).value.endswith("quarrel的要求：当场纠正后：当场道歉")
    assert sheet.cell(2, 1).alignment.vertical == "bottom"


def caption_of(folder: Path, evidence: Evidence, answer: Answer) -> str:
    """The last line under one photo of an answer of the first window."""
    record = the_record()
    answers = {**record.sheet.answers, FIRST.id: by_id((answer,))}
    sheet = replace(record.sheet, answers=answers, evidence=(evidence,))
    book = written(folder, the_record(sheet=sheet))
    return str(book["照片"].cell(2, 1).value).splitlines()[-1]


def test_a_photo_after_correction_where_none_was_noted_claims_none(tmp_path: Path) -> None:
    moved = photo("a", FIRST, "greet", role=EvidenceRole.CORRECTED)
    wrong = bad("greet", phrases=("未起身迎接",))
    assert caption_of(tmp_path, moved, wrong) == "greet的要求：未起身迎接"
    assert caption_of(tmp_path, moved, ok("greet")) == "greet的要求：合格"


def test_a_finding_that_begins_with_its_item_says_it_once(tmp_path: Path) -> None:
    partly = bad("desk", 1, option=1)
    said = caption_of(tmp_path, photo("a", FIRST, "desk"), partly)
    assert said.count("desk的要求") == 1
    assert said.startswith("desk的要求：")


def test_a_photo_keeps_its_proportions_inside_its_row(tmp_path: Path) -> None:
    sheet = written(tmp_path, the_record())["照片"]
    for image, (width, height) in zip(sheet._images, [(4, 3), (4, 3), (3, 4)], strict=True):
        marker, size = image.anchor._from, image.anchor.ext
        assert size.cx / size.cy == pytest.approx(width / height, rel=0.01)
        points = (marker.rowOff + size.cy) / 12700
        assert points < sheet.row_dimensions[marker.row + 1].height - 4 * 10
        pixels = (marker.colOff + size.cx) / 9525
        assert pixels <= 46 * 7


def test_a_photo_whose_file_is_gone_is_said_to_be(tmp_path: Path) -> None:
    book = written(tmp_path, the_record(), picture_of=lambda e: None if e.id == "a" else jpeg)
    sheet = book["照片"]
    assert "照片1　1号窗口 1001（照片文件缺失）" in sheet.cell(2, 1).value
    assert len(sheet._images) == 2


def test_pictures_are_made_one_by_one_when_they_are_written(tmp_path: Path) -> None:
    asked: list[str] = []

    def maker(evidence: Evidence) -> Callable[[], bytes]:
        def make() -> bytes:
            asked.append(evidence.id)
            return jpeg()

        return make

    book = written(tmp_path, the_record(), picture_of=maker)
    assert asked == ["a", "c", "b"]
    assert len(book["照片"]._images) == 3


def test_no_photos_no_sheet(tmp_path: Path) -> None:
    record = the_record()
    bare = replace(record, sheet=record.sheet.with_evidence(()))
    assert "照片" not in written(tmp_path, bare).sheetnames


def test_the_signature_stands_beside_its_words(tmp_path: Path) -> None:
    book = written(tmp_path, the_record())
    sheet = book["汇总"]
    (image,) = sheet._images
    row = image.anchor._from.row + 1
    assert sheet.cell(row, image.anchor._from.col + 1).value == "被检查单位负责人签字："
    assert sheet.cell(row + 1, image.anchor._from.col + 1).value == (
        "签字人、时间：王主任，2026年11月24日 10:12"
    )
    assert image.anchor.ext.cx / image.anchor.ext.cy == pytest.approx(2.5, rel=0.01)
    foot = [value for value in rows(book["1号窗口 1001"])[-1] if value]
    assert foot == ["检查人员签字：", "被检查单位负责人签字：王主任（见首页）", "日期："]


def test_a_refusal_stands_with_its_reason(tmp_path: Path) -> None:
    book = written(tmp_path, the_record(signature=REFUSAL))
    assert lines(book["汇总"])[-1] == (
        "被检查单位负责人意见：王主任拒绝签字，理由：对扣分有异议（2026年11月24日 10:12）"
    )
    assert book["汇总"]._images == []
    assert "被检查单位负责人签字：拒签，见首页" in rows(book["1号窗口 1001"])[-1]


def test_without_a_signature_there_is_room_for_a_pen(tmp_path: Path) -> None:
    sheet = written(tmp_path, the_record(signature=None))["汇总"]
    row = sheet.max_row - 1
    assert "被检查单位负责人签字：" in [cell.value for cell in sheet[row]]
    assert sheet.row_dimensions[row].height >= 40


# The seal


@pytest.mark.ci
def test_a_record_that_was_changed_says_so_on_every_page(tmp_path: Path) -> None:
    book = written(tmp_path, the_record(unchanged=False))
    for sheet in book:
        assert (
            sheet["A2"].value
            == "警示：与封存时不符，本记录在2026年11月24日封存后被改动，不得作为依据"
        )
        assert int(sheet.print_title_rows.split("$")[-1]) >= 2
    assert MISMATCH in next(line for line in lines(book["汇总"]) if "封存号" in line)
    for sheet in written(tmp_path, the_record()):
        assert not [line for line in lines(sheet) if MISMATCH in str(line)]


def test_a_record_of_an_earlier_version_has_no_seal(tmp_path: Path) -> None:
    record = the_record()
    inspection = replace(record.sheet.inspection, seal="", completed_at=None)
    bare = replace(record, sheet=replace(record.sheet, inspection=inspection))
    assert "本记录完成时还没有封存功能，没有封存号。" in lines(written(tmp_path, bare)["汇总"])


def test_what_did_not_come_along_from_another_laptop_is_said(tmp_path: Path) -> None:
    record = the_record()
    came = CameInPart("城西的电脑", names=True, strokes=True, photos=3)
    said = lines(written(tmp_path, replace(record, came=came))["汇总"])
    assert (
        "本记录来自电脑“城西的电脑”，当班人员姓名、签字笔迹、照片和附件3个未随数据包带来，"
        "封存号和签字无法在本机核验。" in said
    )
    other = Signature("李主任", (), "", datetime(2026, 11, 24, 11, 5), "")
    said = lines(written(tmp_path, replace(record, others=(other,)))["汇总"])
    assert "另一台电脑上另有签字：李主任，2026年11月24日 11:05。两份签字并存，请核对。" in said
    only = replace(record, came=CameInPart("城西的电脑", photos=1))
    assert "本记录来自电脑“城西的电脑”，照片和附件1个未随数据包带来。" in lines(
        written(tmp_path, only)["汇总"]
    )


# Hostile texts and names


@pytest.mark.parametrize(
    "text",
    ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\x00\x07a", "👍", "\ud800x", "_x0041_"],
    ids=["formula", "plus", "minus", "at", "control", "emoji", "surrogate", "escape"],
)
def test_hostile_text_is_text(tmp_path: Path, text: str) -> None:
    record = the_record()
    answers = by_id((replace(bad("greet"), note=text), *FIRST_ANSWERS[1:]))
    card = replace(FIRST, window_number=text, staff_number=text, staff_name=text)
    inspection = replace(
        record.sheet.inspection, site_name=text, inspectors=(text,), phase=text, conflicts=(text,)
    )
    sheet = replace(
        record.sheet,
        inspection=inspection,
        scorecards=(card, SECOND),
        answers={card.id: answers, SECOND.id: record.sheet.answers[SECOND.id]},
        evidence=(photo("a", card, "greet", name=text),),
    )
    amendments = tuple(
        replace(each, text=text, reason=text, author=text) for each in record.amendments
    )
    signature = replace(REFUSAL, signer=text, refusal=text)
    hostile = replace(record, sheet=sheet, amendments=amendments, signature=signature)
    book = written(tmp_path, hostile, unit=text)
    for each in book:
        for row in each.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "inlineStr")  # never f or e
    shown = text.replace("\x00\x07", "��").replace("\ud800", "�")
    found = table(rows(book.worksheets[1]), "序号")[1]
    assert str(found[5]).replace("_x005F_", "_") == shown


@pytest.mark.ci
def test_a_very_long_remark_is_cut_with_a_note_and_long_amendments_are_not(
    tmp_path: Path,
) -> None:
    record = the_record()
    answers = {**record.sheet.answers, "w1": by_id(
        (replace(bad("greet"), note="长" * 40_000), *FIRST_ANSWERS[1:])
    )}  # fmt: skip
    amendments = (replace(record.amendments[0], text="长" * 40_000),)
    sheet = replace(record.sheet, answers=answers, _scores={})
    book = written(tmp_path, replace(record, sheet=sheet, amendments=amendments))
    window = book["1号窗口 1001"]
    said = "".join(str(cell.value or "") for cell in window["F"])
    assert said.count("长") == 32_767 - len("…（后略，全文见系统）")
    assert "…（后略，全文见系统）" in said
    assert all(d.height is None or d.height <= 409 for d in window.row_dimensions.values())
    assert "".join(lines(book["汇总"])).count("长") == 40_000
    assert all(d.height is None or d.height <= 409 for d in book["汇总"].row_dimensions.values())


def test_names_that_no_sheet_may_have(tmp_path: Path) -> None:
    record = the_record()
    names = ("a/b:c*d?e[f]\\g", "a/b:c*d?e[f]\\g", "超长名称" * 20)
    cards = tuple(
        replace(FIRST, id=f"c{n}", window_number=name, staff_number="")
        for n, name in enumerate(names)
    )
    answers = {card.id: by_id(FIRST_ANSWERS) for card in cards}
    sheet = replace(
        record.sheet, scorecards=cards, answers=answers, evidence=(photo("a", cards[2], "greet"),)
    )
    book = written(tmp_path, replace(record, sheet=sheet, amendments=()))
    assert book.sheetnames[1:3] == ["a／b：c＊d？e［f］＼g", "a／b：c＊d？e［f］＼g(2)"]
    assert len(book.sheetnames[3]) == 31
    assert len(book["照片"]["A1"].value) <= 26


@pytest.mark.ci
def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    written(tmp_path, the_record())
    first = (tmp_path / "记录.xlsx").read_bytes()
    written(tmp_path, the_record())
    assert (tmp_path / "记录.xlsx").read_bytes() == first


def test_pictures_are_files_of_the_workbook(tmp_path: Path) -> None:
    written(tmp_path, the_record())
    with ZipFile(tmp_path / "记录.xlsx") as archive:
        media = [name for name in archive.namelist() if name.startswith("xl/media/")]
        assert len(media) == 4
        assert {name.rpartition(".")[2] for name in media} == {"png", "jpeg"}
        assert b"cellimages" not in b"".join(map(str.encode, archive.namelist()))
