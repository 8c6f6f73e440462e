"""Scores from the raw rows of a database, by plain arithmetic and none of the program's code.

DESIGN §6 for packs with the policy of those that ship, and of those before them: points are
deducted directly, or rates are weighed and 不适用 is left out; 扣完为止, a veto fails.
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
    policy = pack["pack"]["policy"]
    expected = {"bonus_cap": 5, "floor": "item", "public_area_share": 20, "veto": "fail"}
    assert policy.items() >= expected.items()
    assert policy.get("not_applicable", "exclude") == "exclude"
    assert policy.get("samples", "worst") == "worst"
    assert "scale" not in policy
    return pack


def is_direct(pack: Raw) -> bool:
    return bool(pack["pack"]["policy"].get("total") == "deduct")


def full_marks(item: Raw) -> int:
    return hundredths(item.get("full", 0))


def each_time(pack: Raw, item: Raw) -> int:
    """What one unit of a deduction costs: by gravity, where the item does not say."""
    if "each" in item["rule"]:
        return hundredths(item["rule"]["each"])
    if item.get("veto"):
        return 0
    points = {"minor": 1, "major": 3, "severe": 5, **pack["pack"]["policy"].get("points", {})}
    return hundredths(points[item.get("gravity", "minor")])


def divided(points: int, weights: dict[str, int]) -> dict[str, int]:
    """Points by weight: whole ones first, those left over where the most was cut off."""
    exact = {c: Fraction(points * w, sum(weights.values())) for c, w in weights.items()}
    whole = {c: int(part) for c, part in exact.items()}
    over = sorted(exact, key=lambda c: whole[c] - exact[c])[: points - sum(whole.values())]
    return {c: part + (c in over) for c, part in whole.items()}


def found_out_untold(item: Raw) -> bool:
    return not item.get("method") or bool({"look", "listen", "test"} & set(item["method"]))


def points(pack: Raw, item: Raw, answer: Raw) -> int:
    """What a deduction leaves."""
    rule = item["rule"]
    if rule["kind"] == "deduct":
        left = full_marks(item) - each_time(pack, item) * int(answer["count"])
        return max(0, left)
    if rule["kind"] == "choice":
        return hundredths(rule["options"][answer["option"]]["points"])
    if rule["kind"] == "cases":
        counts = json.loads(answer["cases"])
        named = zip(rule["cases"], counts, strict=False)
        lost = sum(hundredths(case["each"]) * int(count) for case, count in named)
        return max(0, full_marks(item) - lost)
    if rule["kind"] == "range":
        return max(0, full_marks(item) - int(answer["measured"]))
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


def seen_enough(pack: Raw, observed: int, applicable: int) -> bool:
    """Whether so much was observed that the result is ranked and has a grade."""
    return observed * 100 >= int(pack["pack"]["policy"].get("ranked_from", 0)) * applicable


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
    left: dict[tuple[str, str], int | None] | None = None,
    *,
    covert: bool = False,
) -> Raw:
    """The score of one scorecard, and got, full and rate by category; `left`: after appeals."""
    answers = {
        answer["item"]: answer
        for answer in rows(path, "SELECT * FROM answer WHERE scorecard = ?", card["key"])
    }
    got: dict[str, int] = defaultdict(int)
    full: dict[str, int] = defaultdict(int)
    bonus = vetoes = applicable = observed = 0
    asked_of: set[str] = set()
    counted: set[str] = set()
    for category in CATEGORIES:
        for item in pack[category].get("item", []):
            kinds = item.get("window_kinds", [])
            asked = item.get("scope", "window") == card["scope"] and (
                not kinds or card["window_kind"] in kinds
            )
            if covert and not found_out_untold(item):
                continue
            answer = answers.get(item["id"])
            if asked and item["rule"]["kind"] != "bonus":
                asked_of.add(category)
                if answer is not None and answer["verdict"] != "na":
                    applicable += 1
                    observed += answer["verdict"] != "unseen"
            if not asked or answer is None or answer["verdict"] in ("na", "unseen"):
                continue
            if item["rule"]["kind"] == "bonus":
                bonus += hundredths(item["rule"]["each"]) * answer["count"]
                continue
            bad = answer["verdict"] == "deduct"
            counted.add(category)
            full[category] += full_marks(item)
            place = (card["id"], item["id"])
            lost = full_marks(item) - points(pack, item, answer) if bad else 0
            if left and place in left:
                lost, bad = left[place] or 0, left[place] is not None
            got[category] += full_marks(item) - lost
            vetoes += bad and item.get("veto", False)
    weights = pack["pack"]["weights"]
    if is_direct(pack):
        whole = divided(10000, {c: weights[c] for c in CATEGORIES if c in asked_of})
        for category in CATEGORIES:
            lost = full[category] - got[category]
            full[category] = whole.get(category, 0)
            got[category] = max(0, full[category] - lost)
    rates = {c: Fraction(got[c] * 10000, full[c]) if full[c] else None for c in CATEGORIES}
    present = sum(weights[c] for c in CATEGORIES if full[c])
    total = sum((rate * weights[c] for c, rate in rates.items() if rate is not None), Fraction(0))
    bonus = min(bonus, 500)
    score = half_up(total / present) + bonus if present else None
    if is_direct(pack):
        score = sum(got.values()) + bonus if counted else None
        rates = {c: rate if c in counted else None for c, rate in rates.items()}
    enough = seen_enough(pack, observed, applicable)
    return {
        "score": score,
        "bonus": bonus,
        "vetoes": vetoes,
        "grade": grade(pack, score, vetoes) if enough or vetoes else "",
        "coverage": (observed, applicable),
        "enough": enough,
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
    covert = inspection["kind"] == "covert"
    scores = {card["id"]: scorecard(path, pack, card, left, covert=covert) for card in cards}
    windows = [scores[c["id"]] for c in cards if c["scope"] == "window"]
    public = next((scores[c["id"]] for c in cards if c["scope"] == "public"), None)

    def both(value: Any) -> int | None:  # noqa: ANN401 -- takes a value out of a score
        own = [value(score) for score in windows if value(score) is not None]
        return shared(own, value(public) if public else None)

    score = both(lambda s: s["score"])
    vetoes = sum(s["vetoes"] for s in scores.values())
    enough = seen_enough(
        pack, *map(sum, zip(*(s["coverage"] for s in scores.values()), strict=True))
    )
    return {
        "score": score,
        "bonus": both(lambda s: s["bonus"]),
        "vetoes": vetoes,
        "windows": len(windows),
        "grade": grade(pack, score, vetoes) if enough or vetoes else "",
        "enough": enough,
        "rates": {c: both(lambda s, c=c: s["categories"][c][2]) for c in CATEGORIES},
    }, scores
