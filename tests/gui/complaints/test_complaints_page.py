"""投诉举报 in the window: from arrival to the archive by keys, another by mouse alone."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import Complaint, ComplaintState
from inspector.domain.complaint.complaint_filter import Among, ComplaintFilter
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.gui.complaints.complaints_page import ComplaintsPage
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger_page import RectifyPage
from tests.gui.hand import Hand
from tests.gui.visits.visit import Person
from tests.gui.waiting import wait_for

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right
Visit = Callable[[Callable[[Person], None]], None]


def page_of(window: MainWindow) -> ComplaintsPage:
    """The page, which is in front, with what waits shown."""
    page = window.page
    assert isinstance(page, ComplaintsPage)
    page.show_now()
    return page


def only(window: MainWindow) -> Complaint:
    """The one complaint that there is."""
    (complaint,) = window.session.workspace.complaints.found(ComplaintFilter(Among.ALL))
    return complaint


def take_down(person: Person, words: str) -> None:
    """Take a complaint down by keys: everything else is as proposed."""
    keys = person.keyboard
    keys.press("n", ctrl=True)
    keys.press(TAB, TAB, TAB)
    keys.compose(words)
    keys.press(ENTER)


@pytest.mark.ci
def test_by_keys_from_arrival_to_the_archive(visit: Visit) -> None:
    def work(person: Person) -> None:
        keys, window = person.keyboard, person.window
        keys.press("k", ctrl=True)
        take_down(person, "解释不清，让我跑了两趟")
        page = page_of(window)
        assert only(window).content == "解释不清，让我跑了两趟"
        keys.press("a")
        keys.compose("客服部")
        keys.press(TAB)
        keys.compose("张三")
        keys.press(ENTER)
        assert only(window).owner == "张三"
        keys.press("k")
        keys.press(TAB)
        keys.compose("录像属实")
        keys.press(ENTER)
        assert only(window).state is ComplaintState.UPHELD
        keys.press("t", ENTER)  # what was said is proposed
        (finding_id,) = only(window).finding_ids
        assert "解释不清" in window.session.workspace.findings.get(finding_id).text
        keys.press("d")
        keys.compose("已电话致歉")
        keys.press(ENTER)
        keys.press(RIGHT, RIGHT)  # answered: it waits among those to follow up
        page.show_now()
        keys.press("c", DOWN, ENTER)
        assert only(window).grade is Satisfaction.FAIRLY_SATISFIED
        keys.press("z", ctrl=True)
        assert only(window).state is ComplaintState.ANSWERED
        keys.press("c", ENTER)
        keys.press("g")
        assert page.form is not None
        note = page.form.findChild(QLabel, "archiveOpenFindings")
        assert note is not None
        assert note.isVisible()
        assert note.text().startswith("Still being put right: ")
        keys.press(ENTER)
        assert only(window).state is ComplaintState.ARCHIVED
        page.show_now()
        assert page.model.rowCount() == 1  # it stays in sight until one looks elsewhere
        keys.press(RIGHT)
        page.show_now()
        keys.press(Qt.Key.Key_Left)
        page.show_now()
        assert page.model.rowCount() == 0  # nothing waits for an answer
        keys.press(ESC)
        assert window.page is not page

    visit(work)


@pytest.mark.ci
def test_what_leaves_the_filter_stays_current_so_that_the_next_key_hits_no_other(
    visit: Visit,
) -> None:
    def work(person: Person) -> None:
        keys, window = person.keyboard, person.window
        workspace = window.session.workspace
        site, steps = workspace.rosters.sites()[0], workspace.complaints
        made = [steps.receive(Arrival(site, f"等得太久，第{n}次"))[0].id for n in range(3)]
        steps.accept(made, "综合部")
        steps.verify(made, True, "属实")
        keys.press("k", ctrl=True)
        page = page_of(window)
        keys.press(DOWN)
        current = page.current_id()
        page.show_now()
        keys.press("d")
        keys.compose("已电话致歉")
        keys.press(ENTER)
        page.show_now()
        assert (page.current_id(), page.table.currentIndex().row()) == (current, 1)
        keys.press("c", ENTER)
        assert steps.get(current).state is ComplaintState.FOLLOWED_UP
        assert page.model.rowCount() == 3
        keys.press("z", ctrl=True)
        keys.press("z", ctrl=True)
        assert page.current_id() == current
        assert steps.get(current).state is ComplaintState.UPHELD
        keys.press("d")
        keys.compose("已电话致歉")
        keys.press(ENTER, "c", ENTER)
        assert page.model.rowCount() == 3
        keys.press(ESC)
        keys.press("k", ctrl=True)
        assert page_of(window).model.rowCount() == 2  # who comes again finds what the filter says

    visit(work)


@pytest.mark.ci
def test_by_mouse_alone(visit: Visit) -> None:
    def work(person: Person) -> None:
        window = person.window
        hand = Hand(window, person.keyboard)
        hand.click("Complaints and tip-offs")
        hand.click("New complaint")
        hand.pick("complaintChannel", "Comment box")
        hand.write("complaintContent", "举报收礼")
        hand.tick("complaintAnonymous")
        hand.click("Take it down")
        assert only(window).anonymous
        hand.click("Accept")
        hand.write("acceptDepartment", "纪检组")
        hand.click("Accept")
        hand.click("Verify")
        hand.pick("verifyOutcome", "Unfounded")
        hand.write("verifyWords", "查无此事")
        hand.click("Keep")
        page_of(window)
        hand.click("Answer")
        hand.write("answerWords", "公示")
        hand.click("Keep answer")
        assert page_of(window).model.index(0, 7).data() == "To be archived"
        hand.click("To follow up or archive")
        page_of(window)
        hand.click("Archive")
        hand.click("Archive")
        now = only(window)
        assert (now.state, now.upheld) == (ComplaintState.ARCHIVED, False)
        hand.click("All")
        assert page_of(window).model.rowCount() == 1
        hand.click("Back")

    visit(work)


@pytest.mark.ci
def test_the_ledger_leads_there_and_a_finding_back(visit: Visit) -> None:
    def work(person: Person) -> None:
        keys, window = person.keyboard, person.window
        keys.press("k", ctrl=True)
        take_down(person, "态度生硬")
        workspace = window.session.workspace
        steps, said = workspace.complaints, only(window)
        window.session.attempt(lambda: steps.accept([said.id], "综合部", by=""))
        window.session.attempt(lambda: steps.verify([said.id], True, "属实"))
        page_of(window)
        keys.press("t", ENTER)
        page_of(window)
        keys.press("f")
        ledger = window.page
        assert isinstance(ledger, RectifyPage)
        ledger.show_now()
        assert ledger.model.rowCount() == 1
        hand = Hand(window, keys)
        hand.click("Complaints…")
        assert page_of(window).panel.complaint is not None
        take_down(person, "等得太久")
        keys.press(ESC)
        assert window.page is ledger
        ledger.show_now()
        keys.press("b")  # the complaint that this finding came from, not the newest
        shown = page_of(window).panel.complaint
        assert shown is not None
        assert shown.content == "态度生硬"
        keys.press(ESC)
        assert window.page is ledger
        assert ledger.panel.finding is not None

    visit(work)


@pytest.mark.ci
def test_what_is_written_and_left_comes_back(visit: Visit) -> None:
    def work(person: Person) -> None:
        keys, window = person.keyboard, person.window
        keys.press("k", ctrl=True)
        keys.press("n", ctrl=True)
        keys.press(TAB, TAB, TAB)
        keys.compose("写了一半")
        keys.press(ESC)
        assert page_of(window).tables() == (page_of(window).commands,)
        keys.press("z", ctrl=True)
        assert page_of(window).form is not None
        keys.press(ENTER)
        assert only(window).content == "写了一半"

    visit(work)


@pytest.mark.ci
def test_overdue_is_said_on_the_first_page_and_filtered(visit: Visit) -> None:
    def work(person: Person) -> None:
        keys, window = person.keyboard, person.window
        workspace = window.session.workspace
        site = workspace.rosters.sites()[0]
        for day in (date(2026, 1, 5), date(2099, 1, 5)):
            arrival = Arrival(site, f"等得太久 {day}", deadline=day)
            window.session.attempt(partial(workspace.complaints.receive, arrival))
        keys.press("k", ctrl=True)
        page = page_of(window)
        assert page.model.rowCount() == 2
        keys.press(RIGHT)
        assert page.model.rowCount() == 1
        assert "overdue" in str(page.model.index(0, 6).data())
        keys.press(ESC)
        hand = Hand(window, keys)
        wait_for(lambda: hand.sees("Complaints and tip-offs · 1 past its deadline"))
        window.show_page("meeting")
        hand.click("1 complaint overdue")
        assert page_of(window).model.rowCount() == 1

    visit(work)


@pytest.mark.ci
def test_a_search_narrows(visit: Visit) -> None:
    def work(person: Person) -> None:
        keys, window = person.keyboard, person.window
        keys.press("k", ctrl=True)
        take_down(person, "等得太久")
        take_down(person, "态度不好")
        keys.press("f", ctrl=True)
        keys.compose("太久")
        assert page_of(window).model.rowCount() == 1

    visit(work)


@pytest.mark.ci
def test_several_are_marked_and_moved_one_step_at_once(visit: Visit) -> None:
    def work(person: Person) -> None:
        keys, window = person.keyboard, person.window
        workspace = window.session.workspace
        site, steps = workspace.rosters.sites()[0], workspace.complaints
        made = [steps.receive(Arrival(site, f"等得太久，第{n}次"))[0].id for n in range(4)]
        keys.press("k", ctrl=True)
        page = page_of(window)
        listed = list(page.model.ids)
        keys.press(Qt.Key.Key_Space, Qt.Key.Key_Space)  # the first two, one after the other
        assert page.model.marks == set(listed[:2])
        hand = Hand(window, keys)
        assert hand.sees("Deselect")
        keys.press("a")
        form = page.form
        assert form is not None
        assert form.subjects.words == "2 complaints"
        keys.compose("综合部")
        keys.press(ENTER)
        states = {each: steps.get(each).state for each in made}
        assert [states[each] is ComplaintState.ACCEPTED for each in listed] == [True] * 2 + [
            False
        ] * 2
        assert not page.model.marks
        keys.press("z", ctrl=True)  # both at once
        assert all(steps.get(each).state is ComplaintState.RECEIVED for each in made)
        keys.press("a", ctrl=True)
        assert page.model.marks == set(made)
        keys.press("t")  # none of them allows it
        assert page.tables() == (page.commands,)
        keys.press(ESC)
        assert not page.model.marks
        assert window.page is page
        keys.press(ESC)
        assert window.page is not page

    visit(work)
