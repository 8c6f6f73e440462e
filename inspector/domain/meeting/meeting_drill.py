"""What a morning meeting practises: the steps or the phrases of a site's own pack (DOMAIN §1.1)."""

import re
from collections.abc import Sequence
from datetime import date

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.meeting.meeting import Drill

_STEP = re.compile("第[一二三四五六七八九十]+步")

SET_SIZE = 5
"""Phrases practised in one meeting: what fits beside everything else."""


def drills_of(pack: Pack) -> list[Drill]:
    """Return what can be practised with a pack: its steps first, then its phrases set by set."""
    items = pack.items_for(Scope.WINDOW)
    drills: list[Drill] = []
    steps = [item for item in items if _STEP.match(item.text)]
    if len(steps) > 1:
        drills.append(Drill(f"业务受理{_in_chinese(len(steps))}步曲", _texts(steps)))
    for category, title in (
        (Category.CIVIL_LANGUAGE, "文明用语"),
        (Category.ETIQUETTE, "服务礼仪"),
    ):
        own = [item for item in items if item.category is category and not item.is_bonus]
        sets = [own[at : at + SET_SIZE] for at in range(0, len(own), SET_SIZE)]
        drills.extend(
            Drill(title if len(sets) == 1 else f"{title}（{number}/{len(sets)}）", _texts(each))
            for number, each in enumerate(sets, 1)
        )
    return drills


def drill_of_the_day(pack: Pack, day: date) -> Drill | None:
    """Return the drill of a day: steps every other day, the phrases in turn on the days between.

    Without steps, the phrases in turn; None for a pack with nothing to practise.
    """
    drills = drills_of(pack)
    if not drills:
        return None
    steps = [drill for drill in drills if drill.title.endswith("步曲")]
    others = [drill for drill in drills if drill not in steps]
    number = day.toordinal()
    if steps and (number % 2 == 0 or not others):
        return steps[0]
    return others[(number // 2 if steps else number) % len(others)]


def _texts(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(item.text for item in items)


def _in_chinese(number: int) -> str:
    digits = "零一二三四五六七八九十"
    return digits[number] if number <= 10 else str(number)
