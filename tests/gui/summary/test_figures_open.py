"""Every count of the page opens as many rows as it says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.checklist.points import format_score
from inspector.domain.figures.summary import mean_of
from inspector.domain.finding.ledger_view import LedgerView
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.summary.chart_output import chart_title
from inspector.gui.summary.sections.figure_target import Nothing, Opened, Section, VisitsOf
from inspector.gui.summary.sections.figure_words import observed_text
from inspector.gui.summary.sections.trend_lines import MOST_LINES, Trend, trend_of
from inspector.gui.summary.sections.trend_painting import trend_picture
from inspector.workspace.sample.demo import write_demo
from tests.conftest import Keyboard, RunMain
from tests.gui.summary.reader import LEFT, Reader, in_chinese
from tests.gui.visits.visit import DOWN, ENTER, Person
from tests.written_once import Written


@pytest.fixture
def demo(copied: Written) -> Path:
    return copied(write_demo, 30, 1, date.today(), rounds=True)


@pytest.fixture
def demo_of_last_year(copied: Written) -> Path:
    """Return a folder whose visits are all of the end of last year, whatever day it is."""
    return copied(write_demo, 30, 1, date.today().replace(month=1, day=1), rounds=True)


def _figures(reader: Reader) -> Iterator[tuple[str, str, Opened | None]]:
    """Go through what the page counts: where it stands, what it says, where it leads."""
    for card in reader.board.cards.cards:
        yield card.objectName(), card.face.value.removeprefix("★ "), card.face.leads
    for section in reader.board.sections:
        model = section.model
        for row in range(model.rowCount()):
            for column, figure in enumerate(model.figures):
                index = model.index(row, column)
                opened = model.opened_at(index)
                if figure.opens is not None and opened is not None:
                    place = f"{section.title} {row} {figure.title}"
                    yield place, str(index.data()), opened


def _rows(reader: Reader, opened: Opened | None) -> int:
    workspace = reader.person.window._session.workspace
    if isinstance(opened, LedgerView):
        return len(workspace.ledger_reader.read(opened, date.today()).ids)
    if isinstance(opened, VisitsOf):
        visits = workspace.figures.visits(opened.scope, opened.window_id, opened.staff_number)
        return len(visits)
    return 0


@pytest.mark.ci
@pytest.mark.parametrize("keys", ["m", "w", "q", "y", "d", "p"])
def test_every_count_opens_what_it_counts(
    run_main: RunMain, keyboard: Keyboard, demo: Path, keys: str
) -> None:
    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, demo))
        for back in ("", LEFT):
            reader.press(keys, *[back] if back else [])
            wrong, counted = [], 0
            for place, text, opened in _figures(reader):
                if text.isdigit() and not isinstance(opened, Section):
                    counted += 1
                    if _rows(reader, opened) != int(text):
                        wrong.append((place, text, opened))
            assert not wrong
            assert counted or reader.board.empty.isVisible()

    assert run_main(drive, "--data", str(demo)) == 0


@in_chinese
def test_a_figure_of_nothing_says_so_and_stays(person: Person) -> None:
    reader = Reader(person)
    reader.press("8")
    place = next(n for n, f in enumerate(reader.table._figures.figures) if f.title.endswith("15日"))
    assert isinstance(
        reader.table._figures.opened_at(reader.table._figures.index(0, place)), Nothing
    )
    reader.step(place - reader.table.currentIndex().column())
    while reader.table.currentIndex().column() < place:
        reader.step(1)
    reader.press(ENTER)
    assert person.focus == "rectification"
    assert "没有" in person.window.banner.text


@pytest.mark.ci
@pytest.mark.parametrize("section", ["6", "7"])
def test_the_mean_of_a_window_or_person_can_be_followed(
    run_main: RunMain, keyboard: Keyboard, demo_of_last_year: Path, section: str
) -> None:
    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, demo_of_last_year))
        reader.press("y", LEFT, section)
        model = reader.board.sections[int(section) - 1].model
        lines = [model.row_at(n).row for n in range(model.rowCount())]
        one = max((line for line in lines if line is not None), key=lambda line: line.times)
        while reader.table.currentIndex().row() < lines.index(one):
            reader.press(DOWN)
        assert one.times > 1
        reader.press(ENTER)
        rows = [
            reader.board.visits.model.row_at(n) for n in range(reader.board.visits.model.rowCount())
        ]
        own = [row.own for row in rows if row.own is not None and row.own.score is not None]
        assert len(own) == len(rows) == one.times
        assert mean_of(sum(each.score or 0 for each in own), len(own)) == one.mean
        table = reader.board.visits.table
        titles = [column.title for column in reader.board.visits.model.columns]
        score = "Score of the window" if section == "6" else "Score of the person"
        place = titles.index(score)
        assert table.model().index(0, place).data() == format_score(own[0].score)

    assert run_main(drive, "--data", str(demo_of_last_year), "--lang", "en") == 0


@pytest.mark.ci
def test_charts_that_leave_checklists_out_say_so(
    run_main: RunMain, keyboard: Keyboard, demo_of_last_year: Path
) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, demo_of_last_year)
        reader = Reader(person)
        reader.press("y", LEFT)
        assert reader.board.figures is not None
        trend = trend_of(reader.board.figures.parts)
        assert len(trend.packs) > MOST_LINES
        assert str(len(trend.packs)) in trend.omission
        reader.press("3")
        assert reader.note == trend.omission
        few = Trend(trend.parts, trend.packs[:MOST_LINES])
        assert not few.omission
        assert trend_picture(trend, "") != trend_picture(few, "")
        share = observed_text(reader.board.figures.key.coverage)
        assert chart_title(reader.board.figures, "全部单位").endswith(f" · 已观察{share}")

    assert run_main(drive, "--data", str(demo_of_last_year)) == 0
