"""The record of exceptions: what was not simply right in rows, the rest counted, nothing lost."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.checklist.points import format_score
from inspector.domain.record.edition import Edition
from inspector.domain.record.exceptions import exceptions_of
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Verdict
from tests.excel.papers.record.test_honest_record import the_pack as direct_pack
from tests.excel.papers.record.test_honest_record import visited
from tests.excel.records import FIRST, SECOND, rows, the_record, written

SIGNED = ("检查人员签字：", "被检查单位负责人签字：", "日期：", "签字人")


def told(folder: Path, record: Record) -> tuple[list[list[Any]], list[str]]:
    """The rows of exceptions, and what is said below those of each scorecard."""
    sheet = written(folder, record, edition=Edition.EXCEPTIONS)["检查情况"]
    found = rows(sheet)
    begin = next(n for n, row in enumerate(found) if row and row[0] == "序号")
    table = found[begin + 1 :]
    return (
        [row for row in table if row and isinstance(row[0], int)],
        [row[0] for row in table if len(row) == 1 and "计分" in row[0]],
    )


@pytest.mark.ci
def test_what_was_wrong_praised_or_amended_has_a_row(tmp_path: Path) -> None:
    own, _ = told(tmp_path, the_record())
    assert [row[:6] for row in own] == [
        [1, "公共区域", "环境卫生", "toilet的要求", "不符合“toilet的要求”", 1],
        [2, "1号窗口", "服务礼仪", "greet的要求", "未起身迎接；提醒过", 2],
        [3, "1号窗口", "服务礼仪", "uniform的要求", "不符合“uniform的要求”", 3],
        [4, "1号窗口", "操作规范", "wait的要求", "wait的要求：实测12分钟，超过10分钟", 2],
        [5, "1号窗口", "加分", "praise的要求", "有", "+6"],
        [6, "2号窗口", "服务礼仪", "greet的要求", "合格；主动为老人代填单据", "/"],
        [7, "2号窗口", "文明用语", "★quarrel的要求", "与顾客争吵", 5],
    ]
    remarks = [row[6] for row in own if len(row) > 6]
    assert "1分×2人次＝2分；照片1；更正1" in remarks
    assert "1.5分×3人次＝4.5分，扣完为止，扣3分" in remarks
    assert any("一票否决；当场纠正：当场道歉" in each for each in remarks)


@pytest.mark.ci
def test_the_reckoning_is_that_of_the_whole_record(tmp_path: Path) -> None:
    record = the_record()
    _, below = told(tmp_path, record)
    assert len(below) == len(record.sheet.inspected)
    whole = written(tmp_path, record)
    for card, said in zip(record.sheet.inspected, below, strict=True):
        score = record.sheet.score(card)
        assert f"得分{format_score(score.total)}" in said
        name = {FIRST.id: "1号窗口 1001", SECOND.id: "2号窗口 1002"}.get(card.id, "公共区域")
        reckoned = [str(row[-1]) for row in rows(whole[name]) if len(row) == 9 and row[2] == "小计"]
        assert reckoned
        assert all(each in said for each in reckoned), (said, reckoned)


@pytest.mark.parametrize("record", [the_record(), visited(direct_pack())])
def test_every_item_is_told_or_counted_once(record: Record) -> None:
    for card in record.sheet.inspected:
        found = exceptions_of(record, card)
        groups = (found.told, found.unseen, found.not_applicable, found.unanswered)
        named = [score.item.id for group in groups for score in group]
        assert len(named) == len(set(named))
        asked = [i for i in record.sheet.items(card) if not i.is_bonus or i.id in named]
        assert len(named) + found.passed + found.not_found == len(asked)
        answers = record.sheet.answers_of(card)
        silent = {i.id for i in asked} - set(named)
        assert all(answers[each].verdict is Verdict.PASS for each in silent)


def test_what_was_not_seen_is_named_and_the_rest_a_number(tmp_path: Path) -> None:
    own, below = told(tmp_path, visited(direct_pack()))
    assert {row[1] for row in own} == {"1号窗口"}
    first, second = below
    assert "未观察2项：smile的要求；words的要求（没有顾客）。不适用1项：floor的要求。" in first
    assert "其余1项合格，红线1项未发现。" in first
    assert "7项合格，红线1项未发现。" in second
    assert "其余" not in second.split("计分")[0]
    assert "各类均未扣分" in second
    assert re.search(r"得分\d+\.\d\d（各类得分之和：[\d＋.]+(－总分扣分5)?＝", first)


@pytest.mark.ci
def test_it_is_signed_and_sealed_like_the_whole_one(tmp_path: Path) -> None:
    record = the_record()
    both: dict[Edition, tuple[Any, ...]] = {}
    for edition in Edition:
        book = written(tmp_path, record, edition=edition)
        first = book.worksheets[0]
        both[edition] = (
            [row for row in rows(first) if any(str(c).startswith(SIGNED) for c in row)],
            [str(c) for row in rows(first) for c in row if "封存号：" in str(c)],
            len(first._images),
            book.properties.identifier,
        )
    assert both[Edition.WHOLE] == both[Edition.EXCEPTIONS]
    assert both[Edition.WHOLE][1:3] == (
        ["记录已于2026年11月24日 10:12封存，封存号：3fa2 91bc。"],
        1,
    )


@pytest.mark.ci
def test_photos_keep_their_numbers_and_only_what_has_a_row_is_shown(tmp_path: Path) -> None:
    record = the_record(amendments=())
    answers = dict(record.sheet.answers)
    answers[FIRST.id] = {
        **answers[FIRST.id],
        "greet": replace(answers[FIRST.id]["greet"], verdict=Verdict.PASS, count=0, phrases=()),
    }
    record = replace(record, sheet=replace(record.sheet, answers=answers, _scores={}))
    shown = {}
    for edition in Edition:
        sheet = written(tmp_path, record, edition=edition)["照片"]
        captions = [str(c.value) for row in sheet.iter_rows() for c in row if c.value]
        shown[edition] = [each for each in captions if each.startswith("照片")]
    assert len(shown[Edition.WHOLE]) == 3
    assert shown[Edition.EXCEPTIONS] == shown[Edition.WHOLE][1:]
