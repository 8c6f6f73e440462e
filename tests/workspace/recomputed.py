"""Scores from the raw rows of a database, by plain arithmetic and none of the program's code.

DESIGN §6 for packs with the policy of those that ship, and of those that shipped before: 不适用 is
left out, 扣完为止, a veto fails; points are taken off directly, or rates weighed.
"""

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

CATEGORIES = ("etiquette", "civil-language", "operating-norms", "cleanliness")

Raw = dict[str, Any]


def rows(path: Path, sql: str, *values: object) -> list[Raw]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql, values)]


def half_up(number: Fraction) -> int:
    return int(number + Fraction(1, 2))


def hundredths(number: object) -> int:
    return int(Fraction(str(number)) * 100)


def pack_of(path: Path, inspection: Raw) -> Raw:
    (row,) = rows(path, "SELECT content FROM pack WHERE hash = ?", inspection["pack_hash"])
    pack: Raw = json.loads(row["content"], parse_float=Fraction)
    policy = {
        "bonus_cap": 5, "floor": "item", "not_applicable": "exclude", "public_area_share": 20,
        "samples": "worst", "veto": "fail",
    }  # fmt: skip
    direct = {**policy, "total": "deduct", "ranked_from": 80}
    assert pack["pack"]["policy"] in (policy, direct)
    return pack


def deducts(pack: Raw) -> bool:
    """Points are taken off directly."""
    return "total" in pack["pack"]["policy"]


def costs(item: Raw) -> int:
    """What one unit costs: as the item says, else by its gravity; a red line has no points."""
    if "each" in item["rule"]:
        return hundredths(item["rule"]["each"])
    if item.get("veto"):
        return 0
    return {"minor": 100, "major": 300, "severe": 500}[item.get("gravity", "minor")]


def is_asked(item: Raw, card: Raw, kind: str) -> bool:
    """Whether a visit of a kind asks an item on a scorecard; of records it asks the site."""
    methods = item.get("method", [])
    if kind == "covert" and methods and not {"look", "listen", "test"} & set(methods):
        return False
    scope = "public" if methods == ["records"] else item.get("scope", "window")
    kinds = item.get("window_kinds", [])
    return scope == card["scope"] and (not kinds or card["window_kind"] in kinds)


def points(item: Raw, answer: Raw) -> int:
    """What a deduction leaves."""
    rule = item["rule"]
    if rule["kind"] == "deduct":
        left = hundredths(item["full"]) - costs(item) * int(answer["count"])
        return max(0, left)
    if rule["kind"] == "choice":
        return hundredths(rule["options"][answer["option"]]["points"])
    for band in rule["bands"]:
        if "upto" not in band or answer["measured"] <= hundredths(band["upto"]):
            return hundredths(band["points"])
    raise AssertionError("no band")


def grade(pack: Raw, score: int | None, vetoes: int) -> str:
    grades = pack["pack"]["grade"]
    if vetoes:
        return str(grades[-1]["title"])
    if score is None:
        return ""
    return str(next(g["title"] for g in grades if score >= hundredths(g["from"])))


def appeals(path: Path, inspection: Raw) -> dict[tuple[str, str], int | None]:
    """What appeals left of deductions, by scorecard and item: points, or None where withdrawn.

    Read from the events alone: a step that was taken back never happened, and an appeal that was
    turned down leaves what there was.
    """
    left: dict[tuple[str, str], int | None] = {}
    for finding in rows(path, "SELECT * FROM finding WHERE inspection_id = ?", inspection["id"]):
        events = rows(
            path, "SELECT * FROM finding_event WHERE finding_id = ? ORDER BY at, id", finding["id"]
        )
        gone = {json.loads(e["content"])["event_id"] for e in events if e["kind"] == "reverted"}
        for event in events:
            said = json.loads(event["content"])
            if event["kind"] != "appeal-decided" or event["id"] in gone:
                continue
            if said["outcome"] != "upheld":
                withdrawn = said["outcome"] == "withdrawn"
                place = (finding["scorecard_id"], finding["item_id"])
                left[place] = None if withdrawn else said["deduction"]
    return left


def scorecard(
    path: Path,
    pack: Raw,
    card: Raw,
    kind: str,
    left: dict[tuple[str, str], int | None] | None = None,
) -> Raw:
    """The score of one scorecard of a visit of a kind, and got, full and rate by category.

    `left`: after appeals.
    """
    answers = {
        answer["item"]: answer
        for answer in rows(path, "SELECT * FROM answer WHERE scorecard = ?", card["key"])
    }
    got: dict[str, int] = defaultdict(int)
    full: dict[str, int] = defaultdict(int)
    bonus = vetoes = 0
    there, counted = set(), set()
    for category in CATEGORIES:
        for item in pack[category].get("item", []):
            if not is_asked(item, card, kind):
                continue
            if item["rule"]["kind"] != "bonus":
                there.add(category)
            answer = answers.get(item["id"])
            if answer is None or answer["verdict"] in ("na", "unseen"):
                continue
            if item["rule"]["kind"] == "bonus":
                bonus += hundredths(item["rule"]["each"]) * answer["count"]
                continue
            counted.add(category)
            bad = answer["verdict"] == "deduct"
            full[category] += hundredths(item["full"])
            place = (card["id"], item["id"])
            lost = hundredths(item["full"]) - points(item, answer) if bad else 0
            if left and place in left:
                lost, bad = left[place] or 0, left[place] is not None
            got[category] += hundredths(item["full"]) - lost
            vetoes += bad and item.get("veto", False)
    weights = pack["pack"]["weights"]
    bonus = min(bonus, 500)
    if deducts(pack):
        worth = of_weights(weights, there)
        gone = {c: full[c] - got[c] for c in CATEGORIES}
        rest = {c: max(0, worth[c] - gone[c]) for c in CATEGORIES}
        shares = {
            c: Fraction(rest[c] * 10000, worth[c]) if worth[c] and c in counted else None
            for c in CATEGORIES
        }
        score = sum(rest.values()) + bonus if counted else None
        return came_to(pack, score, bonus, vetoes, (rest, worth, shares))
    rates = {c: Fraction(got[c] * 10000, full[c]) if full[c] else None for c in CATEGORIES}
    present = sum(weights[c] for c in CATEGORIES if full[c])
    total = sum((rate * weights[c] for c, rate in rates.items() if rate is not None), Fraction(0))
    score = half_up(total / present) + bonus if present else None
    return came_to(pack, score, bonus, vetoes, (got, full, rates))


def of_weights(weights: Raw, there: set[str]) -> dict[str, int]:
    """100 points over the categories that are asked, by largest remainder."""
    present = sum(weights[c] for c in there)
    exact = {c: Fraction(weights[c] * 10000, present) if c in there else 0 for c in CATEGORIES}
    points = {c: int(value) for c, value in exact.items()}
    by_rest = sorted(CATEGORIES, key=lambda c: points[c] - exact[c])
    for category in by_rest[: 10000 - sum(points.values())]:
        points[category] += 1
    return points


def came_to(
    pack: Raw, score: int | None, bonus: int, vetoes: int, parts: tuple[Any, Any, Any]
) -> Raw:
    got, full, rates = parts
    return {
        "score": score,
        "bonus": bonus,
        "vetoes": vetoes,
        "grade": grade(pack, score, vetoes),
        "categories": {
            c: (got[c], full[c], None if rate is None else half_up(rate))
            for c, rate in rates.items()
        },
    }


def shared(windows: list[int], public: int | None) -> int | None:
    """The windows' mean at 80 % and the public area at 20 %."""
    if not windows:
        return public
    mean = Fraction(sum(windows), len(windows))
    return half_up(mean if public is None else mean * 80 / 100 + Fraction(public * 20, 100))


def visit(path: Path, inspection: Raw, *, reviewed: bool = False) -> tuple[Raw, dict[str, Raw]]:
    """The score of a visit, and those of its scorecards by their id; `reviewed`: after appeals."""
    left = appeals(path, inspection) if reviewed else None
    pack = pack_of(path, inspection)
    cards = rows(
        path,
        "SELECT * FROM scorecard WHERE inspection_id = ? AND NOT left_out",
        inspection["id"],
    )
    scores = {card["id"]: scorecard(path, pack, card, inspection["kind"], left) for card in cards}
    windows = [scores[c["id"]] for c in cards if c["scope"] == "window"]
    public = next((scores[c["id"]] for c in cards if c["scope"] == "public"), None)

    def both(value: Any) -> int | None:  # noqa: ANN401 -- takes a value out of a score
        own = [value(score) for score in windows if value(score) is not None]
        return shared(own, value(public) if public else None)

    score = both(lambda s: s["score"])
    vetoes = sum(s["vetoes"] for s in scores.values())
    return {
        "score": score,
        "bonus": both(lambda s: s["bonus"]),
        "vetoes": vetoes,
        "windows": len(windows),
        "grade": grade(pack, score, vetoes),
        "rates": {c: both(lambda s, c=c: s["categories"][c][2]) for c in CATEGORIES},
    }, scores
