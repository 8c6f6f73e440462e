"""The sample's newest visits were drawn, each as its seed says; one was not followed at once."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.plan.plan_draw import random_site
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace

LAST = date(2026, 11, 27)


@pytest.mark.ci
def test_each_draw_can_be_drawn_again(tmp_path: Path) -> None:
    write_demo(tmp_path / "data", 12, 1, LAST, rounds=True)
    with closing(Workspace(tmp_path / "data")) as workspace:
        (plan,) = workspace.plans.on(LAST)
        told = workspace.draws.told(plan)
        assert len(told) >= 4
        at_once = [each.visited == each.draw.at.date() for each in told]
        assert at_once == [False, *[True] * (len(told) - 1)]
        for each in told:
            assert random_site(each.draw.lots, each.draw.seed) == each.draw.site_name
