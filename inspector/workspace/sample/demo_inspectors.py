"""The made-up inspectors of the sample: two groups, somebody who is away, and one who ended."""

import random
from dataclasses import replace
from datetime import date, timedelta

from inspector.domain.people.inspector import Inspector, Role
from inspector.workspace.sample.demo_identities import Identities
from inspector.workspace.workspace import Workspace

_OFFICE, _HOUSING, _HALL = "市文明办", "市住建局", "市政务大厅"

_FIRST = ("顾安宁", "秦晓雨", "方远舟")
_SECOND = ("陆平川", "叶青禾", "许望山")
"""Of each group the head first."""

_PEOPLE = (
    *(Inspector("", name, _OFFICE, group="第一组") for name in _FIRST),
    *(Inspector("", name, _HOUSING, group="第二组") for name in _SECOND),
    # Where they come from is inspected as well: a conflict of interest.
    Inspector("", "白鹭", _HALL, group="第二组"),
    Inspector("", "程一帆", _OFFICE),
)
_HEADS = {_FIRST[0], _SECOND[0]}
_AWAY, _ENDED = "许望山", "程一帆"


def add_inspectors(workspace: Workspace, identities: Identities, last_day: date) -> None:
    """Fill the roster of inspectors; what is drawn for the visits stays as it is without them."""
    steps = workspace.inspector_steps
    with identities.of(random.Random("inspectors")):
        roster = [
            replace(
                each,
                role=Role.HEAD if each.name in _HEADS else Role.MEMBER,
                away_first=last_day + timedelta(days=1) if each.name == _AWAY else None,
                away_last=last_day + timedelta(days=5) if each.name == _AWAY else None,
            )
            for each in _PEOPLE
        ]
        steps.add(*roster)
        steps.end([each.id for each in workspace.inspectors.all() if each.name == _ENDED])


def party_drawn(rng: random.Random, day: date) -> list[str]:
    """Return who makes a visit: the head of a group with one or both of the others."""
    head, *others = rng.choice((_FIRST, _SECOND))
    turn = day.toordinal() % (len(others) + 1)
    return [head, *(others[turn : turn + 1] or others)]
