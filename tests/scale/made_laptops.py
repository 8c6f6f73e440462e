"""Rows of laptops that never were, as `published_rows` makes them: the same for the same number."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from inspector.storage.city.city_ledger import Batch, Publication
from inspector.storage.city.ledger_digest import digest
from inspector.storage.city.ledger_tables import (
    FINDING,
    FINDING_STANDING,
    KNOWN_OBJECT,
    SCORECARD,
    VISIT,
    Sort,
)

VISITS, WINDOWS, FINDINGS = 250, 8, 5
"""Of a laptop; of a visit, which has its public area beside the windows."""

SHARED = 25
"""Of so many visits the first two are parts of one (分头检查)."""

_FIRST_DAY, _DAYS = date(2026, 1, 1), 365
_HALLS = 500
_PACKS = ("government-hall", "telecom-hall", "hospital", "bank", "coach-station")
_CATEGORIES = ("civil-language", "service-manners", "operating-norms", "environment")
_TEXTS = (
    "说“不知道”", "未迎送问候", "缺饮用水；登记栏有，实物未见", "评价码扫不开",
    "离岗未放置暂停服务牌，群众等候约六分钟",
)  # fmt: skip
_ITEMS = ("no-forbidden-words", "rise-to-greet", "amenities", "evaluator", "away-sign")


@dataclass(frozen=True, slots=True)
class Made:
    """What one laptop publishes at once."""

    publication: Publication
    batch: Batch


def made_laptop(number: int) -> Made:
    """Return a laptop's year: sealed visits, their windows, findings, and two standings of each."""
    drawn = random.Random(number)
    laptop, publication = _id(drawn), _id(drawn)
    rows: dict[str, list[tuple[object, ...]]] = {
        table.name: [] for table in (KNOWN_OBJECT, VISIT, SCORECARD, FINDING, FINDING_STANDING)
    }
    for visit in range(VISITS):
        for table, row in _visit(drawn, number, visit, laptop, publication):
            rows[table].append(row)
    told = Publication(
        publication, laptop, f"{number:03X}", f"第{number}台", "", "2026-12-31T18:00:00+08:00",
        "made", 0, "", VISITS, digest(number),
    )  # fmt: skip
    return Made(told, rows)


def told_again(made: Made, number: int) -> Made:
    """Return what another laptop publishes that knows all of one's visits, and nothing else."""
    drawn = random.Random(number)
    laptop, publication = _id(drawn), _id(drawn)
    rows: dict[str, list[tuple[object, ...]]] = {}
    for table in (KNOWN_OBJECT, VISIT, SCORECARD, FINDING, FINDING_STANDING):
        by, told = table.names.index("laptop"), table.names.index("publication")
        for row in made.batch[table.name]:
            own = list(row)
            own[told] = publication
            if table.sort is Sort.VERSION:  # an object has its maker for ever
                own[by] = laptop
            rows.setdefault(table.name, []).append(tuple(own))
    return Made(replace(made.publication, id=publication, laptop=laptop), rows)


def hall(number: int) -> str:
    """Return the name of the hall where a laptop inspects; several inspect one."""
    return f"第{number % _HALLS + 1}政务大厅"


def _visit(
    drawn: random.Random, number: int, at: int, laptop: str, publication: str
) -> Iterator[tuple[str, tuple[object, ...]]]:
    key, kind = _id(drawn), drawn.choice(("covert", "open"))
    shared: tuple[object, ...] = (None, None, None)
    first = at
    if at % SHARED < 2:  # two parts of one visit
        first = at - at % SHARED
        kind, shared = "covert", (digest(number, first), 20, 80)
    day = _FIRST_DAY + timedelta((first * _DAYS // VISITS + number) % _DAYS)
    moment = f"{day}T09:{at % 60:02}:00+08:00"
    of = (f"{day:%Y-%m}", f"{day}", hall(number), kind, "full", _PACKS[number % 5], "2026.3")
    score = drawn.randint(6000, 10000)
    told = digest(key, score, moment)
    end = (laptop, publication, told)
    yield KNOWN_OBJECT.name, ("visit", key, *end)
    yield VISIT.name, (
        key, *of, "市政务服务局", "全面实施", "", moment, moment, 2, "", WINDOWS,
        *_scores(drawn, score, 400), 1, 1, digest(key), *shared, *end,
    )  # fmt: skip
    cards = [_id(drawn) for _ in range(WINDOWS + 1)]
    for place, card in enumerate(cards):
        yield SCORECARD.name, (
            card, key, *of, "window" if place else "public", f"{place}号窗口" if place else "",
            "comprehensive" if place else "", f"{1000 + place}" if place else "", "", "综合部",
            *_scores(drawn, drawn.randint(6000, 10000), 48), 1, *end,
        )  # fmt: skip
    for finding in range(FINDINGS):
        own, window = _id(drawn), drawn.randrange(WINDOWS + 1)
        which = drawn.randrange(len(_TEXTS))
        yield FINDING.name, (
            own, key, f"{day:%y%m}-{number:03X}-{at:03}{finding}", of[0], of[1], of[2],
            f"{window}号窗口" if window else "公共区域", f"{1000 + window}", _CATEGORIES[which % 4],
            _ITEMS[which], "不说服务忌语，群众走近时主动问候", _TEXTS[which], 300, 0, "staff",
            moment, *end,
        )  # fmt: skip
        for steps, state in ((2, "rectifying"), (4, drawn.choice(("closed", "reported")))):
            closed = f"{day + timedelta(7)}T10:00:00+08:00" if state == "closed" else None
            yield FINDING_STANDING.name, (
                own, of[0], of[2], key, steps, digest(own, steps), "当场纠正", "综合部", "",
                "", "timed", f"{day + timedelta(10)}", state, closed, 1, 0, "",
                "已组织学习并现场演练" if steps == 4 else "", of[1] if steps == 4 else None, None,
                "", None, "", None, None, None, "", 1, 1, laptop, publication,
                digest(own, steps, state),
            )  # fmt: skip


def _scores(drawn: random.Random, score: int, asked: int) -> tuple[object, ...]:
    return (score, 0, 0, "良好", asked - drawn.randrange(5), asked)


def _id(drawn: random.Random) -> str:
    return str(UUID(int=drawn.getrandbits(128), version=4))
