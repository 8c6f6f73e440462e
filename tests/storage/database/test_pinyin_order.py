"""Chinese stands in the order in which Excel and WPS put it."""

from contextlib import closing
from datetime import date
from pathlib import Path

from inspector.domain.finding.ledger import LedgerColumn, LedgerFilter, LedgerOrder
from inspector.storage.database.pinyin_order import pinyin_key
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.written_once import Written


def test_digits_letters_and_then_pinyin_syllable_by_syllable() -> None:
    ordered = [
        "", "10号窗口", "5号窗口", "A厅", "b厅", "安全", "昂扬", "城东营业厅", "城西营业厅",
        "大厅", "绿地厅", "女工", "综合部",
    ]  # fmt: skip
    mixed = ordered[::-1]
    assert sorted(mixed, key=pinyin_key) == ordered
    assert pinyin_key("城") < pinyin_key("惩") < pinyin_key("秤")  # 2nd, 2nd, 4th tone


def test_the_ledger_and_its_filters_are_in_that_order(copied: Written) -> None:
    folder: Path = copied(write_demo, 12, 1, date.today(), rounds=True)
    with closing(Workspace(folder)) as workspace:
        findings = workspace.findings
        for column in (LedgerColumn.TEXT, LedgerColumn.WINDOW):
            rows = findings.ledger(LedgerFilter(), LedgerOrder(column, False))
            said = [row.text if column is LedgerColumn.TEXT else row.window_number for row in rows]
            assert said == sorted(said, key=pinyin_key)
            assert said != sorted(said)  # by the characters' numbers
        windows = findings.choices("").windows
        assert list(windows) == sorted(windows, key=pinyin_key)
