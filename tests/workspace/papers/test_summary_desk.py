"""How the summary was looked at last."""

from datetime import date

import pytest

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.papers.summary_desk import SummaryView
from inspector.workspace.workspace import Workspace

TODAY = date(2026, 12, 3)
DAYS = Span(date(2026, 11, 5), date(2026, 11, 9))


@pytest.mark.parametrize(
    "view",
    [SummaryView(), SummaryView(SpanKind.YEAR, site_ids=("a", "b")),
     SummaryView(SpanKind.FREE, DAYS, "", ("a",)), SummaryView(SpanKind.FREE, phase="第一阶段")],
)  # fmt: skip
def test_a_view_comes_back(workspace: Workspace, view: SummaryView) -> None:
    workspace.summary_desk.remember(view)
    assert workspace.summary_desk.last() == view


def test_a_kind_of_period_means_the_one_of_today() -> None:
    assert SummaryView().span(TODAY) == span_of(SpanKind.MONTH, TODAY)
    assert SummaryView(SpanKind.FREE, DAYS).span(TODAY) == DAYS


@pytest.mark.parametrize(
    "kept",
    ["", "x", "[]", '{"kind": "age"}', '{"free": ["2026-11-09"]}', '{"sites": [1]}',
     '{"free": ["2026-11-09", "2026-11-05"]}', '{"phase": 1}', '{"sites": 1}'],
)  # fmt: skip
def test_what_is_no_view_is_the_usual_one(workspace: Workspace, kept: str) -> None:
    SettingStore(workspace.database).put("summary:last", kept)
    assert workspace.summary_desk.last() == SummaryView()
