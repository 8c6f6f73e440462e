"""Patrols and rechecks: nothing is cut or lost, both languages, small screens, long names."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from inspector.domain.checklist.category import Category
from inspector.domain.visit.answer_changes import deducted, noted
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.workspace.preferences import INSPECTORS
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.conftest import LookThrough
from tests.gui.looks import LANGUAGES, SIZES, SMALL_AND_LARGE, primaries, wrong
from tests.gui.visits.folder import EAST, KIND, PACK_ID
from tests.gui.visits.visit import ALT, DOWN, ENTER, ESC, UP, Person
from tests.gui.visits.walks_hall import write_hall, write_patrolled
from tests.lengths import in_turn
from tests.written_once import Written

LONG = "超长名称" * 50
UNBROKEN = "W" * 200


@pytest.fixture
def plain(copied: Written) -> Path:
    """A hall that is patrolled, with findings due."""
    return copied(write_patrolled)


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """Names of 200 characters everywhere, and forty windows."""
    folder = tmp_path / "crowded"
    write_hall(folder)
    moment = datetime.now().astimezone() - timedelta(days=9)
    with closing(Workspace(folder, lambda: moment)) as workspace:
        site = Site(EAST.id, f"0{LONG}{UNBROKEN}")
        windows = [
            Window(f"w-{n}", site.id, f"{n}{LONG if n % 2 else UNBROKEN}", KIND, LONG, UNBROKEN,
                   (Staff(f"s-{n}", f"{n}{UNBROKEN}", LONG, LONG),))
            for n in range(40)
        ]  # fmt: skip
        workspace.roster_store.put([site], windows)
        workspace.preferences.set(INSPECTORS, f"{LONG}、{UNBROKEN}")
        _find(workspace, site, windows)
        patrol, _ = workspace.patrols.start(site, [LONG])
        (area, first, *_) = workspace.inspection_store.scorecards(patrol)
        for card in (area, first):
            for text in (LONG, UNBROKEN):
                workspace.patrols.note(
                    patrol, card.id, text, place=text if card is area else "", handled=text,
                    category=Category.CLEANLINESS,
                )  # fmt: skip
        workspace.patrols.complete(patrol)
    return folder


def _find(workspace: Workspace, site: Site, windows: list[Window]) -> None:
    visit, _ = workspace.inspections.start(
        site, InspectionKind.OPEN, [LONG], PACK_ID, [Duty(windows[0], windows[0].staff[0])], False
    )
    sheet = workspace.inspections.sheet(visit)
    (card,) = sheet.scorecards
    workspace.inspections.record(
        visit,
        card.id,
        [noted(deducted(item), f"{LONG}{UNBROKEN}") for item in sheet.items(card)],
    )
    workspace.inspections.complete(visit)
    for finding in workspace.inspections.findings(visit):
        workspace.findings.report_done(finding.id, f"{LONG}{UNBROKEN}", finding.deadline)


def views(person: Person) -> Iterator[str]:
    """Go through everything patrols and rechecks can show."""
    yield "start"
    person.press("n", ctrl=True)
    for digit, name in (("3", "new patrol"), ("4", "new recheck")):
        person.press_with(ALT, digit)
        yield name
    person.press("cx")
    yield "nothing due"
    person.press(ESC, ESC)  # the search, then the page
    person.press("p", ctrl=True)
    assert person.page.patrol.isVisible()
    yield "patrol"
    person.press("2")
    yield "writing in the public area"
    person.keyboard.compose("未")
    yield "suggestions"
    person.press("x")
    person.keyboard.compose(LONG)
    person.press(ENTER)
    yield "category"
    person.press("4")
    yield "written"
    person.press("c")
    yield "handling"
    person.press("1", "1")
    yield "window"
    person.press("a")
    yield "question"
    person.press(ESC)
    person.press(ENTER, ctrl=True)
    yield "handing in"
    person.press(ENTER, ctrl=True)
    yield "patrol result"
    person.press(ESC)
    person.press("n", ctrl=True)
    person.press_with(ALT, "4")
    person.press(ENTER, ctrl=True)
    assert person.page.recheck.isVisible()
    yield "recheck"
    person.press("2")
    yield "what is still wrong"
    person.keyboard.compose(f"{LONG}{UNBROKEN}")
    person.press(ENTER, UP)
    yield "failed"
    person.press(DOWN)
    person.press(ENTER, ctrl=True)
    yield "left"
    person.press(*["1"] * len(person.page.recheck.walk.left))
    person.press(ENTER, ctrl=True)
    yield "completing"
    person.press(ENTER, ctrl=True)
    yield "recheck result"
    person.press(ESC)


def nothing_is_wrong(person: Person, page: str) -> None:
    """Nothing is cut, lost, or under something else; what takes the keyboard has a name."""
    window = person.window
    assert (page, wrong(window)) == (page, [])
    assert len(primaries(window)) == 1, page
    focused = person.keyboard.focus
    if focused.objectName() in ("wrong", "handled", "recheckNote"):
        seen = focused.visibleRegion().boundingRect()
        assert (page, seen.height()) == (page, focused.height())


@pytest.mark.ci
@pytest.mark.parametrize(("size", "language"), in_turn(SIZES, LANGUAGES, every=3))
def test_nothing_is_cut(look_through: LookThrough, plain: Path, language: str, size: QSize) -> None:
    look_through(plain, language, size, views, nothing_is_wrong)


@pytest.mark.ci
@pytest.mark.parametrize("size", in_turn(SMALL_AND_LARGE))
def test_long_names_push_nothing_away(
    look_through: LookThrough, crowded: Path, size: QSize
) -> None:
    look_through(crowded, "zh_CN", size, views, nothing_is_wrong)
