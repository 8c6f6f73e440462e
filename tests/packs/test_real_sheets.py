"""A hospital's, a township hall's, a toll station's and a bank's own score sheet are taken in."""

from pathlib import Path

import pytest

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import (
    BonusRule,
    Case,
    CasesRule,
    ChoiceRule,
    DeductRule,
    MeasureRule,
    Pack,
    RangeRule,
    Totalling,
)
from inspector.domain.checklist.points import to_hundredths
from inspector.excel.packs.pack_workbook import read_pack_sheets, write_pack
from inspector.workspace.file_kinds import FileKind, kind_of
from tests.cli.conftest import Run, home, run  # noqa: F401 -- fixtures
from tests.excel.packs.pack_books import problems_of
from tests.packs.real.paper import BANK, HOSPITAL, SHEETS, TOLL, TOWNSHIP, rows_of, write_paper

ITEMS = {HOSPITAL: 15, TOWNSHIP: 12, TOLL: 13, BANK: 11}


def taken(folder: Path, name: str) -> Pack:
    """The pack that a sheet says."""
    return read_pack_sheets(write_paper(folder, name)).pack


def item(pack: Pack, text: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """The item whose text begins so."""
    (found,) = [each for each in pack.items() if each.text.startswith(text)]
    return found


@pytest.mark.ci
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_taken_in_whole_and_comes_back_from_our_own_workbook(
    tmp_path: Path, name: str
) -> None:
    path = write_paper(tmp_path, name)
    assert kind_of(path) is FileKind.CHECKLIST
    pack = read_pack_sheets(path).pack
    assert len(list(pack.items())) == ITEMS[name]
    assert pack.policy.total is Totalling.DEDUCT
    worth = sum(each.full for each in pack.items())
    assert worth == to_hundredths(pack.policy.scale)
    assert all(each.heading for each in pack.items())
    again = tmp_path / "again.xlsx"
    write_pack(again, pack)
    assert read_pack_sheets(again).pack == pack


def test_the_hospital(tmp_path: Path) -> None:
    pack = taken(tmp_path, HOSPITAL)
    assert pack.title == "城东医院窗口服务考核评分表"
    assert list(pack.weights.values()) == [20, 15, 55, 10]
    assert [(grade.title, grade.lower) for grade in pack.grades] == [
        ("优秀", 9000), ("良好", 8000), ("合格", 6000), ("不合格", 0),
    ]  # fmt: skip
    dress = item(pack, "按季节统一着装")
    assert (dress.full, dress.heading, dress.category) == (
        800, "仪容仪表与主动服务", Category.ETIQUETTE,
    )  # fmt: skip
    assert dress.rule == CasesRule((
        Case("未按规定着装", 200, "人次"), Case("未佩戴胸牌", 100, "人次"),
        Case("发型、首饰不符合要求", 50, "人次"),
    ))  # fmt: skip
    assert item(pack, "主动热情").rule == RangeRule(100, 300, "人次")
    assert item(pack, "主动热情").phrases == ("表情冷漠", "未起身迎接", "推诿")
    assert item(pack, "按时到岗").rule == CasesRule((
        Case("迟到、早退", 100, "次"), Case("擅自离岗", 300, "次"), Case("旷工半天", 500, "次"),
    ))  # fmt: skip
    waiting = item(pack, "挂号").rule
    assert isinstance(waiting, MeasureRule)
    assert [(band.upto, band.points) for band in waiting.bands] == [
        (1000, 1000), (1500, 500), (None, 0),
    ]  # fmt: skip
    complaint = item(pack, "患者有责投诉")
    assert (complaint.penalty, complaint.full) == (True, 0)
    assert complaint.rule == DeductRule(500, "起")
    assert item(pack, "不收受红包").veto
    assert isinstance(item(pack, "收到表扬信").rule, BonusRule)
    assert pack.policy.bonus_cap == 500


def test_the_township_hall(tmp_path: Path) -> None:
    pack = taken(tmp_path, TOWNSHIP)
    assert pack.columns == ("考核办法",)
    assert item(pack, "按时到岗").cells == ("查签到、看现场",)
    assert (pack.policy.ranked_from, pack.grades[0].lower) == (60, 9500)
    assert item(pack, "按时办结").rule.cases[1] == Case("超期", 200, "个工作日")
    assert item(pack, "标识清楚").rule.cases[1].each == 20


def test_the_toll_station(tmp_path: Path) -> None:
    pack = taken(tmp_path, TOLL)
    assert (pack.title, pack.policy.scale) == ("文明服务星级收费站考评表", 1000)
    assert list(pack.weights.values()) == [200, 200, 500, 100]
    assert [grade.title for grade in pack.grades] == ["五星", "四星", "三星", "不评星"]
    assert {each.heading for each in pack.checklists[1].items} == {"文明服务"}
    assert item(pack, "手势规范").accumulates
    assert isinstance(item(pack, "机构健全").rule, ChoiceRule)
    assert item(pack, "台账资料齐全").rule == RangeRule(50, 6000, "次")
    assert item(pack, "不得私放").veto


def test_the_bank(tmp_path: Path) -> None:
    read = read_pack_sheets(write_paper(tmp_path, BANK))
    assert read.usual_grades
    assert read.ignored_columns == ("2026年版：得分", "2026年版：扣分原因")
    dress = item(read.pack, "着行服")
    assert (dress.text, dress.rule, dress.heading) == (
        "着行服，佩戴工号牌", DeductRule(100, "人次"), "服务礼仪",
    )  # fmt: skip
    assert item(read.pack, "监管转办").penalty


@pytest.mark.parametrize(
    ("name", "before", "after", "place", "said"),
    [
        (HOSPITAL, "未分类扣5分", "未分类扣5分，并通报", "E7", "“并通报”怎么扣分看不明白"),
        (HOSPITAL, "未分类扣5分", "", "E7", "缺少“评分标准（未戴工牌每人次扣1分"),
        (HOSPITAL, "| 5分 | 未分", "|  | 未分", "D7", "缺少“分值（从总分中扣的，分值写“扣分项”）”"),
        (HOSPITAL, "| 5分 | 未分", "| 伍分 | 未分", "D7", "“伍分”不是数字"),
        (HOSPITAL, "| 100分 |", "| 98分 |", "D22", "各项分值合计100分，这里写的是98分"),
        (HOSPITAL, "用语（15分）", "用语（20分）", "B12", "各项分值合计15分，这里写的是20分"),
        (HOSPITAL, "四、工作规范", "四、日常表现", "B14", "栏目“日常表现”归哪一类"),
        (HOSPITAL, "未分类扣5分", "混放扣1分，乱扔扣1-3分", "E7", "不能放在一项里"),
        (HOSPITAL, "未分类扣5分", "扣1分；未投放扣2分", "E7", "“扣1分；未投放扣2分”怎么扣分"),
        (TOLL, "| 文明用语 |", "| 语言 |", "B8", "没有“语言”"),
        (TOLL, "发现即一票否决", "发现扣50分", "F16", "“发现扣50分”"),
        (BANK, "，发现1次扣5分", "", "B10", "缺少“评分标准"),
    ],
)
def test_what_a_sheet_leaves_open_is_asked_with_sheet_and_cell(
    run: Run,  # noqa: F811
    tmp_path: Path,
    name: str,
    before: str,
    after: str,
    place: str,
    said: str,
) -> None:
    rows = rows_of(name)
    assert any(before in row for row in rows)
    path = write_paper(tmp_path, name, [row.replace(before, after) for row in rows])
    places = [each.place.partition("!")[2] for each in problems_of(path)]
    assert place in places
    done = run("--lang", "zh_CN", "check", path)
    assert done.code == 1
    assert said in done.err


def test_what_was_taken_for_what_is_told_and_typical_mistakes_are_counted(
    run: Run,  # noqa: F811
    tmp_path: Path,
) -> None:
    done = run("--lang", "zh_CN", "check", write_paper(tmp_path, BANK))
    assert done.code == 0
    assert "网点文明服务考核表 1，11 项，没有问题" in done.out
    assert "栏目归类：服务用语→文明用语、业务规范→操作规范、厅堂环境→环境卫生" in done.out
    assert "按通常的优秀 90、良好 80、合格 60、不合格 0定" in done.out
    assert "各窗口" in done.out
    toll = run("--lang", "zh_CN", "check", write_paper(tmp_path, TOLL))
    assert "总分1000分" in toll.out


@pytest.mark.ci
def test_a_sheet_taken_in_twice_changes_nothing_and_a_changed_row_keeps_its_number(
    run: Run,  # noqa: F811
    tmp_path: Path,
) -> None:
    path = write_paper(tmp_path, HOSPITAL)
    assert run("import", path).code == 0
    assert "没有变化" in run("import", path).out
    rows = [row.replace("未分类扣5分", "未分类扣3分") for row in rows_of(HOSPITAL)]
    done = run("import", write_paper(tmp_path, HOSPITAL, rows))
    assert "城东医院窗口服务考核评分表 2" in done.out
    assert "垃圾分类投放" in done.out


def test_our_own_record_is_no_score_sheet(tmp_path: Path) -> None:
    rows = [row.replace("评分标准", "检查情况") for row in rows_of(HOSPITAL)]
    assert kind_of(write_paper(tmp_path, HOSPITAL, rows)) is FileKind.OTHER_TABLE


def test_every_item_is_asked_at_every_window_unless_a_column_says_else(tmp_path: Path) -> None:
    assert not taken(tmp_path, HOSPITAL).items_for(Scope.PUBLIC)
    more = {"序号": " | 范围", "2 |": " | 公共区域"}
    rows = [
        row + next((said for begin, said in more.items() if row.startswith(begin)), "")
        for row in rows_of(HOSPITAL)
    ]
    pack = read_pack_sheets(write_paper(tmp_path, HOSPITAL, rows)).pack
    (public,) = pack.items_for(Scope.PUBLIC)
    assert public.text == "厕所清洁，备有洗手液"
