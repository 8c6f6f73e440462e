"""What the reader of packs found wrong, in the words of the workbook.

The domain speaks of keys and codes, as a pack in files has them; a clerk knows columns and words.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.schema_fields import Field, Key, Rows, value_at
from inspector.domain.checklist.table_values import Path
from inspector.domain.checklist.value_kinds import Texts
from inspector.domain.faults import Fault, Problem
from inspector.excel.packs.pack_draft import Draft, SheetCell
from inspector.excel.packs.pack_fields import (
    CASES,
    ITEM_FIELDS,
    KIND_FIELDS,
    KINDS_SHEET,
    RULE_KIND,
    SETTINGS,
    words_of,
)
from inspector.excel.packs.pack_lines import ABOVE, run_on
from inspector.excel.packs.window_kind_names import KindNames

_ANY_KIND = f"{KINDS_SHEET}工作表中的类型"
_FIELDS: Mapping[Key, Field] = {
    **{("pack", *leaf.key): leaf.field for leaf in SETTINGS},
    **{("pack", "window_kind", *leaf.key): leaf.field for leaf in KIND_FIELDS},
    **{("item", *leaf.key): leaf.field for leaf in ITEM_FIELDS},
    ("item", "rule", "bands"): CASES.field,
    ("item", "rule", "cases"): CASES.field,
}
_NEEDED: Mapping[Key, str] = {
    ("item", "rule", "options"): "两档，每行一档，如：没有=0",
    ("item", "rule", "bands"): f"两档，每行一档，如：≤10=4，最后一行：{ABOVE}=0",
    ("item", "rule", "cases"): "扣分情形，每行一种，如：未戴工牌=1/人次",
    ("pack", "grade"): "两级，每行一级，如：优秀=90，最后一行：不合格=0",
}


def said(
    problem: Problem, paths: Mapping[str, Path], draft: Draft, names: KindNames | None
) -> tuple[SheetCell, Problem]:
    """Return a problem as the workbook has it, and where it is; `paths` are by their places."""
    path = paths[problem.place]
    if path == ("pack", "weights") and problem.fault is Fault.MISSING:
        path = (*path, problem.expected)  # the category's own cell
    where = draft.spot_of(path)
    problem = replace(problem, place=where.place)
    key = tuple(step for step in path if isinstance(step, str))
    if key[0] in set(Category):
        key = key[1:]
    if sign := _run_on(path, draft):
        return where, Problem(where.place, Fault.ONE_LINE, "空格" if sign.isspace() else sign)
    match problem.fault:
        case Fault.SAME_KIND_NAME | Fault.TWO_USUAL_KINDS:
            first = draft.spot_of(paths[problem.expected]).place
            return where, replace(problem, expected=first)
        case Fault.DUPLICATE | Fault.SAME_TEXT:
            first = draft.spot_of(paths[problem.expected]).place
            fault: Fault = Fault.SAME_NUMBER if key == ("item", "id") else problem.fault
            if draft.is_merged(path):
                fault = Fault.MERGED
            found = _found(problem, key, names)
            return where, replace(problem, fault=fault, found=found, expected=first)
        case Fault.MISSING | Fault.TOO_FEW if key in _NEEDED:
            return where, replace(problem, fault=Fault.TOO_FEW, expected=_NEEDED[key])
        case Fault.MISSING:
            return where, replace(problem, expected=_missing(key, path, draft))
        case Fault.NOT_ONE_OF | Fault.NOT_YES_OR_NO:
            return where, _not_one_of(problem, _field(key), names)
        case Fault.UNKNOWN_KEY | Fault.NOT_HERE:
            field = _field(key)
            because = _because(field, draft.at(path[:3]))
            return where, Problem(where.place, Fault.NOT_HERE, field.label, because)
        case Fault.NOT_A_NUMBER if key[-1] == "upto":
            return where, replace(problem, expected=f"≤10、{ABOVE}")
    return where, problem


def _run_on(path: Path, draft: Draft) -> str:
    """Return the sign that joins cases on one line of the cell that holds the value at `path`."""
    for length in range(len(path), 0, -1):
        if path[length - 1] in ("options", "bands", "cases", "grade"):
            return run_on(draft.lines_of(path[:length]))
    return ""


def _field(key: Key) -> Field:
    """Return the field in whose cell the value of a key stands."""
    return next(_FIELDS[key[:n]] for n in range(len(key), 0, -1) if key[:n] in _FIELDS)


def _found(problem: Problem, key: Key, names: KindNames | None) -> str:
    """Return what was found, window kinds by their names."""
    if names is not None and _is_of_kinds(_field(key)):
        return names.text([problem.found])
    return problem.found


def _missing(key: Key, path: Path, draft: Draft) -> str:
    """Return what should stand there: the field, or the other side of an equals sign."""
    if key[-1] in ("points", "from"):
        return f"{draft.typed_at(path).rstrip('=＝ ')}=分数"
    if key[-2:-1] == ("cases",) and key[-1] in ("each", "unit"):
        return f"{re.split('[=＝]', draft.typed_at(path))[0].strip()}=扣分/计量单位"
    field = _field(key)
    if key[-1] == "title" and isinstance(field.kind, Rows):
        return f"名称{draft.typed_at(path)}"
    return field.label


def _not_one_of(problem: Problem, field: Field, names: KindNames | None) -> Problem:
    if _is_of_kinds(field) and names is not None:
        if not names.titles:  # nothing could be chosen: the sheet of the kinds is empty
            return replace(problem, fault=Fault.MISSING, found="", expected=_ANY_KIND)
        return replace(problem, fault=Fault.UNKNOWN_KIND, expected="、".join(names.titles))
    if not problem.found:
        return replace(problem, fault=Fault.MISSING, expected=field.label)
    allowed = "、".join(words_of(field)) or problem.expected
    return replace(problem, fault=Fault.NOT_ONE_OF, expected=allowed)


def _because(field: Field, item: Mapping[str, Any]) -> str:
    """Return what makes a value useless: the kind of the rule, or the scope."""
    key = field.useless.key if field.useless else RULE_KIND.key
    other = _FIELDS["item", *key]
    assert other.kind.words is not None
    return f"{other.label}为“{other.kind.words[value_at(item, key)].chinese}”"


def _is_of_kinds(field: Field) -> bool:
    return isinstance(field.kind, Texts) and field.kind.of_kinds
