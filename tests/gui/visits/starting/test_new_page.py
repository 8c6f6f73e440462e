"""Starting a visit: finding the site, ticking windows, and what is remembered for the next one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton

from inspector.gui.widgets.overlay import Overlay
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.visit import DOWN, ENTER, ESC, TAB, UP, Person, at_the_window

SPACE = Qt.Key.Key_Space


def new_visit(person: Person) -> None:
    """Open the form."""
    person.press("n", ctrl=True)
    assert person.page.new.isVisible()


def sites(person: Person) -> list[str]:
    """The sites that are offered."""
    model = person.find(QListView, "sites").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def site(person: Person) -> str:
    """The site that is chosen."""
    return str(person.find(QListView, "sites").currentIndex().data())


def windows(person: Person) -> dict[str, bool]:
    """The windows of the site, and which are ticked."""
    model = person.find(QListView, "windows").model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    checked = Qt.ItemDataRole.CheckStateRole
    return {index.data().split("    ")[0] + (index.data()[-5:] if "1004" in index.data() else ""):
            Qt.CheckState(index.data(checked)) is Qt.CheckState.Checked
            for index in rows}  # fmt: skip


def started(person: Person) -> list[tuple[str, str, str]]:
    """The scorecards of the newest visit: site, window, staff number."""
    return person.disk.rows(
        "SELECT site_name, window_number, staff_number FROM scorecard"
        " JOIN inspection ON inspection.id = inspection_id"
        " WHERE inspection.rowid = (SELECT max(rowid) FROM inspection) ORDER BY position"
    )


@pytest.mark.ci
@at_the_window
def test_a_site_is_found_by_its_initials_its_pinyin_or_a_part(person: Person) -> None:
    new_visit(person)
    assert sites(person) == ["城东营业厅", "城西营业厅"]
    search = person.find(QLineEdit, "siteSearch")
    for typed, found in {
        "cdyyt": ["城东营业厅"],
        "CXYYT": ["城西营业厅"],
        "chengxi": ["城西营业厅"],
        "yy": ["城东营业厅", "城西营业厅"],
        " cd ": ["城东营业厅"],
    }.items():
        search.clear()
        person.press(typed)
        assert sites(person) == found, typed
    search.clear()
    person.keyboard.compose("西营")
    assert sites(person) == ["城西营业厅"]


@at_the_window
@pytest.mark.ci
def test_the_empty_search_opens_the_keys_and_esc_empties_it_before_it_leaves(
    person: Person,
) -> None:
    new_visit(person)
    person.press("?")
    assert [each for each in person.window.findChildren(Overlay) if each.isVisible()]
    person.press(ESC)
    search = person.find(QLineEdit, "siteSearch")
    assert (search.text(), search.hasFocus(), len(sites(person))) == ("", True, 2)
    person.press("cx?")
    assert search.text() == "cx?"
    person.press(ESC)
    assert (search.text(), len(sites(person))) == ("", 2)
    assert person.page.new.isVisible()
    person.press(ESC)
    assert not person.page.new.isVisible()


@pytest.mark.ci
@at_the_window
def test_started_by_keys_only(person: Person) -> None:
    new_visit(person)
    person.press("cxyyt", ENTER)
    assert person.focus == "windows"
    person.press(ENTER, ctrl=True)
    assert person.scoring.isVisible()
    assert person.focus == "items"
    assert started(person) == [("城西营业厅", "", ""), ("城西营业厅", "1号窗口", "2001")]
    assert person.place == ("1号窗口", "greet")  # not the public area


@at_the_window
@pytest.mark.ci
def test_the_arrow_keys_choose_a_site_from_the_search(person: Person) -> None:
    new_visit(person)
    person.press(DOWN)
    assert person.focus == "sites"
    person.press(DOWN)
    assert site(person) == "城西营业厅"
    person.press(ENTER)
    assert person.focus == "windows"
    person.press(ENTER, ctrl=True)
    assert started(person)[0][0] == "城西营业厅"


@at_the_window
def test_a_search_without_a_hit_says_so_and_starts_nothing(person: Person) -> None:
    new_visit(person)
    person.press("qqq")
    assert sites(person) == []
    assert windows(person) == {}
    assert not person.find(QPushButton, "start").isEnabled()
    assert person.text("newHint") == "No site has this in its name."
    person.press(ENTER, ctrl=True)
    assert person.page.new.isVisible()
    assert person.disk.states() == ["open"]
    person.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert site(person) == "城东营业厅"


@at_the_window
def test_windows_are_ticked_with_space(person: Person) -> None:
    new_visit(person)
    person.press(ENTER, SPACE, DOWN, SPACE)  # the public area and the first window
    assert windows(person) == {
        "Public area": False, "1号窗口": False, "2号窗口": True, "3号窗口": True,
        "3号窗口 1004": False,
    }  # fmt: skip
    person.press(ENTER, ctrl=True)
    assert [row[1:] for row in started(person)] == [("2号窗口", "1002"), ("3号窗口", "1003")]
    assert person.place == ("2号窗口", "greet")


@at_the_window
def test_another_kind_of_visit_leaves_the_ticks_another_site_has_its_own(person: Person) -> None:
    new_visit(person)
    person.press(ENTER, SPACE)
    before = windows(person)
    assert False in before.values()
    for kind in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1):  # a patrol among them
        person.press_with(Qt.KeyboardModifier.AltModifier, kind)
    assert windows(person) == before
    sites_offered = person.find(QListView, "sites")
    sites_offered.setCurrentIndex(sites_offered.model().index(1, 0))
    assert windows(person)["Public area"]
    sites_offered.setCurrentIndex(sites_offered.model().index(0, 0))
    assert windows(person)["Public area"]


@at_the_window
def test_ctrl_a_ticks_all_or_none(person: Person) -> None:
    new_visit(person)
    person.press("a", ctrl=True)  # from the empty search field as well
    assert set(windows(person).values()) == {True}
    assert person.find(QLabel, "windowsTitle").text() == "Windows  4 chosen, and the public area"
    person.press(ENTER)
    person.press("a", ctrl=True)
    assert set(windows(person).values()) == {False}
    assert not person.find(QPushButton, "start").isEnabled()
    person.press(ENTER, ctrl=True)  # nothing is chosen: nothing starts
    assert person.page.new.isVisible()
    assert person.disk.states() == ["open"]
    person.press("a", ctrl=True)
    assert person.find(QPushButton, "start").isEnabled()


@at_the_window
def test_ctrl_a_in_a_field_with_text_marks_the_text(person: Person) -> None:
    new_visit(person)
    before = windows(person)
    person.press("cdyyt")
    person.press("a", ctrl=True)
    person.press("cx")
    assert sites(person) == ["城西营业厅"]
    person.find(QLineEdit, "inspectors").setFocus()
    person.press("abc")
    person.press("a", ctrl=True)
    person.press("d")
    assert person.find(QLineEdit, "inspectors").text() == "d"
    assert list(before.values()).count(True) == 4


@pytest.mark.ci
@at_the_window
def test_of_two_people_at_a_window_one_is_on_duty(person: Person) -> None:
    new_visit(person)
    assert person.text("newHint") == "Where several people share a window, tick who is on duty."
    assert windows(person)["3号窗口"] is True
    assert windows(person)["3号窗口 1004"] is False
    person.press(ENTER)
    for _ in range(3):
        person.press(DOWN)
    person.press(SPACE, DOWN, SPACE)  # the second instead of the first
    person.press(ENTER, ctrl=True)
    assert started(person)[-1] == ("城东营业厅", "3号窗口", "1004")
    person.press(ESC)
    new_visit(person)
    person.press("cxyyt")
    assert not person.find(QLabel, "newHint").isVisible()


@pytest.mark.ci
@at_the_window
def test_inspectors_are_remembered_and_told_apart(person: Person) -> None:
    new_visit(person)
    inspectors = person.find(QLineEdit, "inspectors")
    inspectors.setFocus()
    person.keyboard.compose("张三，李四、王五, 赵六；")
    person.press(ENTER, ctrl=True)
    (names,) = person.disk.rows("SELECT inspectors FROM inspection ORDER BY rowid DESC LIMIT 1")[0]
    assert names == '["张三", "李四", "王五", "赵六"]'
    person.press(ESC)
    new_visit(person)
    assert inspectors.text() == "张三，李四、王五, 赵六；"


@pytest.mark.ci
@at_the_window
def test_kind_and_phase_are_kept(person: Person) -> None:
    new_visit(person)
    person.find(QComboBox, "kind").setFocus()
    person.press(DOWN, TAB, TAB, TAB)
    assert person.focus == "phase"
    person.keyboard.compose(" 巩固提高 ")
    person.press(ENTER, ctrl=True)
    rows = person.disk.rows("SELECT kind, phase FROM inspection ORDER BY rowid DESC LIMIT 1")
    assert rows == [("open", "巩固提高")]


@pytest.mark.ci
@at_the_window
def test_the_pack_that_fits_is_suggested(person: Person) -> None:
    new_visit(person)
    pack = person.find(QComboBox, "pack")
    assert pack.currentData() == "practice-hall"
    assert pack.currentText() == "练习营业厅 2026.1"
    pack.setFocus()
    person.press(UP if pack.currentIndex() else DOWN)
    other = pack.currentData()
    assert other != "practice-hall"
    person.press(ENTER, ctrl=True)
    rows = person.disk.rows(
        "SELECT pack_id FROM inspection JOIN pack ON pack.hash = pack_hash"
        " ORDER BY inspection.rowid DESC LIMIT 1"
    )
    assert rows == [(other,)]


@at_the_window
@pytest.mark.ci
def test_esc_leaves_the_form_and_nothing_starts(person: Person) -> None:
    new_visit(person)
    person.press("cx", ESC, ESC)
    assert person.page.start.isVisible()
    assert person.disk.states() == ["open"]
    new_visit(person)
    assert person.find(QLineEdit, "siteSearch").text() == ""
    assert site(person) == "城东营业厅"


@at_the_window
def test_started_by_clicks(person: Person) -> None:
    person.click("newInspection")
    person.click("start")
    assert person.scoring.isVisible()
    assert person.disk.states() == ["open", "open"]


def test_without_a_roster_there_is_no_form(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    def drive(window: object) -> None:
        person = Person(window, keyboard, tmp_path / "empty")  # type: ignore[arg-type]
        person.press("n", ctrl=True)
        assert person.page.start.isVisible()
        assert person.focus == "guideRoster"

    assert run_main(drive, "--data", str(tmp_path / "empty"), "--lang", "en") == 0
