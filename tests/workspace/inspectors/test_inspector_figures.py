"""What inspectors found and how strictly, recomputed from the tables by separate code."""

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from inspector.domain.people.inspector import Inspector
from inspector.domain.visit.inspection import InspectionKind
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.preferences import STRICTNESS_LEAST
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, add_site, answer_all, items, start
from tests.written_once import Written

DAY = date(2026, 11, 27)
YEAR = (date(2025, 11, 28), DAY)


def write_sample(folder: Path) -> None:
    write_demo(folder, 16, 3, DAY)


def counted_again(folder: Path) -> dict[str, tuple[int, int, int, str, str]]:
    """Visits, windows, findings, own windows less others' and spread of each, by plain rows."""
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        made = connection.execute(
            "SELECT id, site_id, pack_hash, form, party FROM inspection WHERE state = 'completed'"
            " AND kind IN ('covert', 'open', 'cross') AND party IS NOT NULL"
        ).fetchall()
        packs = dict(connection.execute("SELECT hash, pack_id || '|' || weighing FROM pack"))
        cards = connection.execute(
            "SELECT s.inspection_id, s.score, s.bonus, s.vetoes, s.observed, s.asked, p.ranked_from"
            " FROM scorecard AS s JOIN inspection AS i ON i.id = s.inspection_id JOIN pack AS p ON"
            " p.hash = i.pack_hash WHERE s.scope = 'window' AND s.left_out = 0"
        ).fetchall()
        raised = [row[0] for row in connection.execute("SELECT inspection_id FROM finding")]
    who = {visit: {each[2] for each in json.loads(party) if each[2]}
           for visit, *_, party in made}  # fmt: skip
    part = {visit: (site, packs[pack], form) for visit, site, pack, form, _ in made}
    lost: dict[str, list[Fraction]] = defaultdict(list)
    for visit, score, bonus, vetoes, observed, asked, least in cards:
        is_ranked = asked is None or observed * 100 >= least * asked
        if is_ranked and visit in who and score is not None and not vetoes:
            lost[visit].append(Fraction(10000 - score + bonus, 100))
    told = {}
    for person in set().union(*who.values()):
        own = [visit for visit in who if person in who[visit]]
        terms: list[Fraction] = []
        others: set[str] = set()
        for visit in own:
            rest = [v for v in who if person not in who[v] and part[v] == part[visit] and lost[v]]
            theirs = [value for v in rest for value in lost[v]]
            if theirs:
                others.update(rest)
                terms += [
                    value - Fraction(sum(theirs, Fraction(0)), len(theirs)) for value in lost[visit]
                ]
        spread = f"{float(sum(terms) / len(terms)):.4f}" if terms else ""
        told[person] = (
            len(own),
            sum(len(lost[visit]) for visit in own),
            sum(visit in own for visit in raised),
            f"{len(terms)} {sum(len(lost[v]) for v in others)}",
            spread,
        )
    return told


@pytest.mark.ci
def test_the_figures_of_the_sample_recomputed(written: Written, tmp_path: Path) -> None:
    folder = written(write_sample)
    with closing(Workspace(folder)) as workspace:
        workspace.preferences.set(STRICTNESS_LEAST, "1")
        figures = workspace.inspector_figures.of(*YEAR)
    again = counted_again(folder)
    assert {each.inspector.id for each in figures} == set(again)
    assert any(each.strictness.spread for each in figures)
    for each in figures:
        visits, windows, findings, compared, spread = again[each.inspector.id]
        assert (each.visits, each.windows, each.findings) == (visits, windows, findings)
        told = each.strictness
        assert f"{told.windows} {told.others}" == compared
        if spread:
            assert told.spread is not None
            assert abs(told.spread / 100 - float(spread)) <= 0.00501


def test_only_visits_of_a_known_party_that_are_ranked_count(workspace: Workspace) -> None:
    workspace.inspector_steps.add(Inspector("", "周敏"), Inspector("", "郑洁"))
    workspace.preferences.set(STRICTNESS_LEAST, "2")
    site = add_site(workspace)
    free = start(workspace, site)
    wrong = {1: [items(workspace, free)[0].id]}
    answer_all(workspace, free, wrong)
    workspace.inspections.complete(free)
    assert workspace.inspector_figures.of(*YEAR) == []
    for name, found in (("周敏", wrong), ("郑洁", {})):
        visit = start(workspace, site)
        workspace.inspections.name_inspectors(visit, [name])
        answer_all(workspace, visit, found)
        workspace.inspections.complete(visit)
    one, two = workspace.inspector_figures.of(*YEAR)
    assert (one.inspector.name, one.visits, one.windows, one.findings) == ("周敏", 1, 2, 1)
    assert (two.findings, two.strictness.windows, two.strictness.others) == (0, 2, 2)
    assert one.strictness.spread is not None
    assert two.strictness.spread is not None
    assert one.strictness.spread > 0 > two.strictness.spread
    duties = [Duty(window) for window in workspace.rosters.windows(site.id)]
    own, _ = workspace.inspections.start(
        site, InspectionKind.SELF, ["周敏"], PACK, duties, public_area=False
    )
    answer_all(workspace, own, wrong)
    workspace.inspections.complete(own)
    assert workspace.inspector_figures.of(*YEAR)[0].visits == 1
    workspace.preferences.set(STRICTNESS_LEAST, "3")
    assert workspace.inspector_figures.of(*YEAR)[0].strictness.spread is None
