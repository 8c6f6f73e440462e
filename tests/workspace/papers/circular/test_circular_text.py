"""The text of a circular as an editor of official papers would read it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.standing import Standing
from inspector.domain.figures.summary import FindingCount
from inspector.domain.papers.circular import Circular, FullMarks
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.papers.circular.circular_text import circular_text, circular_title
from inspector.workspace.papers.circular.inspected_words import family_names
from inspector.workspace.papers.circular.listed_words import clause, days, names
from tests.excel.circulars import FINDINGS, HIGHLIGHT, LINES, circular, item, visits
from tests.excel.reports import HEADING, TODAY, closed, finding, summary


def said(told: Circular, unit: str = "市文明办") -> str:
    return circular_text(told, replace(HEADING, unit=unit), "上月")


def part(text: str, title: str) -> str:
    """What stands below a heading."""
    return text.split(f"、{title}\n")[1].split("、", 1)[0] if f"、{title}\n" in text else ""


def test_a_month() -> None:
    assert said(circular()).split("\n") == [
        "2026年11月3日、6日、20日，市文明办采取暗访方式，对3个单位开展文明窗口现场检查9次，"
        "检查窗口72个。现将有关情况通报如下。",
        "一、总体情况",
        "3个单位平均91.30分，其中优秀2个、不合格1个，一票否决1个。",
        "与上月相比，可比的2个单位中，得分上升的1个、下降的1个。",
        "共发现问题4个，其中红线问题1个、重点问题2个、一般问题1个。截至2026年11月24日，"
        "已整改销号1个，整改率25.00%；尚未整改销号3个，其中逾期1个。",
        "以上得分、等级、名次均为申诉复核后的结果。",
        "二、好的方面",
        "（一）服务有亮点。城东营业厅1号窗口（工号023）主动扶老人填单。",
        "（二）窗口服务规范。城南营业厅2号窗口（工号007、工号008）未被扣分。",
        "三、存在问题",
        "（一）触碰红线。城西营业厅发现红线问题1个，按规定一票否决。"
        "11月20日，城西营业厅1号窗口被查实“吃拿卡要报”。",
        "（二）服务礼仪方面。发现问题2个，占50.00%，均为未迎送问候。"
        "如11月20日，城东营业厅1号窗口未起身迎接。",
        "（三）环境卫生方面。发现问题1个，占25.00%，为台面凌乱。11月20日，城东营业厅1号窗口有杂物。",
        "（四）问题重复发生。城东营业厅有1个问题在同一窗口重复发现。",
        "（五）整改不够及时。城东营业厅有1个问题逾期未整改。",
        "四、整改要求",
        "（一）限时完成整改。请各单位对照附件2逐项整改。未到整改时限的2个问题，"
        "按各自时限完成整改，最迟不晚于2026年12月3日；逾期未整改的1个问题，立即整改并书面说明原因。",
        "（二）严肃处理红线问题。请城西营业厅查明原因，落实责任，书面报告处理结果。",
        "（三）举一反三抓整改。对重复发现的问题，请查明原因，落实责任人，防止再次发生。",
        "（四）按时报送情况。请于2026年12月3日前，将整改情况和整改后照片报市文明办"
        "（联系人：张三，电话：0571-88990011）。",
    ]


ONE = (summary(findings=FindingCount(2, 0, 1)),)


def test_nothing_found_and_nobody_praised() -> None:
    told = said(circular((), lines=LINES[:1], highlights=(), full_marks=()))
    assert "检查未发现问题。" in told
    assert [line for line in told.split("\n") if line[1:2] == "、"] == [
        "一、总体情况",
        "二、工作要求",
    ]
    assert told.endswith("请继续抓好日常管理，保持服务规范。")
    assert "附件2" not in told
    assert "逾期" not in told


def test_everything_put_right() -> None:
    done = tuple(closed(number=str(n)) for n in range(3))
    told = said(circular(done, lines=(summary(findings=FindingCount(3, 3, 0)),), highlights=()))
    assert "已全部整改销号，整改率100.00%。" in told
    assert "城东营业厅所查问题已全部整改销号。" in told
    assert told.endswith("、工作要求\n本期问题均已整改销号，请巩固成效，防止反弹。")
    assert "附件2" not in told


def test_one_finding_needs_no_share_and_no_number() -> None:
    told = said(circular((FINDINGS[0],), lines=ONE, highlights=(), full_marks=()))
    assert "共发现问题1个，为重点问题。" in told
    assert part(told, "存在问题").startswith(
        "发现问题1个，为未迎送问候。11月20日，城东营业厅1号窗口未起身迎接。"
    )
    assert "未到整改时限的1个问题，最迟于2026年11月25日完成整改。" in told
    assert "%" not in part(told, "存在问题")


def test_one_site_is_named_and_does_not_inspect_itself() -> None:
    told = circular(FINDINGS[:2], lines=ONE, full_marks=(), highlights=())
    assert circular_title(replace(HEADING, site="城东营业厅")) == (
        "关于城东营业厅2026年11月文明窗口现场检查情况的通报"
    )
    assert "，市文明办采取暗访方式，对城东营业厅开展文明窗口现场检查3次" in said(told)
    assert "20日，采取暗访方式，对城东营业厅开展" in said(told, "")
    assert "与上月相比，得分上升0.70分。" in said(told)
    own = said(told, "城东营业厅")
    assert "20日，本单位采取暗访方式开展文明窗口现场检查3次" in own
    assert "请各责任部门对照附件2逐项整改" in own
    assert "报本单位检查人员（" in own
    assert "。有1个问题逾期未整改。" in own


def test_manners_and_many_days() -> None:
    made = (*visits(2, 3, 4, 5), *visits(6, 9, 27, kind=InspectionKind.OPEN))
    told = said(circular(visits=made))
    assert told.startswith(
        "2026年11月2日至27日（其中检查7天），市文明办采取暗访、明察相结合的方式，"
        "对3个单位开展文明窗口现场检查9次（暗访4次、明察3次），"
    )
    every = [date(2026, 11, day) for day in range(2, 10)]
    assert days(every) == "2026年11月2日至9日"
    assert days([date(2026, 11, 30), date(2026, 12, 1)]) == "2026年11月30日、12月1日"
    assert days([date(2025, 12, 31), date(2026, 1, 2)]) == "2025年12月31日、2026年1月2日"


def test_families_are_told_by_their_names() -> None:
    other = PackFamily("hospital", ("2026.1",), "医院窗口")
    lines = (*LINES, summary(pack=other, site_name="市一院", findings=FindingCount(), rank=1))
    told = said(circular(lines=lines))
    assert "通信营业厅3个单位平均91.30分" in told
    assert "此外，市一院（医院窗口）得95.90分，等级优秀。" in told
    assert "2026.1" not in told
    assert "居前" not in told  # alone, it is first of nothing
    old = PackFamily("hospital", ("2025.1",), "医院窗口", "rate 1")
    called = family_names([other, old])
    assert (called[old], called[other]) == ("医院窗口（原检查表）", "医院窗口（现行检查表）")


def test_a_hundred_names_are_no_sentence() -> None:
    sites = [f"第{n}营业厅" for n in range(120)]
    lines = tuple(summary(site_name=site, rank=n + 1, change=None, findings=FindingCount(2, 0, 2),
                          vetoes=0) for n, site in enumerate(sites))  # fmt: skip
    late = tuple(finding(site_name=site, deadline=TODAY - timedelta(2)) for site in sites * 2)
    marks = tuple(FullMarks(site, "1号窗口", ()) for site in sites)
    told = said(circular(late, lines=lines, full_marks=marks, highlights=(HIGHLIGHT,) * 23))
    assert "等120个窗口均未被扣分。" in told
    assert "检查中发现亮点23处，如" in told
    assert told.count("主动扶老人填单") == 3
    assert (
        "有240个问题逾期未整改，涉及120个单位，其中第0营业厅2个、第1营业厅2个、第2营业厅2个。"
        in told
    )
    assert max(map(len, told.split("\n"))) < 200
    assert "与上月相比" not in told  # nothing compares
    assert names(sites) == "第0营业厅、第1营业厅、第2营业厅等120个单位"


def test_gravity_comes_before_number() -> None:
    found = (
        *(finding(item_id="small") for _ in range(9)),
        finding(item_id="worst", category=Category.CLEANLINESS, text="消防通道被堵"),
        *(finding(item_id="middle", category=Category.CLEANLINESS) for _ in range(2)),
        *(finding(item_id="small", category=Category.CLEANLINESS) for _ in range(2)),
    )
    named = {("i1", "small"): item("未道别"), ("i1", "middle"): item("厕所不洁", Gravity.MAJOR),
             ("i1", "worst"): item("通道被堵", Gravity.SEVERE)}  # fmt: skip
    told = said(circular(found, items=named))
    assert "其中严重问题1个、重点问题2个、一般问题11个" in told
    assert (
        "（一）环境卫生方面。发现问题5个，占35.71%，严重问题有通道被堵1个，重点问题有厕所不洁2个。"
        in told
    )
    assert told.index("环境卫生方面") < told.index("服务礼仪方面")


def test_what_has_no_name_is_the_rule_that_was_not_kept() -> None:
    told = said(circular(items={}))
    assert "均不符合“顾客走近时起身、微笑、主动问候”" in told
    assert "被查实“刁难‘顾客’”" in told
    light = said(circular((FINDINGS[0],), items={}, tells_gravity=False))
    assert "共发现问题1个。截至2026年11月24日，尚未整改销号，无逾期。" in light
    assert "共发现问题4个，其中红线问题1个。" in said(circular(tells_gravity=False))


STAND_OUT = (
    summary(rank=1, findings=FindingCount(4, 4, 0)),
    summary(rank=2, site_name="城南营业厅", total=9000, findings=FindingCount()),
)


@pytest.mark.parametrize(
    "but",
    [
        {"vetoes": 1},
        {"coverage": Coverage(79, 100)},
        {"grade": "良好"},
        {"findings": FindingCount(4, 3, 1)},
        {"unranked": 1},
    ],
)
def test_only_who_stands_out_is_praised(but: dict[str, Any]) -> None:
    praised = said(circular((), lines=STAND_OUT, highlights=(), full_marks=()))
    assert "得分居前的是城东营业厅（95.90分，第1名）。" in praised
    assert "城南" not in part(praised, "好的方面")
    lines = (replace(STAND_OUT[0], **but), STAND_OUT[1])
    told = said(circular((), lines=lines, highlights=(), full_marks=()))
    assert "得分居前" not in told


def test_praise_says_what_it_is_of() -> None:
    best = replace(STAND_OUT[0], coverage=Coverage(90, 100), overrides=2,
                   found=Standing(9500, 0, "优秀"))  # fmt: skip
    told = said(circular((), lines=(best, STAND_OUT[1]), highlights=()))
    assert (
        "得分居前的是城东营业厅（95.90分，检查时95.00分，第1名，实查90/100项，"
        "本单位调整了检查表2项）。" in told
    )
    assert "其中1个单位与检查时不同，检查时的结果列于附件1备注。城东营业厅（2项）调整了" in told


def test_too_little_seen_is_said_and_not_praised() -> None:
    lines = (LINES[0], replace(LINES[1], rank=None, coverage=Coverage(3, 10), unranked=3), LINES[2])
    told = said(circular(lines=lines))
    assert "城南营业厅实查不足，不排名，不计入平均。" in told
    assert "应查10项次，实查3项次，占30.00%。" in told
    assert "城南营业厅2号窗口" not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有杂物。", "有杂物"),
        ("两行\n的话", "两行 的话"),
        ("甲" * 30 + "，" + "乙" * 30, "甲" * 30),
        ("甲" * 60, "甲" * 39 + "…"),
    ],
)
def test_what_somebody_wrote_ends_with_a_clause(text: str, expected: str) -> None:
    assert clause(text) == expected


CASES: list[Callable[[], Circular]] = [
    circular,
    lambda: circular(()),
    lambda: circular(lines=ONE),
    lambda: circular(items={}),
    lambda: circular(FINDINGS[:1], by_patrols=2, withdrawn={LINES[0].pack: 1}),
    lambda: circular(lines=(replace(LINES[0], total=None, grade="", change=None, coverage=None),)),
]


@pytest.mark.parametrize("made", CASES)
@pytest.mark.parametrize("unit", ["市文明办", "", "城东营业厅"])
def test_no_sentence_is_broken(made: Callable[[], Circular], unit: str) -> None:
    for line in said(made(), unit).split("\n"):
        assert "None" not in line
        assert not any(
            two in line for two in ("。。", "，，", "，。", "；。", "、。", "（）", "，；")
        )
        assert line.endswith("。") or line[1] == "、"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026年11月", "2026年11月"),
        ("2026年7月1日至2026年12月31日", "2026年7月1日至12月31日"),
        ("2026年12月1日至2027年1月31日", "2026年12月1日至2027年1月31日"),
    ],
)
def test_a_title_says_a_year_once(period: str, said: str) -> None:
    title = circular_title(replace(HEADING, site="", period=period))
    assert title == f"关于{said}文明窗口现场检查情况的通报"
