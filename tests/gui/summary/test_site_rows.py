"""A row a site: its change on a scale that is the same for all, told without colour and aloud."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter

from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.score_scale import ScoreScale
from inspector.domain.figures.summary import FindingCount, SiteSummary
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.sections.dot_strip import Mark, Strip, paint_strip
from inspector.gui.summary.sections.site_section import SiteSection
from inspector.gui.theme import DARK, LIGHT, Colours
from inspector.workspace.sample.demo import write_demo
from tests.conftest import Keyboard, RunMain
from tests.gui.summary.reader import Reader, in_chinese
from tests.gui.visits.visit import Person, click
from tests.gui.waiting import rest
from tests.written_once import Written

SCALE = ScoreScale(6000)
BOUNDS = (9500, 8500, 7000)
ROOM = QRect(0, 0, 240, 36)


def drawn(strip: Strip, colours: Colours) -> QImage:
    """The strip, in the greys of a printer."""
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(colours.surface))
    painter = QPainter(image)
    paint_strip(painter, ROOM, strip, SCALE, colours)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def centre_of(image: QImage, empty: QImage) -> int:
    """Where the mark stands: what is not in a strip without one."""
    middle = ROOM.center().y()
    own = [
        x
        for x in range(image.width())
        for y in range(middle - 4, middle + 5)
        if image.pixel(x, y) != empty.pixel(x, y)
    ]
    return round(sum(own) / len(own))


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_mark_is_another_shape_in_grey(colours: Colours) -> None:
    empty = drawn(Strip(None, None, Mark.NOW, ()), colours)
    own = {mark: drawn(Strip(8000, None, mark, ()), colours) for mark in Mark}
    for mark, image in own.items():
        assert all(image != other for theirs, other in own.items() if theirs is not mark)
        ground = empty.pixelColor(2, 2).lightness()
        at = centre_of(image, empty)
        filled = abs(image.pixelColor(at, ROOM.center().y() - 2).lightness() - ground) > 60
        assert filled is (mark in (Mark.NOW, Mark.VETO)), mark


def test_a_better_score_stands_further_right_and_a_very_low_one_left_of_the_break() -> None:
    empty = drawn(Strip(None, None, Mark.NOW, ()), LIGHT)
    places = [
        centre_of(drawn(Strip(score, None, Mark.NOW, ()), LIGHT), empty)
        for score in (3000, 6000, 8000, 9500, 10_000)
    ]
    assert places == sorted(places)
    assert len(set(places)) == 5
    # 30 and 40 are both left of the break: the figure beside says how low.
    low = [drawn(Strip(score, None, Mark.NOW, ()), LIGHT) for score in (3000, 4000)]
    assert low[0] == low[1]


@in_chinese
def test_a_screen_reader_hears_a_sentence(person: Person) -> None:
    reader = Reader(person)
    said = reader.column("上期与本期")
    assert said[0] == "01厅100.00分，优秀，较上月+5.00（95.00）。"
    assert said[-1] == "07厅92.86分，★ 不合格，红线1条。"
    table = QAccessible.queryAccessibleInterface(reader.table)
    heard = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert set(said) <= set(heard)


@pytest.mark.ci
@in_chinese
def test_only_low_grades_are_tinted_and_the_legend_says_so(person: Person) -> None:
    reader = Reader(person)
    section = reader.board.sections[0]
    assert isinstance(section, SiteSection)
    tinted = [row[0] for n, row in enumerate(reader.rows) if section.model.is_tinted(n)]
    assert tinted == ["07厅"]  # 优秀 and 合格 are good; the last is not
    said = [entry.words for entry in reader.board.filled.legend.entries]
    assert said[:2] == ["11月" if date.today().month == 11 else said[0], "上月"]
    assert {"不合格及以下", "红线", "等级线60 90"} <= set(said)
    assert reader.board.filled.legend.accessibleName() == "；".join(said)
    assert "12厅" in reader.board.filled.legend.toolTip()  # what is said of the rows, as well
    reader.press("8")
    assert reader.board.filled.legend.entries == ()


@pytest.mark.ci
@in_chinese
def test_findings_of_a_site_open_by_a_click(person: Person) -> None:
    reader = Reader(person)
    row = [each[0] for each in reader.rows].index("06厅")
    click(reader.table, reader.table.model().index(row, reader.titles.index("问题")), twice=True)
    page = person.window.page
    assert isinstance(page, RectifyPage)
    page.show_now()
    assert len(page.model.ids) == 4


@pytest.mark.ci
def test_six_sites_are_seen_at_150_percent(
    run_main: RunMain, keyboard: Keyboard, copied: Written, written: Written
) -> None:
    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(QSize(911, 512))
        reader = Reader(Person(window, keyboard, Path()))
        rest(50)
        table = reader.table
        room = table.viewport().rect()
        whole = [
            row
            for row in range(table.model().rowCount())
            if room.contains(table.visualRect(table.model().index(row, 0)))
        ]
        assert len(whole) >= 6
        assert table.horizontalScrollBar().maximum() == 0

    folder = copied(write_demo, 60, 1, date.today())
    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


# What is ranked together, and what only stands beside


def line(name: str, pack: PackFamily, total: int, rank: int | None, **more: int) -> SiteSummary:
    return SiteSummary(
        rank, name, pack, 2, 8, {}, 0, more.get("vetoes", 0), total, "优秀", FindingCount(),
        None, unranked=more.get("unranked", 0), site_id=name,
    )  # fmt: skip


def test_a_rank_is_told_among_those_of_one_checklist_alone() -> None:
    direct = PackFamily("hall", ("2",), "厅", "deduct")
    rate = PackFamily("hall", ("1",), "厅", "rate 30/30/20/20")
    section = SiteSection.__new__(SiteSection)
    section._sizes, section._names_packs = {direct: 2, rate: 1}, True
    assert section._rank(line("东", direct, 9000, 1)) == "厅 1/2"
    assert section._rank(line("西", rate, 9900, 1)) == "厅 1/1"  # alone: 1, as in the workbook
    assert section._rank(line("南", direct, 9900, None, unranked=2)) == "厅"
    section._grades = {direct: (Grade("优秀", 9500), Grade("良好", 8500), Grade("合格", 0))}
    assert not section._is_low_graded(line("东", direct, 9000, 1))
