"""What the page of figures says of ranks: how much was observed, what was adapted, 自查."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.domain.checklist.checklist import Override
from inspector.domain.visit.answer_changes import passed
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.summary.sections.figure_target import Section
from inspector.gui.summary.sections.trend_chart import TrendChart
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import MorningClock
from tests.gui.summary.halls import SITES, WINDOWS, write_halls
from tests.gui.summary.reader import Reader, in_chinese
from tests.gui.visits.folder import PACK_ID
from tests.gui.visits.visit import Person, click
from tests.written_once import Written


def write_adapted(folder: Path) -> None:
    """The halls; 12厅 switched an item off before it was visited, 01厅 inspected itself."""
    write_halls(folder)
    clock = MorningClock(datetime.now().astimezone() - timedelta(minutes=1))
    with closing(Workspace(folder, clock)) as workspace:
        workspace.overrides.put(SITES[11], PACK_ID, Override("greet", "本厅没有顾客走近", off=True))
        for site, kind in ((SITES[11], InspectionKind.OPEN), (SITES[0], InspectionKind.SELF)):
            duties = [Duty(each, each.staff[0]) for each in WINDOWS[site.id]]
            visit, _ = workspace.inspections.start(site, kind, ["甲"], PACK_ID, duties, False)
            sheet = workspace.inspections.sheet(visit)
            for card in sheet.scorecards:
                answers = [passed(item) for item in sheet.items(card) if not item.is_bonus]
                workspace.inspections.record(visit, card.id, answers)
            workspace.inspections.complete(visit)


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_adapted)


@pytest.mark.ci
@in_chinese
def test_beside_a_rank_stands_what_is_particular_about_it(person: Person) -> None:
    reader = Reader(person)
    table, model = reader.table, reader.table.model()
    told = {
        model.index(row, 0).data(): [
            model.index(row, column).data() for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    }
    assert any("调整1项" in str(cell) for cell in told["12厅"])
    observed = reader.titles.index("已观察")
    assert told["01厅"][observed] == "100%" != told["12厅"][observed]
    assert any(str(cell).startswith("自查100.00") for cell in told["01厅"])
    assert "按调整前的检查表计分排名" in reader.note

    row = list(told).index("12厅")
    click(
        table, model.index(row, reader.titles.index("得分")), twice=True
    )  # its total leads to the visit it is of
    reader.wait()
    assert reader.board.visits.isVisible()
    visits = reader.board.visits.model
    assert visits.rowCount() == 1
    visit = visits.row_at(0)
    assert visit.coverage is not None
    assert visit.coverage.asked == visit.coverage.observed + 2  # at each of two windows
    person.click("back")
    assert table.isVisible()


@pytest.mark.ci
@in_chinese
def test_every_section_that_ranks_or_praises_says_what_was_adapted(person: Person) -> None:
    """The red and the black list, best windows, model staff."""
    reader = Reader(person)
    for section, name in (("5", "12厅"), ("6", "12厅"), ("7", "12厅")):
        reader.press(section)
        sites, remarks = reader.column("单位"), reader.column("备注")
        said = [remark for site, remark in zip(sites, remarks, strict=True) if site == name]
        assert said, section
        assert all("实查" in each and "调整1项" in each for each in said), (section, said)
        assert not any(
            "调整" in remark for site, remark in zip(sites, remarks, strict=True) if site != name
        )
        assert "按调整前的检查表计分排名" in reader.note
        assert all(not hidden for hidden in _hidden(reader, "备注"))


@pytest.mark.ci
@in_chinese
def test_beside_every_score_stands_how_much_was_observed(person: Person) -> None:
    """The mean, the trend and the heat map: 12厅 switched an item off, so it is not observed."""
    reader = Reader(person)
    mean = next(c for c in reader.board.cards.cards if c.objectName() == "figureMean")
    assert "已观察98%" in mean.toolTip()  # rounded down
    reader.press("2")
    told = {(row[0], row[1]): row for row in reader.rows}
    place = reader.titles.index("已观察")
    assert told["01厅", "1号窗口"][place] == "100%"
    shares = {row[place] for row in reader.rows if row[0] == "12厅"}
    assert len(shares) == 1
    assert shares < {f"{share}%" for share in range(50, 100)}
    reader.press("y", "3")
    assert all(share.endswith("%") for share in reader.column("已观察"))
    chart = reader.board.sections[Section.TREND].findChild(TrendChart)
    assert chart is not None
    assert "已观察98%" in chart.accessibleDescription()


def _hidden(reader: Reader, title: str) -> list[bool]:
    model = reader.table.model()
    places = [
        n
        for n in range(model.columnCount())
        if model.headerData(n, Qt.Orientation.Horizontal) == title
    ]
    return [reader.table.isColumnHidden(place) for place in places]
