"""An item of a paper score sheet, from the words of its rows to the tables of a pack.

What they leave open is a problem of its cell: nothing is guessed that costs points.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.item_schema import DEDUCT
from inspector.domain.checklist.table_values import Path
from inspector.domain.faults import Fault
from inspector.excel.packs.clerk_spellings import on_one_line
from inspector.excel.packs.pack_draft import Draft, SheetCell
from inspector.excel.packs.scoring_words import (
    OFF_THE_TOTAL,
    ON_TOP,
    SAID_AS,
    USUAL_UNIT,
    VETO,
    Part,
    Scoring,
    rule_of,
    scoring_of,
    steps_rule,
)

MARKS = re.compile("[★※☆▲]")
NUMBERED = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}[、.．)）](?!\d))\s*"
)
Number: TypeAlias = int | Decimal
Told: TypeAlias = tuple[str, Scoring, SheetCell]
"""The text of a row, what its words of deductions say, and where they stand."""


@dataclass
class PaperItem:
    """The rows of one item, gathered."""

    heading: str
    category: Category
    where: dict[str, SheetCell]  # of text, full and rule
    marks: str
    full: Number | None
    kind: str  # what its points say instead of a number: VETO, or the first of the other words
    texts: list[str] = field(default_factory=list)
    rules: list[tuple[str, str, SheetCell]] = field(default_factory=list)  # text, words, where
    cells: list[list[str]] = field(default_factory=list)
    own: dict[str, tuple[Any, SheetCell]] = field(default_factory=dict)  # fields by key


def put_item(draft: Draft, item: PaperItem) -> Number:
    """Write a gathered item into the draft; return the points it is worth, 0 outside the total."""
    category = item.category.value
    path: Path = (category, "item", len(draft.tables[category]["item"]))
    draft.stands(path, item.where["text"])
    for key, where in item.where.items():
        draft.stands((*path, key), where)
    for key, (_, where) in item.own.items():
        draft.stands((*path, key), where)
    text = "；".join(map(on_one_line, item.texts))
    told = [(text, scoring_of(words), where) for text, words, where in item.rules]
    for _, scoring, where in told:
        if scoring.unclear:
            draft.refuse(where, Fault.SCORING_WORDS, scoring.unclear, SAID_AS)
    table: dict[str, Any] = {
        "text": NUMBERED.sub("", MARKS.sub("", text)).strip(),
        "heading": item.heading,
        "cells": ["；".join(texts) for texts in item.cells] if any(item.cells) else None,
        **_scored(draft, item, told),
        **{key: value for key, (value, _) in item.own.items()},
    }
    for key, value in table.items():
        if value not in (None, "", [], False):
            draft.put((*path, key), value)
    return 0 if table["rule"]["kind"] == "bonus" else table.get("full") or 0


def _scored(draft: Draft, item: PaperItem, told: list[Told]) -> dict[str, Any]:
    """Return what an item is worth and how it is scored."""
    scorings = [scoring for _, scoring, _ in told]
    # Where each row has its own text, that is what the row takes points off for.
    parts = [
        part.called(text) if not part.title and len(told) > 1 else part
        for text, scoring, _ in told
        for part in scoring.parts
    ]
    if item.kind == VETO or "★" in item.marks or any(each.veto for each in scorings):
        if parts:
            never = f"标★或写“{VETO}”的，发现即否决，不扣分"
            draft.refuse(told[0][2], Fault.NOT_HERE, "；".join(words for _, words, _ in item.rules),
                         never)  # fmt: skip
        phrases = [each.title for each in scorings if each.title]
        return {"veto": True, "rule": _UNCOUNTED, "phrases": phrases, "full": item.full}
    if item.kind == ON_TOP[0] or any(part.bonus for part in parts):
        most = next((each.at_most for each in scorings if each.at_most), item.full)
        if most is not None:
            draft.put(("pack", "policy", "bonus_cap"), most)
        return _ruled(draft, item, [part.on_top() for part in parts], None)
    penalty = item.kind == OFF_THE_TOTAL[0] or any(each.from_total for each in scorings)
    penalty = penalty or (item.full is None and item.heading in OFF_THE_TOTAL)
    worth = None if penalty else item.full
    if worth is None and not penalty:
        wanted = f"分值（从总分中扣的，分值写“{OFF_THE_TOTAL[0]}”）"
        draft.refuse(item.where["full"], Fault.MISSING, expected=wanted)
    for _, scoring, where in told:
        if scoring.at_most is not None and scoring.at_most != worth:
            draft.refuse(where, Fault.POINTS_ADD_UP, f"{worth or 0}", f"{scoring.at_most}")
    stepped = [each for each in scorings if each.steps or each.bands]
    if stepped and len(scorings) == 1:
        return {"rule": steps_rule(stepped[0]), "full": worth}
    adds_up = "※" in item.marks or any(each.adds_up for each in scorings)
    scored = _ruled(draft, item, [] if stepped else parts, worth)
    return {**scored, "penalty": penalty, "accumulates": adds_up}


def _ruled(
    draft: Draft, item: PaperItem, parts: list[Part], worth: Number | None
) -> dict[str, Any]:
    """Return the rule that deductions come to; where they come to none, that is asked."""
    made = rule_of(parts, item.full) if parts else None
    if made is not None:
        return {"rule": made[0], "phrases": made[1], "full": worth}
    words = [words for _, words, _ in item.rules]
    if not words:
        wanted = f"评分标准（{SAID_AS}）"
        draft.refuse(item.where["rule"], Fault.MISSING, expected=wanted)
    elif len(parts) > 1 and not all(part.title for part in parts):
        draft.refuse(item.where["rule"], Fault.SCORING_WORDS, "；".join(words), SAID_AS)
    elif not any(scoring_of(each).unclear for each in words):
        draft.refuse(item.where["rule"], Fault.SCORING_MIXED, "；".join(words))
    return {"rule": _UNCOUNTED, "full": worth}


_UNCOUNTED = {"kind": DEDUCT, "unit": USUAL_UNIT}
