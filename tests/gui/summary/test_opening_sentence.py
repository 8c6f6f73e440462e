"""The sentence that 汇总 opens with: what it says, and that it is copied by every hand."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from tests.gui.meeting.test_by_mouse import choose, menu_at
from tests.gui.summary.reader import LEFT, Reader, in_chinese
from tests.gui.visits.visit import DOWN, ENTER, ESC, SHIFT, Person

SPACE = " "


@pytest.mark.ci
@in_chinese
def test_it_says_what_the_period_came_to_and_is_copied(person: Person) -> None:
    reader = Reader(person)
    said = reader.board.filled.opening.text
    assert "检查11次、22个窗口（应查24），平均91.18分（已观察100%），较上月" in said
    assert "问题41条，整改率0.00%" in said
    assert "红线★ 1：07厅1号窗口，见记录。" in said
    label = person.find(QLabel, "openingSentence")
    assert "<b>91.18</b>" in label.text()
    assert label.accessibleName() == said

    person.press("c")
    assert reader.copied == said
    assert "已复制" in person.banner
    reader.press(LEFT)
    before = reader.board.filled.opening.text
    assert before != said
    assert "无逾期" in before or "逾期" in before
    person.click("copySentence", reader.board)
    assert reader.copied == before
    choose(menu_at(label, QPoint(20, 8)), "copy-sentence")
    assert reader.copied == before


@pytest.mark.ci
@in_chinese
def test_it_says_of_which_sites_it_is(person: Person) -> None:
    reader = Reader(person)
    reader.press("s", DOWN, ESC)
    assert reader.board.filled.opening.text.startswith("01厅")
    person.press_with(SHIFT, "S")
    reader.press(DOWN, SPACE, DOWN, SPACE, ENTER)
    assert reader.board.filled.opening.text.startswith("3 个单位")
