"""A patrol by keys only: place after place, what is wrong, handing it in, resuming."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.gui.visits.walks.patrol.patrol_page import PatrolPage
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.visits.visit import (
    ALT,
    BACKSPACE,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    SHIFT,
    UP,
    Person,
    at_the_window,
)
from tests.gui.visits.walks_hall import WINDOWS, write_hall
from tests.gui.waiting import wait_for
from tests.written_once import Written

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right
ENTRIES = (
    "SELECT window_number, place, category, item_id, text, handled, to_meeting FROM patrol_entry"
    " JOIN scorecard ON scorecard.id = scorecard_id ORDER BY patrol_entry.position"
)

MEETING = 1


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with a hall of eight windows and no visit."""
    return copied(write_hall)


def begin(person: Person) -> PatrolPage:
    """Start a patrol of the first site from the form."""
    person.press("n", ctrl=True)
    person.press_with(ALT, "3")
    person.press(ENTER, ctrl=True)
    page = person.page.patrol
    assert page.isVisible()
    assert person.focus == "places"
    return page


def entries(person: Person) -> list[tuple[object, ...]]:
    """What is on disk: window, place, category, item, text, handled, to the meeting."""
    return person.disk.rows(ENTRIES)


def texts(person: Person) -> list[str]:
    """What is written on disk, in order."""
    return [str(row[4]) for row in entries(person)]


def said(person: Person) -> str:
    """The sentence in the line of the patrol."""
    line = person.page.patrol.line
    return line.text if line.isVisible() else ""


def write(person: Person, text: str, category: str = "4") -> None:
    """Write a text of one's own at the place in front."""
    person.press("2")
    person.keyboard.compose(text)
    person.press(ENTER, category)


@at_the_window
def test_a_whole_patrol_takes_few_keys(person: Person) -> None:
    page = begin(person)
    before = person.keyboard.presses
    person.press("1", "1", "2", "wpdgp", ENTER, ENTER)  # public area, 1号窗口, 2号窗口
    person.press(*["1"] * (WINDOWS - 2))
    assert said(person) == "Every place was seen. “Hand in” (Ctrl+↵) hands the patrol in."
    person.press(ENTER, ctrl=True)
    assert said(person) == ("1 finding, 1 to the meeting. “Hand in” (Ctrl+↵) again hands it in.")
    person.press(ENTER, ctrl=True)
    assert person.page.patrol_result.isVisible()
    assert not page.isVisible()
    assert person.keyboard.presses - before == 18
    assert person.disk.states() == ["completed"]
    assert [row for row in entries(person) if row[4]] == [
        ("2号窗口", "", "etiquette", "uniform", "未佩戴工牌", None, MEETING)
    ]
    found = person.disk.rows("SELECT window_number, text, state FROM finding")
    assert found == [("2号窗口", "未佩戴工牌", "open")]


@at_the_window
def test_the_rest_is_clean_after_a_question(person: Person) -> None:
    begin(person)
    person.press("1", "a")
    assert said(person) == (
        "Nothing wrong at the 8 remaining places? “Rest fine” (A) again confirms."
    )
    person.press(ESC)
    assert len(entries(person)) == 1
    person.press("a", "a")
    assert len(entries(person)) == WINDOWS + 1
    person.press("z", ctrl=True)
    assert len(entries(person)) == 1
    person.press("y", ctrl=True)
    assert len(entries(person)) == WINDOWS + 1


@pytest.mark.ci
@at_the_window
def test_the_public_area_has_places(person: Person) -> None:
    begin(person)
    person.press("2", "3")  # 卫生间
    assert person.find(QLineEdit, "place").text() == "卫生间"
    person.keyboard.compose("地面有水渍")
    person.press(ENTER)
    assert person.find(QLabel, "placeTitle").text() == "Public area"
    assert entries(person) == []  # the category is asked first
    person.press("x5")  # nothing that is asked for
    assert entries(person) == []
    person.press("4")
    assert entries(person) == [("", "卫生间", "cleanliness", "", "地面有水渍", None, MEETING)]
    person.press("2")
    place = person.find(QLineEdit, "place")
    place.setFocus()
    person.keyboard.compose("楼梯口")
    person.press(ENTER)
    assert person.focus == "wrong"
    person.press("csyyw", ENTER)  # a phrase of the pack by its initials
    assert entries(person)[1] == (
        "", "楼梯口", "cleanliness", "toilet", "厕所有异味", None, MEETING,
    )  # fmt: skip


@pytest.mark.ci
@at_the_window
def test_a_suggestion_is_chosen_by_text_or_arrow_keys(person: Person) -> None:
    begin(person)
    person.press(DOWN, "2")
    person.keyboard.compose("未")
    offered = person.find(QListView, "suggestions")
    model = offered.model()
    shown = [model.index(row, 0).data().split("    ")[0] for row in range(model.rowCount())]
    assert shown[:3] == ["未起身迎接", "未微笑", "未主动问候"]
    person.press(DOWN, DOWN, ENTER)
    assert entries(person)[0][3:5] == ("greet", "未微笑")
    person.press("2", "jjzl", ENTER)  # no such initials: words of one's own
    person.press(ESC, ESC)
    assert len(entries(person)) == 1
    person.press("2", "bykc", ENTER)
    assert texts(person)[0] == "未微笑"


@pytest.mark.ci
@at_the_window
def test_an_item_itself_can_be_what_is_wrong(person: Person) -> None:
    begin(person)
    person.press(DOWN, "2", "wmyy", ENTER)  # 使用文明用语 has no phrases
    assert entries(person) == [
        ("1号窗口", "", "civil-language", "polite", "未做到：使用文明用语", None, MEETING)
    ]


@at_the_window
def test_digits_choose_only_while_there_is_no_text(person: Person) -> None:
    begin(person)
    person.press("2")
    person.keyboard.compose("缺")
    person.press("2")
    person.keyboard.compose("把椅子")
    person.press(ENTER, "4")
    assert entries(person)[0][1:5] == ("", "cleanliness", "", "缺2把椅子")
    person.press(DOWN, "2", "3")  # a window has no places: a digit is text
    assert person.find(QLineEdit, "wrong").text() == "3"


@at_the_window
@pytest.mark.ci
def test_once_there_is_a_place_a_digit_is_text_and_enter_on_nothing_says_so(
    person: Person,
) -> None:
    begin(person)
    person.press("2", "1", ENTER)
    assert said(person).startswith("Say what is wrong first")
    assert person.focus == "wrong"
    person.press("2")
    assert said(person) == ""
    person.keyboard.compose("盏灯不亮")
    assert person.find(QLineEdit, "place").text() == "入口"
    person.press(ENTER, "4")
    assert entries(person)[0][1:5] == ("入口", "cleanliness", "", "2盏灯不亮")


@pytest.mark.ci
@at_the_window
def test_handled_on_the_spot_and_not_for_the_meeting(person: Person) -> None:
    begin(person)
    write(person, "地面有纸屑")
    person.press("c", "2")
    assert entries(person)[0][5:] == ("已清理", MEETING)
    person.press("m")
    assert entries(person)[0][5:] == ("已清理", 0)
    person.press("c")
    person.press("a", ctrl=True)
    person.keyboard.compose("保洁已清扫")
    person.press(ENTER, "m")
    assert entries(person)[0][5:] == ("保洁已清扫", MEETING)
    person.press("c")
    person.press("a", ctrl=True)
    person.press(BACKSPACE, ENTER)  # left empty: not handled after all
    assert entries(person)[0][5] is None
    person.press("z", ctrl=True)
    assert entries(person)[0][5] == "保洁已清扫"


@at_the_window
@pytest.mark.ci
def test_the_last_place_that_nobody_saw_is_not_told_as_seen(person: Person) -> None:
    begin(person)
    person.press(*["1"] * WINDOWS)  # all but the last
    person.press(ENTER)
    assert said(person) == ""
    person.press("1")
    assert said(person) == "Every place was seen. “Hand in” (Ctrl+↵) hands the patrol in."


@pytest.mark.ci
@at_the_window
def test_keys_without_an_entry_say_what_comes_first(person: Person) -> None:
    begin(person)
    for key in ("c", "m", "e", "p"):
        person.press(key)
        assert (
            said(person)
            == "Nothing is written here yet: “Something wrong” (2) writes down what is wrong."
        ), key
    assert entries(person) == []


@pytest.mark.ci
@at_the_window
def test_several_entries_at_a_place(person: Person) -> None:
    begin(person)
    person.press(DOWN)
    for text in ("第一处问题", "第二处问题", "第三处问题"):
        write(person, text)
    person.press(LEFT, "m")  # the second
    assert [row[6] for row in entries(person)] == [MEETING, 0, MEETING]
    person.press(LEFT, LEFT, BACKSPACE)  # the first, and not beyond
    assert texts(person) == ["第二处问题", "第三处问题"]
    person.press("z", ctrl=True)
    assert sorted(texts(person)) == sorted(["第一处问题", "第二处问题", "第三处问题"])
    person.press("y", ctrl=True)
    assert texts(person) == ["第二处问题", "第三处问题"]
    person.press(RIGHT, DELETE)
    assert len(texts(person)) == 1


@pytest.mark.ci
@at_the_window
def test_other_words_for_an_entry_keep_the_rest(person: Person) -> None:
    begin(person)
    write(person, "地面有纸屑")
    person.press("c", "2", "m", "e")
    assert person.find(QLineEdit, "wrong").text() == "地面有纸屑"
    person.press(ENTER)  # the same words: nothing is asked
    assert len(entries(person)) == 1
    person.press("e")
    person.keyboard.compose("和烟头")
    person.press(ENTER, "4")
    assert entries(person) == [("", "", "cleanliness", "", "地面有纸屑和烟头", "已清理", 0)]


@pytest.mark.ci
@at_the_window
def test_a_place_with_findings_does_not_become_clean(person: Person) -> None:
    begin(person)
    write(person, "地面有纸屑")
    person.press("1")
    assert said(person) == "Public area keeps what was wrong; “Take away” (⌫) there takes it away."
    assert texts(person) == ["地面有纸屑"]
    person.press(UP, BACKSPACE)
    assert texts(person) == []
    person.press("1", UP, "1")  # clean, and once more
    assert texts(person) == [""]
    person.press(UP)
    write(person, "又有了")
    assert texts(person) == ["又有了"]


@pytest.mark.ci
@at_the_window
def test_esc_leaves_a_field_and_then_the_page(person: Person) -> None:
    begin(person)
    person.press("2", ESC)
    assert person.focus == "places"
    assert person.page.patrol.isVisible()
    person.press("1", ESC)
    assert person.page.start.isVisible()
    assert person.page.start.unfinished_model.index(0, 3).data() == "1 / 9 places"


@at_the_window
@pytest.mark.ci
def test_nothing_is_handed_in_before_anything_was_seen(person: Person) -> None:
    begin(person)
    person.press(ENTER, ctrl=True)
    assert (
        said(person)
        == "No place was seen yet: choose “Nothing wrong” (1) or “Something wrong” (2) at each."
    )
    assert person.disk.states() == ["open"]


@at_the_window
@pytest.mark.ci
def test_places_not_seen_are_named_before_handing_in(person: Person) -> None:
    begin(person)
    person.press("1", "1", "1", "1")
    person.press(ENTER, ctrl=True)
    assert said(person) == (
        "Nothing wrong anywhere. Not seen: Window 4号窗口、Window 5号窗口、Window 6号窗口、"
        "Window 7号窗口、Window 8号窗口. “Hand in” (Ctrl+↵) again hands it in."
    ).replace("Window ", "")
    person.press(ESC)
    assert person.disk.states() == ["open"]
    person.press(ENTER, ctrl=True)
    person.press(ENTER)
    assert person.disk.states() == ["completed"]
    result = person.page.patrol_result
    column = [result.model.index(row, 0).data() for row in range(result.model.rowCount())]
    assert column.count("· Not seen") == 5
    assert column.count("✓ Fine") == 4


@pytest.mark.ci
def test_it_is_resumed_at_the_same_place(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def first(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        begin(person)
        person.press("1", "1", DOWN)
        write(person, "台面凌乱")

    def second(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        page = person.page.patrol
        assert page.isVisible()
        assert page.place.window_number == "3号窗口"
        assert page.entry is not None
        assert page.entry.text == "台面凌乱"
        assert person.focus == "places"

    for drive in (first, second):
        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
@at_the_window
def test_a_discarded_patrol_comes_back_with_what_was_seen(person: Person) -> None:
    begin(person)
    person.press("1", "1", ESC, DELETE)
    assert person.disk.states() == ["discarded"]
    person.turn_to("data")
    person.press_with(ALT, "4")
    person.press(ENTER)
    person.press("1", ctrl=True)
    assert person.page.start.unfinished_model.index(0, 3).data() == "2 / 9 places"
    person.press(ENTER)
    assert person.page.patrol.isVisible()


@pytest.mark.ci
@at_the_window
def test_the_result_says_what_became_of_it(person: Person) -> None:
    begin(person)
    write(person, "地面有纸屑")
    person.press("c", "2", "m", "a", "a")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    result = person.page.patrol_result
    assert person.focus == "patrolResult"
    row = [result.model.index(0, column).data() for column in range(7)]
    assert row[:5] == ["✗ Wrong", "Public area", "地面有纸屑", "已清理", "No"]
    assert row[6] == "Closed"
    assert person.find(QLabel, "resultSummary", result).text() == (
        "9 of 9 places seen · 1 finding · 1 handled on the spot · 0 to the meeting"
    )
    person.press(ESC)
    assert person.page.start.isVisible()
    completed = person.page.start.completed_model
    assert [completed.index(0, column).data() for column in (1, 3)] == ["Daily patrol", "—"]
    person.press(ENTER)
    assert result.isVisible()


@pytest.mark.ci
@at_the_window
def test_the_record_is_exported_from_the_result(
    person: Person, tmp_path: Path, choose_file: ChooseFile
) -> None:
    begin(person)
    person.press("a", "a")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    choose_file(tmp_path / "a.xlsx")
    person.press("r", ctrl=True)
    wait_for((tmp_path / "a.xlsx").exists)
    wait_for(lambda: person.banner.startswith(f"Written: {tmp_path / 'a.xlsx'}"))
    person.press(ESC)
    choose_file(tmp_path / "b.xlsx")
    person.press("r", ctrl=True)
    wait_for(lambda: person.banner.startswith(f"Written: {tmp_path / 'b.xlsx'}"))
    assert (tmp_path / "b.xlsx").exists()


@pytest.mark.ci  # pages are made
@at_the_window
def test_the_record_is_printed_from_the_result(person: Person) -> None:
    begin(person)
    person.press("a", "a")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    before = person.window.page
    person.tap("resultPrint")
    wait_for(lambda: isinstance(person.window.page, PreviewPage))
    preview = person.window.page
    assert isinstance(preview, PreviewPage)
    wait_for(lambda: preview.shown.has_image)
    assert "巡视" in preview.area.accessibleDescription()
    person.press(ESC)
    assert person.window.page is before


@pytest.mark.ci
@at_the_window
def test_letters_and_digits_work_with_shift(person: Person) -> None:
    page = begin(person)
    person.press_with(SHIFT, "1")  # a digit of a French keyboard
    assert len(page.walk.entries) == 1
    person.press_with(SHIFT, "A")
    assert page.line.waiting
    person.press_with(SHIFT, "A")
    assert not page.walk.left
