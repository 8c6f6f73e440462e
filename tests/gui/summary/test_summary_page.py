"""The summary by keys: periods, sections, and the rows that every figure opens."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.finding.ledger import LedgerRow
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.page_frame import Page
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.sections.figure_target import Section
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.commands.said import line_of, sheet_of
from tests.gui.summary.halls import PHASE
from tests.gui.summary.reader import LEFT, RIGHT, Reader, in_chinese
from tests.gui.visits.visit import DOWN, ENTER, ESC, TAB, Person
from tests.gui.waiting import wait_for


def month() -> Span:
    return span_of(SpanKind.MONTH, date.today())


def in_front(person: Person) -> Page:
    return person.window.page


def ledger(person: Person) -> RectifyPage:
    """The ledger in front, with everything read."""
    page = person.window.page
    assert isinstance(page, RectifyPage)
    page.show_now()
    return page


@in_chinese
def test_it_opens_on_this_month_with_the_ranking(person: Person) -> None:
    reader = Reader(person)
    assert reader.board.choice.span == month()
    assert reader.column("名次") == [
        f"{rank}/11" for rank in (1, 2, 2, 4, 5, 6, 7, 8, 9, 10, 11)
    ]  # fmt: skip
    assert reader.column("单位")[-1] == "07厅"  # vetoed: below everybody, with 92.86
    assert reader.column("等级")[-1] == "★ 不合格"
    assert reader.column("较上月")[:3] == ["+5.00", "−2.68", "—"]
    assert "12厅" in reader.note
    assert "07厅1号窗口" in reader.note
    assert person.focus == "ranking"


@pytest.mark.ci
@in_chinese
def test_the_figures_are_those_of_the_workbook(person: Person) -> None:
    reader = Reader(person)
    lines = person.window._session.workspace.reports.summary(
        Extent(Period(month().first, month().last))
    )
    assert reader.column("单位") == [line.site_name for line in lines]
    assert [text.replace(".", "") for text in reader.column("得分")] == [
        str(line.total) for line in lines
    ]
    assert reader.card("figureFindings") == str(sum(line.findings.raised for line in lines))


@pytest.mark.ci
@in_chinese
def test_the_arrow_keys_go_through_the_periods_and_letters_change_their_length(
    person: Person,
) -> None:
    reader = Reader(person)
    reader.press(LEFT)
    assert reader.board.choice.span == month().before
    assert reader.column("单位") == ["02厅", "01厅"]
    reader.press(RIGHT)
    assert reader.board.choice.span == month()
    for letter, kind in (
        ("d", SpanKind.DAY), ("w", SpanKind.WEEK), ("m", SpanKind.MONTH),
        ("q", SpanKind.QUARTER), ("y", SpanKind.YEAR),
    ):  # fmt: skip
        reader.press(letter)
        assert reader.board.choice.span == span_of(kind, date.today())
        assert reader.board.figures is not None
        assert reader.board.figures.scope.span == span_of(kind, date.today())
    reader.press("m", LEFT, LEFT, "t")
    assert reader.board.choice.span == month()


@in_chinese
def test_an_empty_period_says_when_there_was_a_visit_and_leads_there(person: Person) -> None:
    reader = Reader(person)
    reader.press(RIGHT, RIGHT)
    assert reader.board.empty.isVisible()
    assert "没有完成的检查" in person.text("emptyPeriod")
    assert "上一次检查在" in person.text("emptyPeriodText")
    assert person.focus == "nearestBefore"
    person.click("exportFigures", reader.board)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert not any(each.isEnabled() for each in menu.actions())
    menu.close()
    person.window.activateWindow()
    wait_for(person.window.isActiveWindow)
    reader.press("3")  # no section to go to
    assert reader.board.empty.isVisible()
    reader.press(ENTER)
    assert reader.board.choice.span == month()
    assert person.focus == "ranking"


@pytest.mark.ci
@in_chinese
def test_days_are_typed(person: Person) -> None:
    reader = Reader(person)
    reader.press("f")
    assert person.focus == "summaryFirst"
    before = month().before
    person.press(before.last.isoformat(), TAB, before.last.isoformat(), ENTER)
    reader.wait()
    assert reader.board.choice.span == Span(before.last, before.last)
    assert reader.column("单位") == ["02厅", "01厅"]
    assert person.focus == "ranking"
    reader.press("f")
    person.press("nonsense", ENTER)
    reader.wait()
    assert reader.board.choice.span == Span(before.last, before.last)
    reader.press(ESC)
    assert person.focus == "ranking"


@pytest.mark.ci
@in_chinese
def test_a_phase_is_a_period_of_its_own(person: Person) -> None:
    reader = Reader(person)
    reader.press("p")
    assert reader.board.choice.phase == PHASE
    assert reader.column("单位") == ["04厅"]
    reader.press(LEFT)
    assert reader.board.choice.phase == PHASE  # there is none before it
    reader.press("g", TAB, TAB, TAB, ENTER)
    page = ledger(person)
    assert {row.site_name for row in lines(page)} == {"04厅"}
    assert len(page.model.ids) == 2


def lines(page: RectifyPage) -> list[LedgerRow]:
    workspace = page._session.workspace
    return list(workspace.findings.lines_of(page.model.ids))


@in_chinese
def test_a_site_is_looked_at_alone(person: Person) -> None:
    reader = Reader(person)
    reader.press("s", DOWN, ESC)
    assert reader.column("单位") == ["01厅"]
    assert reader.card("figureWindows") == "2/2"
    assert "5.00" in next(
        c.face.change for c in reader.board.cards.cards if c.objectName() == "figureMean"
    )
    assert person.focus == "summarySite" or person.focus == "ranking"


@pytest.mark.ci
@in_chinese
def test_a_figure_of_a_row_opens_its_rows(person: Person) -> None:
    reader = Reader(person)
    reader.press(*[DOWN] * 5)  # 06厅: greet and uniform at both windows
    assert reader.rows[5][0] == "06厅"
    reader.step(2)  # score → grade → findings
    reader.press(ENTER)
    page = ledger(person)
    assert len(page.model.ids) == 4
    assert "06厅" in page.head._subtitle.text()
    assert person.focus == "ledger"
    person.press("4", ctrl=True)  # back, where one was
    reader.wait()
    assert person.focus == "ranking"
    assert reader.table.currentIndex().row() == 5


@pytest.mark.ci
@in_chinese
def test_visits_are_listed_and_opened(person: Person) -> None:
    reader = Reader(person)
    reader.press(DOWN, ENTER)
    assert person.focus == "summaryVisits"
    assert reader.board.visits.model.rowCount() == 1
    row = reader.board.visits.model.row_at(0)
    assert (row.site_name, row.total) == ("02厅", 9732)
    person.press(ESC)
    assert person.focus == "ranking"
    assert reader.table.currentIndex().row() == 1
    person.press(ENTER, ENTER)
    page = person.window.page
    assert isinstance(page, InspectPage)
    assert page.result.isVisible()


@pytest.mark.ci
@pytest.mark.parametrize(
    ("steps", "count", "quick"),
    [(3, 41, Quick.ALL), (5, 0, Quick.OVERDUE), (6, 1, Quick.ALL)],
    ids=["findings", "overdue", "vetoes"],
)
def test_a_key_figure_opens_its_findings(
    run_main: RunMain, keyboard: Keyboard, folder: Path, steps: int, count: int, quick: Quick
) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        reader = Reader(person)
        reader.press("g", *[TAB] * steps, ENTER)
        page = ledger(person)
        assert len(page.model.ids) == count
        assert page.view.quick is quick
        assert page.rows.note.isVisible() is (count == 0)
        if not count:
            assert "回到汇总" in page.rows.note.text
            person.press(ESC)
            assert in_front(person) is reader.page
        assert (page.view.first, page.view.last) == (month().first, month().last)

    assert run_main(drive, "--data", str(folder)) == 0


@pytest.mark.ci
@in_chinese
def test_key_figures_lead_to_sections(person: Person) -> None:
    reader = Reader(person)
    for steps, section in ((1, Section.HEAT), (2, Section.TREND), (4, Section.RECTIFICATION)):
        reader.press("1", "g", *[TAB] * steps, ENTER)
        assert reader.board.tabs.current == section
        assert person.focus == reader.table.objectName()
    reader.press("g", DOWN)
    assert person.focus == "rectification"


@pytest.mark.ci
@in_chinese
def test_the_sections_have_digits(person: Person) -> None:
    reader = Reader(person)
    names = ["ranking", "heat", "trend", "items", "lists", "bestWindows", "bestStaff",
             "rectification"]  # fmt: skip
    for number, name in enumerate(names, 1):
        reader.press(str(number))
        assert person.focus == name
        assert reader.table.objectName() == name
        assert reader.table.model().rowCount()


@pytest.mark.ci
@in_chinese
def test_the_heat_map_has_a_line_a_window_and_follows_the_period(person: Person) -> None:
    reader = Reader(person)
    reader.press("2")
    assert [row[0] for row in reader.rows if row[1] == "全部窗口"][:2] == ["11厅", "10厅"]
    windows = [row for row in reader.rows if row[1].startswith(("1号", "2号"))]
    assert len(windows) == 22
    lowest = [min(map(float, row[4:])) for row in windows]
    assert lowest == sorted(lowest)
    own = ["08厅", "1号窗口", "练习营业厅", "100%", "64.29", "85.71", "100.00", "100.00"]
    assert own in windows
    legend = [(each.words, each.tint) for each in reader.board.filled.legend.entries]
    assert legend == [("60以下", 5), ("60至90", 3)]
    reader.press(LEFT)
    assert len([row for row in reader.rows if row[1].startswith(("1号", "2号"))]) == 4
    reader.press(RIGHT)
    place = reader.rows.index(own)
    reader.press(*[DOWN] * (place - reader.table.currentIndex().row()))
    reader.step(1)  # 文明用语
    reader.press(ENTER)
    page = ledger(person)
    assert len(page.model.ids) == 1


@pytest.mark.ci
@in_chinese
def test_the_trend_has_a_line_a_part(person: Person) -> None:
    reader = Reader(person)
    reader.press("y", "3")
    figures = reader.board.figures
    assert figures is not None
    assert len(reader.rows) == sum(bool(part.visits) for part in figures.parts)
    chart = reader.board.sections[Section.TREND].chart  # type: ignore[attr-defined]
    assert len(chart.trend.parts) == len(reader.rows)  # no empty months
    assert "91.18" in chart.accessibleDescription()


@pytest.mark.ci
@in_chinese
def test_frequent_items_lead_to_their_findings(person: Person) -> None:
    reader = Reader(person)
    reader.press("4")
    counts = [int(text) for text in reader.column("问题")]
    assert counts == sorted(counts, reverse=True)
    assert reader.column("项目")[0] == "顾客走近时起身、微笑、主动问候"
    reader.press(ENTER)
    page = ledger(person)
    assert len(page.model.ids) == counts[0]
    assert page.filters.narrowed(page.view).source == page.view.source
    # The figure is one of the things that narrow the ledger: clearing it shows all the others.
    person.click("clearFilters", page)
    page.show_now()
    assert page.view.source is None
    assert len(page.model.ids) == 43


@pytest.mark.ci
@in_chinese
def test_nobody_is_on_both_lists(person: Person) -> None:
    reader = Reader(person)
    reader.press("5")
    names = [row[0] for row in reader.rows]
    split = next(n for n, name in enumerate(names) if name.startswith("黑榜"))
    assert names[1:split] == ["01厅", "02厅", "03厅", "04厅", "05厅"]
    assert names[split + 1 :] == ["07厅", "11厅", "10厅", "09厅", "08厅"]
    assert names[0] == "红榜 · 练习营业厅 2026.1 · 11个单位" or "11" in names[0]


@pytest.mark.ci
@in_chinese
def test_who_may_be_awarded_is_told_with_the_reason(person: Person) -> None:
    reader = Reader(person)
    reader.press("6")
    assert "至少检查2次" in reader.note
    assert set(reader.column("名次")) == {"—"}  # each was inspected once this month
    assert any("只检查1次" in text for text in reader.column("参评资格"))
    reader.press("d")
    own = dict(zip(zip(reader.column("窗口"), reader.column("单位"), strict=True),
                   reader.column("参评资格"), strict=True))  # fmt: skip
    assert own["2号窗口", "02厅"] == "✓"
    assert "一票否决" in own["1号窗口", "07厅"]
    # A better score that is not eligible stands where it belongs, the reason beside it.
    means = list(map(float, reader.column("平均得分")))
    assert means == sorted(means, reverse=True)
    ranks = reader.column("名次")
    better = reader.rows[ranks.index("—")]
    assert ranks.index("—") < len(ranks) - 1 - ranks[::-1].index(max(ranks))
    titles = reader.titles
    assert titles.index("参评资格") == titles.index("平均得分") + 1
    assert better[titles.index("参评资格")].startswith("✗")


@pytest.mark.ci
@in_chinese
def test_how_long_findings_are_open(person: Person) -> None:
    reader = Reader(person)
    reader.press("8")
    assert reader.rows[0][:3] == ["全部", "41", "0"]
    assert reader.column("3日内")[0] == "41"
    reader.step(4)  # → 3日内
    reader.press(ENTER)
    page = ledger(person)
    assert len(page.model.ids) == 41
    assert page.view.quick is Quick.UNFINISHED


# What goes out


@pytest.mark.ci
@in_chinese
def test_rows_and_key_figures_are_copied(person: Person) -> None:
    reader = Reader(person)
    person.press("c", ctrl=True)
    header, row = reader.copied.split("\n")
    assert header.split("\t")[:3] == ["单位", "名次", "已观察"]
    assert row.split("\t")[:6] == ["01厅", "1／11", "100%", "100.00", "5.00", "95.00 → 100.00"]
    reader.press("g")
    person.press("c", ctrl=True)
    assert reader.copied.split("\n")[0].startswith("检查次数\t11\t")
    assert len(reader.copied.split("\n")) == 7
    assert reader.copied.split("\n")[1].startswith("窗口\t22／24\t")


@pytest.mark.ci
def test_the_summary_is_exported(
    run_main: RunMain, keyboard: Keyboard, folder: Path, tmp_path: Path, choose_file: object
) -> None:
    assert callable(choose_file)
    choose_file(tmp_path / "out.xlsx")

    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, folder))
        reader.person.press("s", ctrl=True)
        wait_for(lambda: (tmp_path / "out.xlsx").exists())

    assert run_main(drive, "--data", str(folder)) == 0


def test_the_chart_is_saved_and_copied_as_a_picture(
    run_main: RunMain, keyboard: Keyboard, folder: Path, tmp_path: Path, choose_file: object
) -> None:
    assert callable(choose_file)
    choose_file(tmp_path / "trend.png")

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        reader = Reader(person)
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        person.press_with(both, "s")
        wait_for(lambda: "trend.png" in person.banner)
        kept = QImage(str(tmp_path / "trend.png"))
        assert (kept.width(), kept.height()) == (1600, 900)
        colours = {kept.pixel(x, y) for x in range(0, 1600, 4) for y in range(0, 900, 4)}
        assert len(colours) > 3  # something was drawn
        assert "trend.png" in person.banner
        person.press_with(both, "c")
        assert QGuiApplication.clipboard().image().size() == kept.size()
        reader.press(RIGHT, RIGHT)
        person.press_with(both, "s")  # nothing to draw: no file is asked for

    assert run_main(drive, "--data", str(folder)) == 0


# Staying true


@in_chinese
def test_what_changes_elsewhere_is_counted_anew(person: Person) -> None:
    reader = Reader(person)
    assert reader.card("figureRate") == "0.00%"
    session = person.window._session
    workspace = session.workspace
    (first, *_) = reader.board._session.workspace.findings.ledger(limit=1)
    session.attempt(lambda: workspace.findings.correct([first.id], "已改"))
    reader.wait()
    assert reader.card("figureRate") != "0.00%"


def test_without_a_visit_it_says_what_to_do(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, tmp_path))
        assert reader.board.empty.isVisible()
        assert "Ctrl+1" in reader.person.text("emptyPeriodText")
        reader.press(LEFT, "y", "p")
        assert "阶段" in reader.person.banner

    assert run_main(drive, "--data", str(tmp_path / "none")) == 0


@in_chinese
def test_the_page_is_built_when_it_is_looked_at(person: Person) -> None:
    from inspector.gui.summary.summary_page import SummaryPage

    assert person.window.findChild(SummaryPage) is None
    Reader(person)
    assert person.window.findChild(SummaryPage) is person.window.page


@in_chinese
def test_the_keys_are_told(person: Person) -> None:
    reader = Reader(person)
    keys = dict(sheet_of(reader.page))
    assert keys["Ctrl+Shift+S"] == "趋势图存为图片"
    reader.press(ENTER)
    told = {key for key, _ in sheet_of(reader.page)}
    assert {"↵", "Ctrl+C", "Esc"} <= told
    assert [key for key, _ in line_of(reader.page)] == ["↵", "Ctrl+C", "Esc"]


def test_a_question_that_is_overtaken_is_not_answered(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, folder))
        shown = []
        reader.board.query.found.connect(lambda figures: shown.append(figures.scope.span))
        reader.person.press(LEFT, LEFT, LEFT, RIGHT, RIGHT)
        reader.wait()
        assert shown[-1] == month().before
        assert reader.board.figures is not None
        assert reader.board.figures.scope.span == month().before

    assert run_main(drive, "--data", str(folder)) == 0


def test_what_a_figure_led_to_is_not_how_the_ledger_begins(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, folder))
        reader.press("4", ENTER)
        ledger(reader.person)

    assert run_main(drive, "--data", str(folder)) == 0
    workspace = Workspace(folder)
    assert workspace.ledger_desk.last().source is None
    assert workspace.ledger_desk.last().first is None
    workspace.close()
