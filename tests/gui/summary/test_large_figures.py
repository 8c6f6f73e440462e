"""Figures of a city's year have five digits and more, and are not cut where there is room."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from inspector.domain.figures.summary import FindingCount
from inspector.gui.summary.sections.figure_cards import CardFace, FigureCards
from inspector.gui.summary.sections.figure_model import FigureLine
from inspector.gui.summary.sections.rectification_section import (
    RectificationSection,
    RectifiedLine,
)
from inspector.gui.theme import GRID, SMALL_SIZE, text_font

pytestmark = pytest.mark.usefixtures("qapp")


def test_columns_of_what_was_put_right_hold_their_figures() -> None:
    room = QWidget()
    section = RectificationSection(room)
    many = FindingCount(411_095, 411_095, 411_095)
    line = RectifiedLine("", "全部", many, 411_095, many, (411_095,) * 4)
    section.table.show_lines([FigureLine(line)])
    section.resize(1278, 400)
    room.show()
    QCoreApplication.processEvents()
    for place, column in enumerate(section.model.figures):
        if column.number:
            said = QFontMetrics(text_font(bold=column.bold)).horizontalAdvance(column.text(line))
            assert section.table.columnWidth(place) >= said + 2 * GRID, column.title
    section.hide()


def test_a_card_that_says_more_is_wider_than_others() -> None:
    said = "较上期↑8384 · 重复38336次次"
    cards = FigureCards([f"card{at}" for at in range(7)], "汇总")
    usual = CardFace("逾期", "0", "与上期持平", None)
    cards.show_faces([*[usual] * 3, CardFace("问题", "41095", said, None), *[usual] * 3])
    cards.resize(1278, 88)
    cards.show()
    QCoreApplication.processEvents()
    room = QFontMetrics(text_font(SMALL_SIZE)).horizontalAdvance(said) + 3 * GRID
    assert cards.cards[3].width() >= room
    assert {card.width() for card in cards.cards} != {room}
    assert sum(card.width() for card in cards.cards) == 1278
    cards.hide()
