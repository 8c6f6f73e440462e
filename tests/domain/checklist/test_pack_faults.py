"""Every fault a pack can have, each brought about once: its place, what was found, what was due."""

from decimal import Decimal
from typing import NamedTuple

import pytest

from inspector.domain.faults import Fault, Problem
from tests.domain.checklist.raw_packs import GONE, read, spoilt
from tests.domain.faults import OF_FORMS, OF_HOLIDAYS, OF_RETURNED, OF_SCORE_SHEETS

HEAD_KEYS = "id, title, version, summary, weights, policy, grade, window_kind, columns, override"
ITEM_KEYS = (
    "id, text, full, gravity, rule, scope, window_kinds, method, must, veto, photo, responsible, "
    "requirement, deadline, phrases, basis, short, penalty, accumulates, heading, cells"
)
CATEGORIES = "etiquette, civil-language, operating-norms, cleanliness"
POLICIES = (
    "total, scale, points, not_applicable, floor, bonus_cap, veto, public_area_share, samples, "
    "drawn, ranked_from"
)
KINDS_OF_RULE = "deduct, choice, measure, cases, range, bonus"

GREET = "etiquette.item.0"
POLITE = "civil-language.item.0"
WAIT = "operating-norms.item.0"
FLOOR = "cleanliness.item.0"
KINDS, PHRASES = f"{GREET}.window_kinds", f"{GREET}.phrases"
BANDS, OPTIONS = f"{WAIT}.rule.bands", f"{FLOOR}.rule.options"


class Case(NamedTuple):
    """`value` is put at `path` of a valid pack; `place` is where the problem is, if elsewhere."""

    path: str
    value: object
    fault: Fault
    found: str = ""
    expected: str = ""
    place: str = ""


CASES = [
    # what has to be there
    Case("pack.id", GONE, Fault.MISSING, "", "id"),
    Case("pack.title", GONE, Fault.MISSING, "", "title"),
    Case("pack.title", "", Fault.MISSING, "", "title"),
    Case("pack.version", GONE, Fault.MISSING, "", "version"),
    Case("pack.weights.cleanliness", GONE, Fault.MISSING, "", "cleanliness", "pack.weights"),
    Case("pack.grade", GONE, Fault.MISSING, "", "[[grade]]"),
    Case("pack.grade", [], Fault.MISSING, "", "[[grade]]"),
    Case("pack.grade.0.title", GONE, Fault.MISSING, "", "title"),
    Case("pack.grade.2.from", GONE, Fault.MISSING, "", "from"),
    Case("pack.window_kind.1.id", GONE, Fault.MISSING, "", "id"),
    Case("pack.window_kind.1.title", GONE, Fault.MISSING, "", "title"),
    Case(f"{GREET}.id", GONE, Fault.MISSING, "", "id"),
    Case(f"{GREET}.text", GONE, Fault.MISSING, "", "text"),
    Case(f"{GREET}.full", GONE, Fault.MISSING, "", "full"),
    Case(f"{GREET}.rule", GONE, Fault.MISSING, "", "[rule]"),
    Case(f"{GREET}.rule.each", GONE, Fault.MISSING, "", "each"),
    Case(f"{GREET}.rule.unit", GONE, Fault.MISSING, "", "unit"),
    Case("etiquette.item.1.rule.each", GONE, Fault.MISSING, "", "each"),
    Case(f"{WAIT}.rule.unit", GONE, Fault.MISSING, "", "unit"),
    Case(BANDS, [{"points": 4}], Fault.TOO_FEW, "", "2 × { upto, points }"),
    Case(BANDS, GONE, Fault.TOO_FEW, "", "2 × { upto, points }"),
    Case(f"{BANDS}.2.points", GONE, Fault.MISSING, "", "points"),
    Case(OPTIONS, [{"title": "干净", "points": 3}], Fault.TOO_FEW, "", "2 × { title, points }"),
    Case(f"{OPTIONS}.2.points", GONE, Fault.MISSING, "", "points"),
    Case(f"{OPTIONS}.2.title", GONE, Fault.MISSING, "", "title"),
    # what nobody knows
    Case("pack.grades", [], Fault.UNKNOWN_KEY, "grades", HEAD_KEYS),
    Case("pack.weights.style", 5, Fault.UNKNOWN_KEY, "style", CATEGORIES),
    Case("pack.policy.cap", 5, Fault.UNKNOWN_KEY, "cap", POLICIES),
    Case("pack.grade.0.to", 100, Fault.UNKNOWN_KEY, "to", "title, from"),
    Case("pack.window_kind.0.name", "", Fault.UNKNOWN_KEY, "name", "id, title, aliases, usual"),
    Case("etiquette.items", [], Fault.UNKNOWN_KEY, "items", "item"),
    Case(f"{GREET}.point", 4, Fault.UNKNOWN_KEY, "point", ITEM_KEYS),
    Case(f"{GREET}.rule.options", [], Fault.UNKNOWN_KEY, "options", "kind, each, unit"),
    Case("etiquette.item.1.rule.cap", 5, Fault.UNKNOWN_KEY, "cap", "kind, each, unit"),
    Case(f"{WAIT}.rule.each", 1, Fault.UNKNOWN_KEY, "each", "kind, unit, bands"),
    Case(f"{BANDS}.0.from", 1, Fault.UNKNOWN_KEY, "from", "upto, points"),
    Case(f"{FLOOR}.rule.unit", "处", Fault.UNKNOWN_KEY, "unit", "kind, options"),
    Case(f"{OPTIONS}.0.text", "", Fault.UNKNOWN_KEY, "text", "title, points, finding"),
    # of another type
    Case("pack.version", Decimal("2026.1"), Fault.NOT_TEXT, "2026.1"),
    Case("pack.summary", 7, Fault.NOT_TEXT, "7"),
    Case(f"{GREET}.requirement", True, Fault.NOT_TEXT, "true"),
    Case(f"{GREET}.phrases", ["未微笑", 7], Fault.NOT_TEXT, "7", "", f"{GREET}.phrases.1"),
    Case("pack.policy.bonus_cap", "five", Fault.NOT_A_NUMBER, "five"),
    Case("pack.policy.bonus_cap", True, Fault.NOT_A_NUMBER, "true"),
    Case("pack.policy.bonus_cap", 0.5, Fault.NOT_A_NUMBER, "0.5"),  # never a binary float
    Case("pack.policy.bonus_cap", Decimal("NaN"), Fault.NOT_A_NUMBER, "NaN"),
    Case("pack.policy.bonus_cap", Decimal("Infinity"), Fault.NOT_A_NUMBER, "Infinity"),
    Case("pack.weights.etiquette", Decimal("24.5"), Fault.NOT_A_WHOLE_NUMBER, "24.5"),
    Case("pack.weights.etiquette", "25", Fault.NOT_A_WHOLE_NUMBER, "25"),
    Case("pack.policy.public_area_share", True, Fault.NOT_A_WHOLE_NUMBER, "true"),
    Case(f"{GREET}.deadline", "1", Fault.NOT_A_WHOLE_NUMBER, "1"),
    Case(f"{GREET}.veto", "yes", Fault.NOT_YES_OR_NO, "yes"),
    Case(f"{GREET}.veto", 1, Fault.NOT_YES_OR_NO, "1"),
    Case(f"{GREET}.phrases", "未微笑", Fault.NOT_A_LIST, "未微笑"),
    Case("pack.window_kind.0.aliases", "收银", Fault.NOT_A_LIST, "收银"),
    Case("pack.policy", "exclude", Fault.NOT_A_TABLE, "exclude"),
    Case("pack.grade.1", "合格", Fault.NOT_A_TABLE, "合格"),
    Case("civil-language.item.0", "您好", Fault.NOT_A_TABLE, "您好"),
    Case(f"{GREET}.rule", "deduct", Fault.NOT_A_TABLE, "deduct"),
    Case(f"{OPTIONS}.2", "脏", Fault.NOT_A_TABLE, "脏"),
    # out of bounds
    Case("pack.policy.bonus_cap", Decimal("0.005"), Fault.TOO_PRECISE, "0.005"),
    Case(f"{OPTIONS}.2.points", Decimal("0.125"), Fault.TOO_PRECISE, "0.125"),
    Case("pack.policy.bonus_cap", -1, Fault.OUT_OF_RANGE, "-1", "≥ 0"),
    Case(f"{POLITE}.full", -4, Fault.OUT_OF_RANGE, "-4", "> 0"),
    Case(f"{POLITE}.full", 0, Fault.OUT_OF_RANGE, "0", "> 0"),
    Case(f"{POLITE}.rule.each", 0, Fault.OUT_OF_RANGE, "0", "> 0"),
    Case("etiquette.item.1.rule.each", 0, Fault.OUT_OF_RANGE, "0", "> 0"),
    Case("pack.weights.etiquette", -25, Fault.OUT_OF_RANGE, "-25", "0–10000"),
    Case("pack.weights.etiquette", 10_001, Fault.OUT_OF_RANGE, "10001", "0–10000"),
    Case("pack.policy.public_area_share", 101, Fault.OUT_OF_RANGE, "101", "0–100"),
    Case(f"{GREET}.deadline", 366, Fault.OUT_OF_RANGE, "366", "0–365"),
    # one of a few words
    Case("pack.policy.not_applicable", "half", Fault.NOT_ONE_OF, "half", "exclude, full"),
    Case("pack.policy.floor", "pack", Fault.NOT_ONE_OF, "pack", "item, none"),
    Case("pack.policy.veto", "", Fault.NOT_ONE_OF, "", "fail, zero"),
    Case(f"{GREET}.scope", "hall", Fault.NOT_ONE_OF, "hall", "window, public"),
    Case(f"{GREET}.photo", True, Fault.NOT_ONE_OF, "true", "optional, on-fail"),
    Case(f"{GREET}.responsible", [], Fault.NOT_ONE_OF, "[]", "person, team, site"),
    Case(f"{KINDS}.0", "toll", Fault.NOT_ONE_OF, "toll", "cashier, pharmacy"),
    Case(f"{GREET}.rule.kind", "add", Fault.NOT_ONE_OF, "add", KINDS_OF_RULE),
    Case(f"{GREET}.rule.kind", GONE, Fault.NOT_ONE_OF, "", KINDS_OF_RULE),
    # without effect
    Case("etiquette.item.1.full", 5, Fault.NOT_HERE, "full", 'rule kind = "bonus"'),
    Case("etiquette.item.1.veto", True, Fault.NOT_HERE, "veto", 'rule kind = "bonus"'),
    Case(f"{FLOOR}.window_kinds", ["cashier"], Fault.NOT_HERE, "window_kinds", 'scope = "public"'),
    # twice
    Case(f"{FLOOR}.id", "wait", Fault.DUPLICATE, "wait", f"{WAIT}.id"),
    Case("etiquette.item.1.id", "rise-to-greet ", Fault.DUPLICATE, "rise-to-greet", f"{GREET}.id"),
    Case("pack.window_kind.1.id", "cashier", Fault.DUPLICATE, "cashier", "pack.window_kind.0.id"),
    Case("pack.window_kind.1.title", "收费", Fault.DUPLICATE, "收费", "pack.window_kind.0.title"),
    Case(
        "pack.window_kind.1.aliases",
        ["收银"],
        Fault.DUPLICATE,
        "收银",
        "pack.window_kind.0.aliases.0",
        "pack.window_kind.1.aliases.0",
    ),
    Case(
        "pack.window_kind.1.aliases",
        ["收费窗口"],
        Fault.SAME_KIND_NAME,
        "收费窗口",
        "pack.window_kind.0.title",
        "pack.window_kind.1.aliases.0",
    ),
    Case("pack.window_kind.1.usual", True, Fault.TWO_USUAL_KINDS, "", "pack.window_kind.0.usual"),
    Case("pack.grade.1.title", "优秀", Fault.DUPLICATE, "优秀", "pack.grade.0.title"),
    Case(f"{OPTIONS}.2.title", "干净", Fault.DUPLICATE, "干净", f"{OPTIONS}.0.title"),
    Case(f"{PHRASES}.1", "未起身迎接", Fault.DUPLICATE, "未起身迎接", f"{PHRASES}.0"),
    Case(f"{PHRASES}.1", " ", Fault.BLANK_ENTRY, "phrases"),
    Case(f"{FLOOR}.phrases", ["脏"], Fault.NOT_HERE, "phrases", 'rule kind = "choice"'),
    # what does not fit together
    Case(
        "etiquette.item.1.text",
        "起身、 微笑、主动问候",
        Fault.SAME_TEXT,
        "起身、 微笑、主动问候",
        f"{GREET}.text",
    ),
    Case("pack.grade", [{"title": "合格", "from": 0}], Fault.TOO_FEW, "", "2 × [[grade]]"),
    Case("pack.grade.0.from", 104, Fault.OUT_OF_RANGE, "104", "0–103"),
    Case("pack.weights.etiquette", 24, Fault.WEIGHTS_NOT_100, "99", "100", "pack.weights"),
    Case("pack.weights.etiquette", 26, Fault.WEIGHTS_NOT_100, "101", "100", "pack.weights"),
    Case(f"{BANDS}.1.upto", 10, Fault.BANDS_NOT_ASCENDING, "10"),
    Case(f"{BANDS}.1.upto", 9, Fault.BANDS_NOT_ASCENDING, "9"),
    Case(f"{BANDS}.2.upto", 20, Fault.LAST_BAND_BOUNDED, "20"),
    Case(f"{BANDS}.1.upto", GONE, Fault.OPEN_BAND_NOT_LAST, "", "", f"{BANDS}.1"),
    Case(f"{BANDS}.0.points", 5, Fault.BEST_NOT_FULL, "5", "4", BANDS),
    Case(f"{FLOOR}.full", Decimal("3.5"), Fault.BEST_NOT_FULL, "3", "3.5", OPTIONS),
    Case(f"{BANDS}.1.points", 4, Fault.POINTS_NOT_DESCENDING, "4"),
    Case(f"{OPTIONS}.1.points", 3, Fault.POINTS_NOT_DESCENDING, "3"),
    Case(f"{OPTIONS}.2.points", 2, Fault.POINTS_NOT_DESCENDING, "2"),
    Case("pack.grade.1.from", 90, Fault.GRADES_NOT_DESCENDING, "90"),
    Case("pack.grade.1.from", 95, Fault.GRADES_NOT_DESCENDING, "95"),
    Case("pack.grade.2.from", 1, Fault.LAST_GRADE_NOT_ZERO, "1"),
    Case("etiquette", {}, Fault.NO_ITEMS, "", "[[item]]"),
    Case("etiquette", GONE, Fault.NO_ITEMS, "", "[[item]]"),
]


def name_of(case: Case) -> str:
    return f"{case.path}={'GONE' if case.value is GONE else case.value}"


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_fault_is_told_with_its_place_what_was_found_and_what_was_due(case: Case) -> None:
    pack, problems = read(spoilt((case.path, case.value)))
    place = case.place or case.path
    assert problems == [Problem(place, case.fault, case.found, case.expected)]
    assert pack is None


def test_every_fault_of_a_pack_is_among_them() -> None:
    elsewhere = {Fault.NOTHING_COUNTS}  # takes more than one value: tests/packs
    # So do these: test_pack_warnings.
    elsewhere |= {Fault.EACH_ABOVE_FULL, Fault.GRAVER_COSTS_LESS}
    elsewhere |= {Fault.UNREADABLE, Fault.FORMULA, Fault.NO_ROSTER, Fault.NO_ROWS, Fault.CONFLICT}
    elsewhere |= {Fault.EXCEL_DAY, Fault.ENDED, Fault.NOT_A_PHONE, Fault.OWN_PAPER}
    elsewhere |= OF_RETURNED
    elsewhere |= OF_FORMS
    elsewhere |= OF_HOLIDAYS | OF_SCORE_SHEETS
    elsewhere |= {Fault.NO_FILE, Fault.TOO_LONG, Fault.NO_SHEET, Fault.ONE_LINE, Fault.MERGED}
    elsewhere |= {Fault.SAME_NUMBER, Fault.UNKNOWN_KIND}  # what a workbook makes of others
    assert {case.fault for case in CASES} == set(Fault) - elsewhere
