"""The figures of a period are what the raw answers come to, whatever the period and the filters."""

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.days.workdays import workdays_between
from inspector.domain.figures.figure_facts import FigureScope, Phase
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.visit.roster_event import RosterSubject
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.period_figures import SummaryFigures
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace.recomputed import CATEGORIES, half_up, rows, visit
from tests.workspace.visiting import Clock, add_site
from tests.written_once import Written

TODAY = date(2026, 11, 27)
SPANS = [
    span_of(SpanKind.MONTH, TODAY),
    span_of(SpanKind.WEEK, date(2026, 11, 20)),
    span_of(SpanKind.QUARTER, TODAY),
    span_of(SpanKind.YEAR, TODAY),
    Span(date(2026, 11, 20), date(2026, 11, 20)),
    Span(date(2026, 10, 10), date(2026, 11, 11)),
]


@pytest.fixture(scope="module")
def demo(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    sample = written(write_demo, 90, 5, TODAY, rounds=True)
    folder = shutil.copytree(sample, tmp_path_factory.mktemp("demo") / "data")
    clock = Clock(datetime(2026, 11, 27, 12).astimezone())
    with closing(Workspace(folder, clock)) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def raw(demo: Workspace) -> list[dict[str, Any]]:
    """Every completed visit with its score from its answers, and its findings."""
    path = demo.database.path
    found = rows(
        path,
        "SELECT inspection.*, pack.pack_id, pack.version FROM inspection JOIN pack"
        " ON hash = pack_hash WHERE state = 'completed' ORDER BY day, started_at",
    )
    for one in found:
        scored = one["kind"] not in ("patrol", "recheck", "voice")
        one["came to"], cards = visit(path, one, reviewed=True) if scored else ({}, {})
        one["cards"] = [
            row | {"came to": cards[row["id"]]}
            for row in rows(
                path,
                "SELECT * FROM scorecard WHERE inspection_id = ? AND NOT left_out"
                " AND scope = 'window'",
                one["id"],
            )
            if scored
        ]
        one["findings"] = rows(
            path,
            "SELECT * FROM finding WHERE inspection_id = ? AND state <> 'withdrawn'",
            one["id"],
        )
    return found


def read(workspace: Workspace, scope: FigureScope, compared: Phase | None = None) -> SummaryFigures:
    calendar = workspace.holidays.calendar()
    return workspace.figures.read(scope, workspace.now().date(), calendar, compared)


def walked(visit: dict[str, Any]) -> bool:
    """A patrol or recheck; what the public said has a figure of its own."""
    return not visit["came to"] and visit["kind"] != "voice"


def within(raw: list[dict[str, Any]], scope: FigureScope) -> list[dict[str, Any]]:
    first, last = str(scope.span.first), str(scope.span.last)
    return [
        one
        for one in raw
        if first <= one["day"] <= last
        and (not scope.site_ids or one["site_id"] in scope.site_ids)
        and (scope.pack is None or scope.pack.id == one["pack_id"])
    ]


def mean(values: list[int]) -> int | None:
    return half_up(Fraction(sum(values), len(values))) if values else None


def scopes(demo: Workspace) -> Iterator[FigureScope]:
    sites = demo.rosters.sites()
    pack = read(demo, FigureScope(span_of(SpanKind.YEAR, TODAY))).packs[0]
    for span in SPANS:
        yield FigureScope(span)
        yield FigureScope(span, (sites[0].id,))
        yield FigureScope(span, tuple(site.id for site in sites[1:4]))
        yield FigureScope(span, pack=pack)


def key_of(visits: list[dict[str, Any]]) -> tuple[Any, ...]:
    scored = [one for one in visits if one["came to"]]
    findings = [finding for one in scored for finding in one["findings"]]
    return (
        len(scored),
        len({card["window_id"] for one in scored for card in one["cards"]}),
        mean([one["came to"]["score"] for one in scored if one["came to"]["enough"]]),
        len(findings),
        sum(finding["state"] == "closed" for finding in findings),
        sum(f["state"] != "closed" and f["deadline"] < str(TODAY) for f in findings),
        sum(finding["times_at_window"] > 1 for finding in findings),
        sum(one["came to"]["vetoes"] for one in scored),
        sum(len(v["findings"]) for v in visits if walked(v)),
        *voiced(visits),
    )


def voiced(visits: list[dict[str, Any]]) -> tuple[int, int, int]:
    """What the public said: raised, put right, overdue."""
    said = [finding for one in visits if one["kind"] == "voice" for finding in one["findings"]]
    late = sum(each["state"] != "closed" and each["deadline"] < str(TODAY) for each in said)
    return len(said), sum(each["state"] == "closed" for each in said), late


@pytest.mark.ci
def test_the_key_figures_are_recomputed(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    for scope in scopes(demo):
        figures = read(demo, scope)
        for key, own in ((figures.key, scope), (figures.before, scope.over(scope.span.before))):
            expected = key_of(within(raw, own))
            if key is None:
                assert not expected[0], own
                continue
            counts = key.findings
            assert (
                key.visits, key.windows, key.mean, counts.raised, counts.closed, counts.overdue,
                key.repeats, key.vetoes, key.patrol_findings,
                key.voiced.raised, key.voiced.closed, key.voiced.overdue,
            ) == expected, own  # fmt: skip


@pytest.mark.ci
def test_the_ranking_is_recomputed(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    for scope in scopes(demo):
        groups = defaultdict(list)
        for one in within(raw, scope):
            groups[one["site_id"], one["pack_id"]].append(one)
        expected = {}
        for key, visits in groups.items():
            scored = [one["came to"] for one in visits if one["came to"]]
            ranked = [own for own in scored if own["enough"]]
            findings = [f for one in visits if one["came to"] for f in one["findings"]]
            if scored:
                expected[key] = (
                    len(scored),
                    len({card["window_id"] for one in visits for card in one["cards"]}),
                    {
                        c: mean([s["rates"][c] for s in ranked if s["rates"][c] is not None])
                        for c in CATEGORIES
                    },
                    mean([s["bonus"] for s in ranked]),
                    sum(s["vetoes"] for s in scored),
                    mean([s["score"] for s in ranked]),
                    len(findings),
                    sum(finding["state"] == "closed" for finding in findings),
                    sum(len(one["findings"]) for one in visits if walked(one)),
                    *voiced(visits),
                )
        lines = read(demo, scope).lines
        assert {
            (line.site_id, line.pack.id): (
                line.visits, line.windows, {c.value: rate for c, rate in line.rates.items()},
                line.bonus, line.vetoes, line.total, line.findings.raised, line.findings.closed,
                line.patrol_findings,
                line.voiced.raised, line.voiced.closed, line.voiced.overdue,
            )
            for line in lines
        } == expected, scope  # fmt: skip
        for pack in {line.pack for line in lines}:
            own = [line for line in lines if line.pack == pack]
            standing = [(bool(line.vetoes), -(line.total or 0)) for line in own]
            assert standing == sorted(standing)
            assert [line.rank for line in own] == [1 + standing.index(at) for at in standing]


def workbook(demo: Workspace, extent: Extent) -> tuple[SiteSummary, ...]:
    """The lines of 检查汇总表, but for what only its charts tell."""
    return tuple(replace(line, by_category={}) for line in demo.reports.summary(extent))


@pytest.mark.ci
def test_the_ranking_is_that_of_the_workbook(demo: Workspace) -> None:
    """The page and 检查汇总表 agree, also on the period before."""
    sites = demo.rosters.sites()
    for span in SPANS:
        period = Period(span.first, span.last)
        assert read(demo, FigureScope(span)).lines == workbook(demo, Extent(period))
        for site in sites[:2]:
            lines = read(demo, FigureScope(span, (site.id,))).lines
            if lines:
                assert lines == workbook(demo, Extent(period, site.name))
        several = sites[1:4]
        lines = read(demo, FigureScope(span, tuple(site.id for site in several))).lines
        if lines:
            assert lines == workbook(demo, Extent.of(period, [site.name for site in several]))


@pytest.mark.ci
def test_what_patrols_found_is_told_apart(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    """Counted once: with the score or beside it, on the page and in 检查汇总表 alike."""
    found = 0
    for scope in scopes(demo):
        figures, own = read(demo, scope), within(raw, scope)
        by_site: Counter[str] = Counter()
        for one in own:
            if walked(one):
                by_site[one["site_id"]] += len(one["findings"])
        assert {
            line.site_id: line.patrol_findings for line in figures.rectification
            if line.patrol_findings
        } == {site: count for site, count in by_site.items() if count}  # fmt: skip
        assert figures.key.patrol_findings == sum(by_site.values())
        by_public = {
            line.site_id: (line.voiced.raised, line.voiced.closed, line.voiced.overdue)
            for line in figures.rectification
            if line.voiced.raised
        }
        assert by_public == {
            site: said
            for site in {one["site_id"] for one in own}
            if (said := voiced([one for one in own if one["site_id"] == site]))[0]
        }
        whole = sum(len(one["findings"]) for one in own)
        key = figures.key
        assert key.findings.raised + key.patrol_findings + key.voiced.raised == whole
        assert sum(line.findings.raised for line in figures.lines) == figures.key.findings.raised
        found += sum(by_site.values())
    assert found > 0


@pytest.mark.ci
def test_coverage_is_of_the_roster(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    figures = read(demo, FigureScope(SPANS[1]))
    windows = {site.id: len(demo.rosters.windows(site.id)) for site in demo.rosters.sites()}
    assert figures.roster == windows
    assert figures.key.roster == sum(windows.values())
    visited = {one["site_id"] for one in within(raw, figures.scope) if one["came to"]}
    names = [site.name for site in demo.rosters.sites() if site.id not in visited]
    assert list(figures.uninspected) == names


def test_what_was_added_by_mistake_and_taken_back_is_not_in_the_coverage(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 11, 20, 9).astimezone())
    with closing(Workspace(tmp_path / "data", clock)) as workspace:
        steps, site = workspace.roster_steps, add_site(workspace)
        own = len(workspace.rosters.windows(site.id))
        steps.undo(steps.add_window(site.id, "1", "comprehensive").batch)
        slip = steps.add_site("1")
        steps.add_window(slip.id, "1", "comprehensive")
        assert counted(workspace) == {site.id: own, slip.id: 1}
        steps.undo(slip.batch)  # and its window with it
        assert counted(workspace) == {site.id: own}
        late = steps.add_window(site.id, "2", "comprehensive")
        clock.moment += timedelta(days=1)
        steps.end(RosterSubject.WINDOW, [late.id])  # it stood for a day
        assert counted(workspace) == {site.id: own + 1}


def counted(workspace: Workspace) -> dict[str, int]:
    return dict(read(workspace, FigureScope(span_of(SpanKind.MONTH, TODAY))).roster)


@pytest.mark.ci
def test_coverage_with_a_checklist_is_of_the_sites_inspected_with_it(demo: Workspace) -> None:
    windows = {site.id: len(demo.rosters.windows(site.id)) for site in demo.rosters.sites()}
    whole = read(demo, FigureScope(SPANS[1]))
    assert len(whole.packs) > 1
    for pack in whole.packs:
        own = {line.site_id for line in whole.lines if line.pack == pack}
        figures = read(demo, FigureScope(SPANS[1], pack=pack))
        assert own <= set(figures.roster) < set(windows)
        assert figures.key.roster == sum(windows[site] for site in figures.roster)
        assert figures.key.windows <= figures.key.roster


@pytest.mark.ci
def test_the_trend_is_recomputed(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    for scope in scopes(demo):
        for part in read(demo, scope).parts:
            own = within(raw, scope.over(part.span))
            scores = defaultdict(list)
            for one in own:
                if one["came to"] and one["came to"]["enough"]:
                    scores[one["pack_id"]].append(one["came to"]["score"])
            assert {pack.id: value for pack, value in part.means.items()} == {
                pack: mean(values) for pack, values in scores.items()
            }
            assert part.visits == sum(bool(one["came to"]) for one in own)
            assert part.findings == sum(len(v["findings"]) for v in own if v["came to"]), part


@pytest.mark.ci
def test_frequent_items_are_recomputed(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    for scope in scopes(demo):
        findings, visits, of = Counter[Any](), Counter[Any](), Counter[Any]()
        for one in within(raw, scope):
            of[one["pack_id"]] += bool(one["came to"])
            if not one["came to"]:
                continue
            own = Counter(f["item_id"] for f in one["findings"] if f["item_id"])
            for item, count in own.items():
                findings[one["pack_id"], item] += count
                visits[one["pack_id"], item] += 1
        lines = read(demo, scope).items
        for line in lines:
            key = (line.item.pack.id, line.item.item_id)
            assert (line.item.findings, line.item.visits) == (findings[key], visits[key])
            assert line.item.of == of[line.item.pack.id]
            assert line.example.item_text
        least = sorted(findings.values(), reverse=True)[: len(lines)]
        assert [line.item.findings for line in lines] == least
        assert len(lines) == min(20, len(findings))


@pytest.mark.ci
def test_windows_and_staff_are_recomputed(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    late = [
        finding
        for one in raw
        for finding in one["findings"]
        if finding["state"] != "closed" and finding["deadline"] < str(TODAY)
    ]
    for scope in scopes(demo):
        figures = read(demo, scope)
        cards = defaultdict(list)
        for one in within(raw, scope):
            for card in one["cards"]:
                cards["", one["pack_id"], one["site_id"], card["window_number"]].append(card)
                if card["staff_number"]:
                    cards["staff", one["pack_id"], one["site_id"], card["staff_number"]].append(
                        card
                    )
        expected = {}
        for key, own in cards.items():
            ranked = [card for card in own if card["came to"]["enough"]]
            scores = [c["came to"]["score"] for c in ranked if c["came to"]["score"] is not None]
            column = "staff_number" if key[0] else "window_number"
            expected[key] = (
                len(ranked),
                mean(scores),
                sum(card["came to"]["vetoes"] for card in own),
                sum(f["site_id"] == key[2] and f[column] == key[3] for f in late),
            )
        assert {
            (
                "staff" if each.staff_number else "", each.pack.id, each.site_id,
                each.staff_number or each.window_number,
            ): (each.times, each.mean, each.vetoes, each.overdue)
            for each in (*figures.windows, *figures.staff)
        } == expected  # fmt: skip


@pytest.mark.ci
def test_what_is_open_is_aged_in_workdays(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    calendar = demo.holidays.calendar()
    for scope in scopes(demo):
        ages = Counter[Any]()
        for one in within(raw, scope):
            for finding in one["findings"] if one["came to"] else ():
                if finding["state"] != "closed":
                    found_on = date.fromisoformat(finding["day"])
                    age = workdays_between(found_on, TODAY, calendar)
                    ages[one["site_id"], next(n for n, m in enumerate((3, 7, 15, 999))
                                              if age <= m)] += 1  # fmt: skip
        figures = read(demo, scope)
        shown = figures.ageing.by_site
        assert {
            (site, n): count for site, own in shown.items() for n, count in enumerate(own) if count
        } == ages
        counts = figures.key.findings
        assert sum(figures.ageing.totals) == counts.raised - counts.closed


@pytest.mark.ci
def test_the_heat_map_of_windows_is_recomputed(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    for scope in scopes(demo):
        rates = defaultdict(list)
        for one in within(raw, scope):
            for card in filter(lambda each: each["came to"]["enough"], one["cards"]):
                for category, (_, _, rate) in card["came to"]["categories"].items():
                    if rate is not None:
                        rates[one["pack_id"], card["window_id"], category].append(rate)
        assert {
            (line.pack.id, line.window_id, category.value): rate
            for line in demo.figures.windows(scope)
            for category, rate in line.rates.items()
        } == {key: mean(own) for key, own in rates.items()}


@pytest.mark.ci
def test_a_figure_leads_to_its_visits(demo: Workspace, raw: list[dict[str, Any]]) -> None:
    for scope in scopes(demo):
        own = [one for one in within(raw, scope) if one["came to"]]
        shown = demo.figures.visits(scope)
        assert [row.id for row in shown] == [one["id"] for one in reversed(own)]
        for row, one in zip(shown, reversed(own), strict=True):
            came_to = one["came to"]
            assert (row.total, row.grade, row.vetoes, row.windows, row.findings) == (
                came_to["score"], came_to["grade"], came_to["vetoes"], came_to["windows"],
                len(one["findings"]),
            )  # fmt: skip
        card = own[-1]["cards"][0] if own else None
        if card:
            assert [row.id for row in demo.figures.visits(scope, window_id=card["window_id"])] == [
                one["id"]
                for one in reversed(own)
                if any(
                    each["window_id"] == card["window_id"] and each["came to"]["enough"]
                    for each in one["cards"]
                )
            ]


@pytest.mark.ci
def test_an_empty_period_says_where_the_nearest_visits_are(
    demo: Workspace, raw: list[dict[str, Any]]
) -> None:
    scored = [one["day"] for one in raw if one["came to"]]
    ahead = read(demo, FigureScope(Span(date(2027, 1, 1), date(2027, 1, 31))))
    assert ahead.is_empty
    assert ahead.nearest == (date.fromisoformat(scored[-1]), None)
    early = read(demo, FigureScope(Span(date(2001, 1, 1), date(2001, 1, 31))))
    assert early.nearest == (None, date.fromisoformat(scored[0]))
    assert (early.lines, early.lists, early.before, early.items) == ((), (), None, ())
    sunday = Span(date(2026, 11, 22), date(2026, 11, 22))
    before, after = read(demo, FigureScope(sunday)).nearest
    assert before is not None
    assert str(before) == max(day for day in scored if day < "2026-11-22")
    assert after is not None
    assert str(after) == min(day for day in scored if day > "2026-11-22")


@pytest.mark.ci
def test_every_category_is_in_the_ranking(demo: Workspace) -> None:
    lines = read(demo, FigureScope(SPANS[0])).lines
    assert lines
    assert all(set(line.rates) == set(Category) for line in lines)
    assert all(isinstance(line.pack, PackFamily) for line in lines)


@pytest.mark.ci
def test_two_days_before_the_last_visit(demo: Workspace) -> None:
    """A day's trend is read around it, its figures are its own."""
    day = date(2026, 11, 20)
    figures = read(demo, FigureScope(Span(day, day)))
    assert figures.parts[-1].span.first == day
    assert figures.parts[0].span.first == day - timedelta(days=13)
    assert figures.parts[-1].visits == figures.key.visits
