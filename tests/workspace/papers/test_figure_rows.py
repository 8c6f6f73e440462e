"""What a figure counted is what the ledger shows when it is opened."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.checklist.method import Form
from inspector.domain.days.span import SpanKind, span_of
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.finding.ledger import FoundBy, LedgerFilter, LedgerSource
from inspector.domain.finding.ledger_view import (
    LedgerView,
    Period,
    Quick,
    counted,
    view_from_plain,
    view_to_plain,
)
from inspector.workspace.papers.period_figures import SummaryFigures
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock
from tests.written_once import Written

TODAY = date(2026, 11, 27)
SPAN = span_of(SpanKind.MONTH, TODAY)


@pytest.fixture(scope="module")
def demo(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    sample = written(write_demo, 90, 5, TODAY, rounds=True)
    folder = shutil.copytree(sample, tmp_path_factory.mktemp("demo") / "data")
    with closing(Workspace(folder, Clock(datetime(2026, 11, 27, 12).astimezone()))) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def figures(demo: Workspace) -> SummaryFigures:
    return demo.figures.read(FigureScope(SPAN), TODAY, demo.holidays.calendar())


def shown(workspace: Workspace, **asked: Any) -> LedgerFilter:  # noqa: ANN401 -- any field
    return replace(LedgerFilter(first=SPAN.first, last=SPAN.last), **asked)


@pytest.mark.ci
def test_the_key_figures_lead_to_as_many_findings(demo: Workspace, figures: SummaryFigures) -> None:
    counts = demo.findings.counts(shown(demo, source=LedgerSource("问题")))
    key = figures.key
    assert counted(counts, Quick.ALL) == key.findings.raised
    assert counted(counts, Quick.CLOSED) == key.findings.closed
    assert counted(counts, Quick.OVERDUE) == key.findings.overdue
    assert counted(counts, Quick.REPEATS) == key.repeats
    assert counted(counts, Quick.UNFINISHED) == sum(figures.ageing.totals)
    assert counted(counts, Quick.WITHDRAWN) == 0
    by_patrols = shown(demo, source=LedgerSource("巡视", found_by=FoundBy.PATROLS))
    assert counted(demo.findings.counts(by_patrols), Quick.ALL) == key.patrol_findings > 0
    by_public = shown(demo, source=LedgerSource("群众反映", found_by=FoundBy.PUBLIC))
    assert counted(demo.findings.counts(by_public), Quick.ALL) == key.voiced.raised > 0
    assert counted(demo.findings.counts(shown(demo)), Quick.WITHDRAWN) > 0  # there are some


@pytest.mark.ci
def test_a_line_of_the_ranking_leads_to_its_findings(
    demo: Workspace, figures: SummaryFigures
) -> None:
    for line in figures.lines:
        source = LedgerSource("单位", pack_id=line.pack.id, pack_weighing=line.pack.weighing)
        rows = demo.findings.ledger(shown(demo, site_id=line.site_id, source=source))
        assert len(rows) == line.findings.raised
        other = replace(source, pack_weighing="no such weights")
        assert demo.findings.ledger(shown(demo, site_id=line.site_id, source=other)) == []


@pytest.mark.ci
def test_an_item_leads_to_its_findings(demo: Workspace, figures: SummaryFigures) -> None:
    assert figures.items
    for each in figures.items:
        item = each.item
        source = LedgerSource(
            "项目", pack_id=item.pack.id, pack_weighing=item.pack.weighing, item_id=item.item_id
        )
        assert len(demo.findings.ledger(shown(demo, source=source))) == item.findings


@pytest.mark.ci
def test_vetoes_lead_to_their_findings(demo: Workspace) -> None:
    rows = demo.findings.ledger(shown(demo, source=LedgerSource("一票否决", veto=True)))
    assert all(row.veto for row in rows)
    everything = demo.findings.ledger(shown(demo, source=LedgerSource("问题")))
    assert len(rows) == sum(row.veto for row in everything)


@pytest.mark.ci
def test_findings_of_a_person(demo: Workspace) -> None:
    everything = demo.findings.ledger(shown(demo, source=LedgerSource("问题")))
    number = next(row.staff_number for row in everything if row.staff_number)
    rows = demo.findings.ledger(shown(demo, source=LedgerSource("工号", staff_number=number)))
    assert {row.id for row in rows} == {r.id for r in everything if r.staff_number == number}


@pytest.mark.ci
def test_an_age_is_a_span_of_days(demo: Workspace, figures: SummaryFigures) -> None:
    for place, group in enumerate(figures.ageing.groups):
        first = max(group.first or SPAN.first, SPAN.first)
        asked = LedgerView(
            quick=Quick.UNFINISHED, period=Period.OWN, first=first, last=min(group.last, SPAN.last),
            source=LedgerSource("未整改"),
        ).asked(TODAY)  # fmt: skip
        expected = figures.ageing.totals[place]
        found = demo.findings.ledger(asked) if first <= min(group.last, SPAN.last) else []
        assert len(found) == expected


# A view that is kept


def test_a_saved_filter_keeps_its_figure_and_the_last_view_does_not(tmp_path: Path) -> None:
    source = LedgerSource("等候", "hall", "2026.1", "一", "wait", "1001", veto=True,
                          found_by=FoundBy.PATROLS, form=Form.MUST)  # fmt: skip
    view = LedgerView(quick=Quick.ALL, source=source)
    with closing(Workspace(tmp_path / "data")) as workspace:
        desk = workspace.ledger_desk
        desk.save("等候", view)
        assert [saved.view for saved in desk.saved()] == [view]
        desk.remember(view)
        assert desk.last() == replace(view, source=None)


@pytest.mark.parametrize(
    "plain",
    ["text", [], {}, {"title": 1}, {"title": "a", "veto": "yes"}, {"title": "a", "other": "b"},
     {"title": "a", "found_by": "x"}, {"item_id": "a"}],
)  # fmt: skip
def test_what_is_no_figure_is_refused(plain: object) -> None:
    with pytest.raises(ValueError, match="not a figure"):
        view_from_plain({"source": plain})


def test_a_figure_narrows() -> None:
    view = LedgerView(source=LedgerSource("问题"))
    assert view.narrowing == 1
    assert view.widened().source is None
    assert view_from_plain(view_to_plain(view)) == view
