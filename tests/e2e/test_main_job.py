"""Roster → visit → eight windows by keys → completed → both workbooks, with figures by hand.

The site is the tidy telecom roster; the pack is the shipped `telecom-hall`, which deducts directly:
a light slip costs 1 point, a grave one 3. A window and the public area have 25 / 20 / 35 / 20.

Window 1: greeting −1 × 2, phone −3, desk −1 → 23 + 20 + 32 + 19 = 94
Window 2: nothing → 100
Window 3: quarrel ★ was found: a red line has no points → 100, vetoed
Window 4: 23 minutes of waiting, −5 → 95
Window 5: one item not applicable, one bonus: 100 + 1 = 101
Window 6: nothing → 100
Window 7: uniform −1 → 99
Window 8: nothing → 100
Public:   procedure incomplete −1, toilets −3 × 2 → 25 + 20 + 34 + 14 = 93
Site:     80 % · 789/8 + 20 % · 93 = 78.9 + 18.6 = 97.5, vetoed: 不合格
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.domain.checklist.method import Form
from inspector.domain.days.statutory_days import STATUTORY_YEARS, statutory_days
from inspector.domain.days.workdays import add_workdays, calendar_of
from inspector.domain.finding.finding_number import code_of
from inspector.domain.visit.inspection import Verdict
from inspector.domain.visit.rest_of_window import rest_of
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from inspector.gui.visits.visits_page import InspectPage
from inspector.paths import holidays_folder
from inspector.storage.packs.holiday_files import shipped_holidays
from inspector.workspace.preferences import INSPECTORS
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.visits.photos import copy_files, now, photo_file
from tests.gui.visits.visit import key_of_page
from tests.gui.waiting import wait_for, wait_until_read
from tests.sample_days import newest_visits

ROSTER = Path(__file__).parents[1] / "excel" / "samples" / "roster-telecom-tidy.xlsx"
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape

Steps = dict[str, Callable[[Keyboard], None]]

_WINDOW_1: Steps = {
    "rise-to-greet": lambda k: k.press("2", "1", "+", ENTER),
    "no-phone": lambda k: k.press("2", "1", ENTER),
    "desk-tidy": lambda k: k.press("2", "1", ENTER),
}


def _noted_desk(keyboard: Keyboard) -> None:
    keyboard.press("2", "1")
    keyboard.compose("茶杯未收")
    keyboard.press(ENTER)


PLAN: dict[str, Steps] = {
    "公共区域": {
        "disclose-procedure": lambda k: k.press("2", "2", ENTER),
        "toilets": lambda k: k.press("2", "1", "+", ENTER),
    },
    "1号窗口": {**_WINDOW_1, "desk-tidy": _noted_desk},
    "2号窗口": {},
    "3号窗口": {"no-quarrel": lambda k: k.press("2", "2", "1", ENTER)},  # a veto asks first
    "4号窗口": {"waiting-time": lambda k: k.press("2", "23", ENTER)},
    "5号窗口": {"sign-after-reading": lambda k: k.press("3")},
    "6号窗口": {},
    "7号窗口": {"uniform": lambda k: k.press("2", "1", ENTER)},
    "8号窗口": {},
}


def inspect_page(window: MainWindow) -> InspectPage:
    page = window.page
    assert isinstance(page, InspectPage)
    return page


def import_roster(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(key_of_page(window, "data"), ctrl=True)
    keyboard.press("o", ctrl=True)
    wait_until_read()
    keyboard.press(ENTER)
    keyboard.press("1", ctrl=True)
    preferences = window._session.workspace.preferences
    preferences.set(INSPECTORS, "检查一组")  # nobody completes a visit without a name


def score_card(page: ScoringPage, keyboard: Keyboard, steps: Steps) -> None:
    """Answer every item of the scorecard in front, in the order of the sheet, by keys."""
    sheet = page.scoring.sheet
    for item in sheet.items(page.card):
        if item.is_bonus:
            continue
        row = page.model.item_row(page.items.currentIndex())
        assert row is not None
        assert row.item.id == item.id, "the keys did not lead to the next unanswered item"
        step = steps.get(item.id)
        if step is None:
            keyboard.press("1")
        else:
            step(keyboard)


def test_the_main_job(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, tmp_path: Path
) -> None:
    ledger, summary = tmp_path / "台账.xlsx", tmp_path / "汇总.xlsx"

    def drive(window: MainWindow) -> None:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)  # the only site, all its windows, the fitting pack
        page = inspect_page(window).scoring
        keyboard.press(Qt.Key.Key_PageUp)  # from the first window to the public area
        for title, steps in PLAN.items():
            assert str(page.cards_model.data(page.cards.currentIndex())).startswith(title)
            score_card(page, keyboard, steps)
            if title == "5号窗口":
                give_bonus(page, keyboard)
            if title != "8号窗口":
                keyboard.press(ENTER)
        keyboard.press(ENTER, ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        assert_result_is_shown(window)
        choose_file(ledger, summary)
        keyboard.press("e", ctrl=True)
        wait_for(lambda: str(ledger) in window.banner.text)
        keyboard.press("s", ctrl=True)
        wait_for(lambda: str(summary) in window.banner.text)

    assert run_main(drive) == 0
    check_ledger(load_workbook(ledger)["全表"])
    check_summary(load_workbook(summary).worksheets[0])


def give_bonus(page: ScoringPage, keyboard: Keyboard) -> None:
    """Go up from the last item to the first bonus and award it once."""
    for _ in range(40):
        row = page.model.item_row(page.items.currentIndex())
        if row is not None and row.item.id == "praise-received":
            break
        keyboard.press(Qt.Key.Key_Up)
    keyboard.press("2", "1", ENTER)


def assert_result_is_shown(window: MainWindow) -> None:
    page = inspect_page(window).result
    assert page.isVisible()
    texts = {label.text() for label in page.findChildren(QLabel)}
    assert {"97.50", "★ 不合格", "98.625", "93.00", "8 / 1"} <= texts
    scores = [page.view.cards_model.row_at(row)[1].total for row in range(9)]
    assert scores == [9300, 9400, 10000, 10000, 9500, 10100, 10000, 9900, 10000]


def rows_below(sheet: Worksheet, header: str) -> list[dict[str, Any]]:
    """Return the rows of a table by column title, up to the first row without a 序号."""
    rows = list(sheet.iter_rows(values_only=True))
    top = next(i for i, row in enumerate(rows) if header in row)
    titles = [str(title) for title in rows[top]]
    table: list[dict[str, Any]] = []
    for row in rows[top + 1 :]:
        if not isinstance(row[0], int):
            break
        table.append(dict(zip(titles, row, strict=True)))
    return table


def check_ledger(sheet: Worksheet) -> None:
    rows = rows_below(sheet, "问题编号")
    today = date.today()
    found = [
        (row["窗口"], row["存在问题"], row["问题类别"], row["扣分"], row["责任人"]) for row in rows
    ]
    assert found == [
        ("公共区域", "公开的办事程序不全或过期", "操作规范", 1, "/"),
        ("公共区域", "厕所有异味", "环境卫生", 6, "/"),
        ("1号窗口", "未起身也未抬头", "服务礼仪", 2, "工号1001"),
        ("1号窗口", "当班玩手机", "操作规范", 3, "工号1001"),
        ("1号窗口", "台面凌乱；茶杯未收", "环境卫生", 1, "工号1001"),
        ("3号窗口", "★与客户争吵", "文明用语", 0, "工号1003"),
        ("4号窗口", "排队等候不超过15分钟：实测23分钟，超过15分钟", "操作规范", 5, "班组"),
        ("7号窗口", "未穿工装", "服务礼仪", 1, "工号1007"),
    ]
    code = code_of(rows[0]["问题编号"])
    assert [row["问题编号"] for row in rows] == [f"{today:%y%m}-{code}-{n:04}" for n in range(1, 9)]
    deadlines = [row["整改时限"].date() for row in rows]
    days = [3, 0, 0, 0, 0, 0, 1, 0]
    by_law = (day for year in STATUTORY_YEARS for day in statutory_days(year))
    worked = calendar_of([*by_law, *shipped_holidays(holidays_folder())])
    assert deadlines == [add_workdays(today, count, worked) for count in days]
    assert {row["单位"] for row in rows} == {"城东营业厅"}
    assert [row["整改类型"] for row in rows] == [
        "立行立改" if count == 0 else "限期整改" for count in days
    ]
    assert {row["销号状态"] for row in rows} == {"待整改"}


def check_summary(sheet: Worksheet) -> None:
    (row,) = rows_below(sheet, "名次")
    expected = {
        "名次": 1,
        "单位": "城东营业厅",
        "检查次数": 1,
        "窗口数": 8,
        "服务礼仪": 98.8,  # 80 % · (92 + 96 + 6 × 100) / 8 + 20 % · 100
        "文明用语": 100,
        "操作规范": 97.14,  # 80 % · (91.43 + 85.71 + 6 × 100) / 8 + 20 % · 97.14
        "环境卫生": 93.5,  # 80 % · (95 + 7 × 100) / 8 + 20 % · 70
        "加分": 0.1,  # 80 % · 1 / 8
        "一票否决": 1,
        "总分": 97.5,
        "等级": "不合格",
        "问题数": 8,
        "已整改数": 0,
        "整改率": 0,
        "逾期数": 0,
    }
    assert {title: row[title] for title in expected} == expected


@pytest.mark.ci
def test_a_whole_window_with_three_deductions_takes_one_key_an_item_and_ten_more(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile
) -> None:
    def drive(window: MainWindow) -> None:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        page = inspect_page(window).scoring
        judged = page.scoring.sheet.progress(page.card).total
        assert judged >= 45
        keyboard.presses = 0
        score_card(page, keyboard, _WINDOW_1)
        assert page.scoring.sheet.progress(page.card).complete
        assert page.scoring.sheet.score(page.card).total == 9400
        assert keyboard.presses == judged + 3 * 2 + 1  # and + for the second person

    assert run_main(drive) == 0


@pytest.mark.ci
def test_a_window_of_48_items_or_more_with_three_findings_and_photos_takes_at_most_31_presses(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, tmp_path: Path
) -> None:
    """One looks at a whole window, and then writes what was wrong: the rest is passed."""
    shots = [photo_file(tmp_path, f"IMG_{number}.jpg", now()) for number in range(3)]

    def drive(window: MainWindow) -> None:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        page = inspect_page(window).scoring
        assert len(page.scoring.sheet.items(page.card)) >= 48
        keyboard.presses = 0
        for initials, item, shot in zip(
            ("khz", "bws", "tmz"), ("rise-to-greet", "no-phone", "desk-tidy"), shots, strict=True
        ):
            keyboard.press("f", ctrl=True)
            keyboard.press(initials, ENTER, "2", "1")
            assert page.position.item is not None
            assert page.position.item.id == item
            copy_files(shot)  # with the telephone's program
            keyboard.press("v", ctrl=True)
            keyboard.press(ENTER)
        keyboard.press("a", "a")  # what is seen at a glance
        keyboard.press("u", "u")  # what only a transaction or a question would have shown
        assert keyboard.presses == 31
        assert page.scoring.sheet.progress(page.card).complete
        wait_for(lambda: len(page.scoring.sheet.evidence) == 3)
        answers = page.scoring.sheet.answers_of(page.card)
        wrong = [each for each in answers.values() if each.verdict is Verdict.DEDUCT]
        assert len(wrong) == 3
        assert all(each.phrases for each in wrong)

    assert run_main(drive) == 0


@pytest.mark.ci
def test_a_short_visit_of_a_window_with_three_findings_takes_at_most_20_presses(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile
) -> None:
    """必查 of the shipped checklist: all that is asked is observed, the red lines too."""

    def drive(window: MainWindow) -> None:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        QTest.keyClicks(keyboard.focus, "8", Qt.KeyboardModifier.AltModifier)  # 必查
        keyboard.press(ENTER, ctrl=True)
        page = inspect_page(window).scoring
        assert page.scoring.sheet.inspection.form is Form.MUST
        keyboard.presses = 0
        for _ in range(3):
            keyboard.press("2", "1", ENTER)
        keyboard.press("a", "a")
        while (item := page.position.item) is not None and not item.veto:
            keyboard.press("1")  # heard, asked or tried
            assert keyboard.presses <= 20
        keyboard.press("n")
        assert keyboard.presses <= 20
        sheet = page.scoring.sheet
        assert sheet.progress(page.card).complete
        assert sheet.coverage(page.card).observed == sheet.progress(page.card).total
        verdicts = [each.verdict for each in sheet.answers_of(page.card).values()]
        assert verdicts.count(Verdict.DEDUCT) == 3

    assert run_main(drive) == 0


def _praised_uniform(keyboard: Keyboard) -> None:
    keyboard.press("4")
    keyboard.compose("主动帮老人填单")
    keyboard.press(ENTER)


@pytest.mark.ci
def test_praise_a_correction_and_an_own_phrase_take_eight_more_keys(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile
) -> None:
    steps: Steps = {
        "uniform": _praised_uniform,
        "no-phone": lambda k: k.press("2", "1", ESC, "c", "1", ENTER),
        "desk-tidy": lambda k: k.press("2", "5", ENTER),  # what was typed at the first window
    }

    def drive(window: MainWindow) -> None:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        page = inspect_page(window).scoring
        score_card(page, keyboard, PLAN["1号窗口"])
        keyboard.press(ENTER)
        keyboard.presses = 0
        score_card(page, keyboard, steps)
        answers = page.scoring.sheet.answers_of(page.card)
        assert page.scoring.sheet.progress(page.card).complete
        assert (answers["uniform"].praised, answers["uniform"].note) == (True, "主动帮老人填单")
        assert answers["no-phone"].correction == "已现场改正"
        assert answers["desk-tidy"].phrases == ("茶杯未收",)
        assert keyboard.presses == page.scoring.sheet.progress(page.card).total + 1 + 5 + 2

    assert run_main(drive) == 0


@pytest.mark.ci
def test_marking_the_rest_takes_two_keys_and_leaving_what_was_not_seen_two_more(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile
) -> None:
    def drive(window: MainWindow) -> None:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        page = inspect_page(window).scoring
        keyboard.press("2", "1", ENTER, "A")
        rest = rest_of(page.scoring.sheet, page.card)
        assert f"其余{len(rest.seen)}项" in page.line.text
        assert f"还有{len(rest.hidden)}项" in page.line.text
        assert page.scoring.sheet.progress(page.card).done == 1
        keyboard.press("A")
        assert rest_of(page.scoring.sheet, page.card).seen == ()
        keyboard.press("U", "U")
        assert page.scoring.sheet.progress(page.card).complete
        keyboard.press("z", "z", ctrl=True)  # one undo for each
        assert page.scoring.sheet.progress(page.card).done == 1

    assert run_main(drive) == 0


def test_it_resumes_on_the_same_window_and_item_with_every_answer(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile
) -> None:
    where: list[str] = []

    def first(window: MainWindow) -> None:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        page = inspect_page(window).scoring
        keyboard.press(Qt.Key.Key_PageDown, "1", "1", "2", "1")
        where.extend([page.card.id, page.model.item_row(page.items.currentIndex()).item.id])  # type: ignore[union-attr]

    def second(window: MainWindow) -> None:
        keyboard.press(ENTER)  # the unfinished visit has the focus
        page = inspect_page(window).scoring
        row = page.model.item_row(page.items.currentIndex())
        assert row is not None
        assert [page.card.id, row.item.id] == where
        assert page.card.window_number == "2号窗口"
        assert page.scoring.sheet.total_progress().done == 3
        assert row.answer is not None
        assert row.answer.phrases == ("头发散乱",)

    assert run_main(first) == 0
    assert run_main(second) == 0


def test_an_empty_start_guides_to_the_next_step(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile
) -> None:
    def drive(window: MainWindow) -> None:
        page = inspect_page(window)
        focus = keyboard.focus
        assert isinstance(focus, QPushButton)
        assert focus.objectName() == "guideRoster"
        keyboard.press(Qt.Key.Key_Space)  # the button in focus leads to the roster
        assert window.page is not page
        choose_file(ROSTER)
        keyboard.press("o", ctrl=True)
        wait_until_read()
        keyboard.press(ENTER)
        keyboard.press("1", ctrl=True)
        focus = keyboard.focus
        assert isinstance(focus, QPushButton)
        assert focus.objectName() == "guideNew"
        keyboard.press(Qt.Key.Key_Space)
        assert page.new.isVisible()

    assert run_main(drive) == 0


@pytest.mark.ci
def test_an_open_workbook_is_said_and_another_name_offered(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, tmp_path: Path
) -> None:
    taken = tmp_path / "台账.xlsx"
    taken.write_bytes(b"as it was")
    (tmp_path / "~$台账.xlsx").write_bytes(b"")  # Excel has it open
    other = tmp_path / "台账 (2).xlsx"

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        month = int(newest_visits().month != date.today().month)  # this one or the last
        page.start.export.period.setCurrentIndex(month)
        choose_file(taken, other)
        keyboard.press("e", ctrl=True)
        wait_for(lambda: str(other) in window.banner.text)

    data = tmp_path / "data"
    from inspector.workspace.sample.demo import write_demo

    write_demo(data, 5, 1, date.today())
    assert run_main(drive, "--data", str(data)) == 0
    assert taken.read_bytes() == b"as it was"
    assert load_workbook(other).active is not None


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_both_languages_open(run_main: RunMain, language: str) -> None:
    def drive(window: MainWindow) -> None:
        assert (
            window.windowTitle()
            == {
                "zh_CN": "文明窗口现场检查",
                "en": "Service window inspection",
            }[language]
        )

    assert run_main(drive, "--lang", language) == 0
