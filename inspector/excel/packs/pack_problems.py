"""What the reader of packs found wrong, in the words of the workbook.

The domain speaks of keys and codes, as a pack in files has them; a clerk knows columns and words.
"""

from collections.abc import Mapping
from dataclasses import replace

from inspector.domain.checklist.checklist import Category
from inspector.domain.checklist.table_values import Path
from inspector.domain.errors import Fault, Problem
from inspector.excel.packs import pack_code_words as words
from inspector.excel.packs.pack_draft import Draft, Spot
from inspector.excel.packs.pack_fields import (
    CASES_KEY,
    ITEM_FIELDS,
    KIND_FIELDS,
    KINDS_SHEET,
    SETTINGS,
    Field,
    Holds,
    Key,
)
from inspector.excel.packs.pack_lines import ABOVE, run_on
from inspector.excel.packs.window_kind_names import KindNames

_ANY_KIND = f"{KINDS_SHEET}工作表中的类别"
_CASES = next(field for field in ITEM_FIELDS if field.key == CASES_KEY)
_FIELDS: Mapping[Key, Field] = {
    **{("pack", *field.key): field for field in SETTINGS},
    **{("pack", "window_kind", *field.key): field for field in KIND_FIELDS},
    **{("item", *field.key): field for field in ITEM_FIELDS},
    ("item", "rule", "options"): _CASES,
    ("item", "rule", "bands"): _CASES,
}
_KIND = _FIELDS["item", "rule", "kind"]
_NEEDED: Mapping[Key, str] = {
    ("item", "rule", "options"): "两档，每行一档，如：没有=0",
    ("item", "rule", "bands"): f"两档，每行一档，如：≤10=4，最后一行：{ABOVE}=0",
    ("pack", "grade"): "两级，每行一级，如：优秀=90，最后一行：不合格=0",
}


def said(
    problem: Problem, paths: Mapping[str, Path], draft: Draft, names: KindNames | None
) -> tuple[Spot, Problem]:
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
        case Fault.DUPLICATE | Fault.SAME_TEXT:
            first = draft.spot_of(paths[problem.expected]).place
            fault = Fault.MERGED if draft.is_merged(path) else problem.fault
            found = _found(problem, key, names)
            return where, replace(problem, fault=fault, found=found, expected=first)
        case Fault.MISSING | Fault.TOO_FEW if key in _NEEDED:
            return where, replace(problem, fault=Fault.TOO_FEW, expected=_NEEDED[key])
        case Fault.MISSING:
            return where, replace(problem, expected=_missing(key, path, draft))
        case Fault.NOT_ONE_OF | Fault.NOT_YES_OR_NO:
            return where, _not_one_of(problem, _field(key), names)
        case Fault.UNKNOWN_KEY | Fault.NOT_HERE:
            return where, Problem(
                where.place, Fault.NOT_HERE, _field(key).label, _because(path, draft)
            )
        case Fault.NOT_A_NUMBER if key[-1] == "upto":
            return where, replace(problem, expected=f"≤10、{ABOVE}")
    return where, problem


def _run_on(path: Path, draft: Draft) -> str:
    """Return the sign that joins cases on one line of the cell that holds the value at `path`."""
    for length in range(len(path), 0, -1):
        if path[length - 1] in ("options", "bands", "grade"):
            return run_on(draft.lines_of(path[:length]))
    return ""


def _field(key: Key) -> Field:
    """Return the field in whose cell the value of a key stands."""
    return next(_FIELDS[key[:n]] for n in range(len(key), 0, -1) if key[:n] in _FIELDS)


def _found(problem: Problem, key: Key, names: KindNames | None) -> str:
    """Return what was found, window kinds by their names."""
    if names is not None and _field(key).holds is Holds.KINDS:
        return names.text([problem.found])
    return problem.found


def _missing(key: Key, path: Path, draft: Draft) -> str:
    """Return what should stand there: the field, or the other side of an equals sign."""
    if key[-1] in ("points", "from"):
        return f"{draft.typed_at(path).rstrip('=＝ ')}=分数"
    field = _field(key)
    if key[-1] == "title" and field.holds in (Holds.CASES, Holds.GRADES):
        return f"名称{draft.typed_at(path)}"
    return field.label


def _not_one_of(problem: Problem, field: Field, names: KindNames | None) -> Problem:
    if field.holds is Holds.KINDS and names is not None:
        if not names.titles:  # nothing could be chosen: the sheet of the kinds is empty
            return replace(problem, fault=Fault.MISSING, found="", expected=_ANY_KIND)
        return replace(problem, expected="、".join(names.titles))
    if not problem.found:
        return replace(problem, fault=Fault.MISSING, expected=field.label)
    allowed = "、".join(field.words.all) if field.words else problem.expected
    return replace(problem, fault=Fault.NOT_ONE_OF, expected=allowed)


def _because(path: Path, draft: Draft) -> str:
    """Return what makes a value useless: the kind of the rule, or the scope."""
    item = draft.at(path[:3])
    if path[3:] == ("window_kinds",):
        return f"范围为“{words.SCOPES.say(item['scope'])}”"
    return f"{_KIND.label}为“{words.RULE_KINDS.say(item['rule']['kind'])}”"
