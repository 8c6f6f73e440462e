"""The record of a visit on which not everything was seen: it says no more than what was."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    Case,
    CasesRule,
    DeductRule,
    Item,
    Override,
    Pack,
    Policy,
    RangeRule,
    Totalling,
)
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.override import adapted
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Answer, InspectionKind, Verdict
from inspector.domain.visit.inspection_sheet import InspectionSheet
from tests.domain.packs import bad, na, ok, pack, unseen
from tests.excel.records import FIRST, SECOND, by_id, lines, rows, the_record, written

ETIQUETTE, LANGUAGE, NORMS, CLEAN = Category
DIRECT = Policy(total=Totalling.DEDUCT, ranked_from=80, drawn=2)


def fault(item_id: str, each: int, category: Category, **changes: Any) -> Item:  # noqa: ANN401
    """An item without full marks: its category's points are the only limit."""
    made = Item(item_id, category, f"{item_id}的要求", 0, DeductRule(each, "次"))
    return replace(made, **changes)


DRESS = Item(
    "dress", ETIQUETTE, "着装规范", 300, accumulates=True, heading="窗口形象", cells=("现场查看",),
    rule=CasesRule((Case("未戴工牌", 100, "人次"), Case("发型不整", 50, "人次"))),
)  # fmt: skip
SMILE = fault("smile", 100, ETIQUETTE)
WORDS = fault("words", 100, LANGUAGE)
TONE = Item("tone", LANGUAGE, "语气", 500, RangeRule(100, 300, "次"))
FORMS = fault("forms", 300, NORMS, must=True)
FLOOR = fault("floor", 100, CLEAN)
BRIBE = fault("bribe", 0, NORMS, veto=True)
BLAME = fault("blame", 500, NORMS, penalty=True)
EVERY = (DRESS, SMILE, WORDS, TONE, FORMS, FLOOR, BRIBE, BLAME)
GIVEN = (
    replace(bad("dress", 3), cases=(2, 1)),
    unseen("smile"),
    replace(unseen("words"), note="没有顾客"),
    replace(bad("tone"), measured=200),
    ok("forms"),
    na("floor"),
    ok("bribe"),
    bad("blame"),
)
PASSED = tuple(ok(item.id) for item in EVERY)


def the_pack(policy: Policy = DIRECT, *, columns: tuple[str, ...] = ()) -> Pack:
    return replace(pack(*EVERY, policy=policy), columns=columns)


def visited(
    own: Pack,
    first: tuple[Answer, ...] = GIVEN,
    second: tuple[Answer, ...] = PASSED,
    base: Pack | None = None,
    **visit: Any,  # noqa: ANN401
) -> Record:
    """A record of two windows."""
    record = the_record(item_texts={item.id: item.text for item in EVERY})
    inspection = replace(record.sheet.inspection, **visit)
    answers = {FIRST.id: by_id(first), SECOND.id: by_id(second)}
    sheet = InspectionSheet(inspection, own, (FIRST, SECOND), answers, base=base)
    return replace(record, sheet=sheet, amendments=(), signature=None)


def window(book: Any, name: str = "1号窗口 1001") -> dict[str, list[Any]]:  # noqa: ANN401
    """The rows of a window by what they are of."""
    found = rows(book[name])
    begin = next(n for n, row in enumerate(found) if row[:1] == ["序号"])
    return {
        str(row[2] if row[0] else f"{row[1]}{row[2] or ''}"): row
        for row in found[begin + 1 :]
        if len(row) > 2
    }


def test_what_was_not_seen_is_not_said_to_be_right(tmp_path: Path) -> None:
    found = window(written(tmp_path, visited(the_pack())))
    assert found["smile的要求"][3:] == ["每次扣1分", "/", "未观察", "/", "/"]
    assert found["words的要求"][5] == "未观察；没有顾客"
    assert found["检查覆盖"][-1] == "已观察5项／应查7项，71.42%；未达到80%，不评等级、不参加排名"
    assert window(written(tmp_path, visited(the_pack())), "2号窗口 1002")["检查覆盖"][-1] == (
        "已观察8项／应查8项，100.00%"
    )


def test_a_category_is_what_is_left_of_its_points(tmp_path: Path) -> None:
    found = window(written(tmp_path, visited(the_pack())))
    assert found["※着装规范"][1:] == [
        "窗口形象（服务礼仪）", "※着装规范", "未戴工牌每人次扣1分；发型不整每人次扣0.5分", 3,
        "未戴工牌（2人次）、发型不整", 2.5, 0.5, "1分×2人次＋0.5分×1人次＝2.5分",
    ]  # fmt: skip
    assert found["服务礼仪小计"][4:] == [25, None, 2.5, 22.5, "服务礼仪 25分，扣2.5分，得22.5分"]
    assert found["语气"][3:] == [
        "每次扣1–3分", 5, "不符合“语气”", 2, 3, "酌情扣2分",
    ]  # fmt: skip
    assert found["floor的要求"][4:] == ["/", "不适用", "/", "/"]
    assert found["环境卫生小计"][-1] == "环境卫生 20分，扣0分，得20分（没有已观察的项目）"
    assert found["★bribe的要求"][1:] == [
        "红线", "★bribe的要求", "发现即一票否决", "/", "未发现", "/", "/",
    ]  # fmt: skip
    assert found["合计"][4:] == [100, None, 4.5, 95.5, "各类分值、扣分、得分之和"]
    assert found["blame的要求"][1:] == [
        "总分扣分", "blame的要求", "每次扣5分，从总分中扣", "/", "不符合“blame的要求”", 5, "/",
        "5分×1次＝5分",
    ]  # fmt: skip
    assert found["得分等级：—"][-2:] == [
        90.5, "各类得分之和：22.5＋18＋35＋20－总分扣分5＝90.50",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ok("bribe"), "未发现"),
        (replace(bad("bribe"), note="收受红包"), "发现：收受红包"),
        (unseen("bribe"), "未观察"),
    ],
)
def test_a_red_line_is_found_or_not_found_or_not_seen(
    tmp_path: Path, answer: Answer, said: str
) -> None:
    given = tuple(answer if each.item_id == "bribe" else each for each in PASSED)
    book = written(tmp_path, visited(the_pack(), given))
    assert window(book)["★bribe的要求"][5] == said
    unseen_too = "红线未观察：1项次，未作“未发现”认定。"
    assert (unseen_too in lines(book["汇总"])) == (answer.verdict is Verdict.UNSEEN)


def test_the_first_page_says_how_much_was_seen_and_ranks_no_window_of_which_it_was_little(
    tmp_path: Path,
) -> None:
    book = written(tmp_path, visited(the_pack()))
    said = lines(book["汇总"])
    assert "检查覆盖：已观察13项／应查15项，86.66%。" in said
    ranks = {row[1]: (row[0], row[-1]) for row in rows(book["汇总"]) if len(row) == 15}
    assert ranks["2号窗口"] == (1, "8/8")
    assert ranks["1号窗口"] == ("—", "5/7")
    assert any("未观察的项目不扣分，也不作合格认定" in line for line in said)
    little = (*(unseen(item.id) for item in EVERY[:-1]), ok("blame"))
    said = lines(written(tmp_path, visited(the_pack(), little))["汇总"])
    assert "检查覆盖：已观察9项／应查16项，56.25%；未达到80%，不评等级、不参加排名。" in said


def test_what_a_site_switched_off_counts_as_not_seen_and_stands_on_the_first_page(
    tmp_path: Path,
) -> None:
    whole = the_pack()
    own = adapted(
        whole,
        (
            Override("smile", "本厅不设", off=True),
            Override("words", "本厅不设", off=True),
            Override("dress", "从严", full=200),
        ),
    )
    given = tuple(each for each in PASSED if each.item_id not in ("smile", "words"))
    book = written(tmp_path, visited(own, given, given, base=whole))
    said = lines(book["汇总"])
    assert "检查覆盖：已观察12项／应查16项，75.00%；未达到80%，不评等级、不参加排名。" in said
    told = next(line for line in said if line.startswith("本单位调整了检查表"))
    assert told.startswith("本单位调整了检查表：不检查2项、另定分值或限值1项；应查项数按调整前")
    assert told.endswith("按调整前的检查表计分，为100.00分。")


def test_what_the_ranking_counts_of_an_adapted_record_stands_on_it(tmp_path: Path) -> None:
    """It takes 0.2 off where the checklist takes 3; both numbers are on the record."""
    whole = the_pack()
    own = adapted(whole, (Override("forms", "鼓励为主", each=20),))
    given = tuple(bad("forms") if each.item_id == "forms" else each for each in PASSED)
    said = lines(written(tmp_path, visited(own, given, base=whole))["汇总"])
    assert "单位得分：窗口平均＝99.90，等级为优秀。" in said
    told = next(line for line in said if line.startswith("本单位调整了检查表"))
    assert told.endswith("按调整前的检查表计分，为98.50分，排名以此为准。")


def test_the_form_and_the_seed_of_a_sample_stand_at_the_head_of_every_sheet(
    tmp_path: Path,
) -> None:
    drawn = written(tmp_path, visited(the_pack(), PASSED, form=Form.DRAWN, seed="7K2M"))
    for sheet in drawn.worksheets:
        assert [value for value in rows(sheet)[3] if value] == [
            "检查范围：抽查（必查项，另抽2项）", "抽样种子：7K2M",
        ]  # fmt: skip
    own = written(tmp_path, visited(the_pack(), form=Form.FULL, kind=InspectionKind.SELF))
    assert "本次为自查，不参加排名。" in lines(own["汇总"])
    assert not any("不参加排名" in str(row) for row in rows(own["1号窗口 1001"]))
    assert [value for value in rows(own["汇总"])[3] if value] == ["检查范围：全查"]


def test_the_columns_of_a_checklist_print_and_a_total_of_1000_has_its_percent(
    tmp_path: Path,
) -> None:
    policy = replace(DIRECT, scale=1000)
    own = replace(
        the_pack(policy, columns=("考核办法",)),
        weights=dict(zip(Category, (250, 200, 350, 200), strict=True)),
    )
    book = written(tmp_path, visited(own))
    found = window(book)
    assert found["※着装规范"][4:6] == ["现场查看", 3]
    assert found["服务礼仪小计"][-1] == "服务礼仪 250分，扣2.5分，得247.5分"
    assert found["得分等级：—"][-1].endswith("；满分1000分，得分折合99.05%")
    said = lines(book["汇总"])
    assert any("满分1000分（服务礼仪250分、文明用语200分" in line for line in said)
    first = next(line for line in said if line.startswith("单位得分"))
    assert "（满分1000分，折合99.53%）" in first


@pytest.mark.ci
def test_by_rates_too_what_was_not_seen_has_no_points(tmp_path: Path) -> None:
    record = the_record()
    first = {**record.sheet.answers[FIRST.id], **by_id((unseen("greet"), unseen("wait")))}
    given = {**record.sheet.answers, FIRST.id: first}
    seen_less = replace(record, sheet=replace(record.sheet, answers=given, _scores={}))
    found = window(written(tmp_path, seen_less))
    assert found["greet的要求"][4:8] == ["/", "未观察", "/", "/"]
    assert found["服务礼仪小计"][4:8] == [3, None, 3, 0]
    assert found["检查覆盖"][-1] == "已观察2项／应查4项，50.00%"
    assert found["操作规范小计"][-1] == "没有已观察的项目，权重加到其余类别"
