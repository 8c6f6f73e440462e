"""What differs between two sentences is marked, a number whole."""

import pytest

from inspector.domain.papers.kept_text import ChangedSentence
from inspector.gui.summary.circular.stale_note import _line


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("发现问题12个。", "发现问题13个。", "发现问题【12】个。 → 发现问题【13】个。"),
        ("平均91.25分。", "平均91.5分。", "平均【91.25】分。 → 平均【91.5】分。"),
        ("占9%。", "占10%。", "占【9%】。 → 占【10%】。"),
        ("检查了城东厅。", "检查了城东厅、城西厅。", "检查了城东厅。 → 检查了城东厅【、城西厅】。"),
        ("字" * 30 + "1个。", "字" * 30 + "2个。",
         f"…{'字' * 12}【1】个。 → …{'字' * 12}【2】个。"),
        ("甲" * 90, "乙" * 90, f"【{'甲' * 60}】… → 【{'乙' * 60}】…"),
        ("甲" * 90 + "1", "甲" * 90 + "2", f"…{'甲' * 12}【1】 → …{'甲' * 12}【2】"),
    ],
)  # fmt: skip
def test_the_changed_figure_is_marked(before: str, after: str, said: str) -> None:
    assert _line(ChangedSentence(before, after, stands=True)) == said


def test_what_is_new_or_gone_is_whole() -> None:
    assert _line(ChangedSentence("", "新的一句。", stands=False)) == "New: 新的一句。"
    assert _line(ChangedSentence("旧的一句。", "", stands=True)) == "No longer: 旧的一句。"
