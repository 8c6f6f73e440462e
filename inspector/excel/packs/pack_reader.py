"""The sheets of a pack's workbook to the pack, or to every problem by its cell."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.item_numbers import number_blank
from inspector.domain.checklist.pack_reading import read_pack
from inspector.domain.checklist.table_values import Path
from inspector.domain.faults import Fault, Problem
from inspector.excel.packs.pack_draft import Draft, SheetCell
from inspector.excel.packs.pack_fields import (
    EARLIER_NAMES,
    ITEM_FIELDS,
    KIND_FIELDS,
    KINDS_SHEET,
    SETTING_HINT,
    SETTING_LABEL,
    SETTING_VALUE,
    SETTINGS_SHEET,
)
from inspector.excel.packs.pack_problems import said
from inspector.excel.packs.pack_rows import HEAD, read_items, read_kinds, read_settings
from inspector.excel.packs.pack_table import PackTable, find_header
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.plain_sheets import Sheet
from inspector.excel.reading.typed_cells import comparable
from inspector.excel.sheet.terms import CATEGORIES

_ITEM_LABELS = [field.label for field in ITEM_FIELDS]
_LABELS: Mapping[str, Sequence[str]] = {
    KINDS_SHEET: [field.label for field in KIND_FIELDS],
    SETTINGS_SHEET: (SETTING_LABEL, SETTING_VALUE),
    **{CATEGORIES[category]: _ITEM_LABELS for category in Category},
}
"""What the header of each sheet says; first the sheets that others speak of, whose faults are
causes."""

_LATER = {field.label for field in (*ITEM_FIELDS, *KIND_FIELDS) if field.field.later}
_ENOUGH = sum(label not in _LATER for label in _ITEM_LABELS) // 2


def is_pack(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet is the checklist of a category, faulty or not."""
    found = _by_name(sheets)
    checklists = [found[name] for name in CATEGORIES.values() if name in found]
    return any(len(find_header(sheet, _ITEM_LABELS)[1]) >= _ENOUGH for sheet in checklists)


def ignored_sheets(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets that are no part of a pack."""
    used = _by_name(sheets).values()
    return [sheet for sheet in sheets if not any(sheet is one for one in used)]


class PackRead(NamedTuple):
    """The pack, or None and every problem in reading order."""

    pack: Pack | None
    problems: list[Problem]
    ignored_columns: list[str]
    numbered: list[str]  # the numbers that new items were given
    headings: Mapping[str, Category] = {}  # of a score sheet, by the category they are taken for
    usual_grades: bool = False  # a score sheet says none
    used: Collection[str] = ()  # names of the sheets of a score sheet


def pack_of(sheets: Sequence[Sheet], earlier: Callable[[str], Sequence[Pack]]) -> PackRead:
    """Return what the sheets say; `earlier` knows the versions of a pack, the newest first."""
    draft = Draft()
    return finished(draft, _read(draft, sheets), earlier)


def finished(
    draft: Draft, names: KindNames | None, earlier: Callable[[str], Sequence[Pack]]
) -> PackRead:
    """Return the pack of a draft, or every problem of it; `names` are its window kinds."""
    numbered = number_blank(draft.tables, earlier(str(draft.tables["pack"].get("id", ""))))
    paths: dict[str, Path] = {}

    def place_of(path: Path) -> str:
        dotted = ".".join(map(str, path))
        paths[dotted] = path
        return dotted

    pack, problems = read_pack(draft.tables, place_of)
    # What stands in a cell that could not be read is missing, which nobody needs to be told.
    refused = {where for where, _ in draft.refused} | draft.absent
    told = list(draft.refused)
    for problem in problems:
        entry = said(problem, paths, draft, names)
        if entry[0] not in refused and entry not in told:
            told.append(entry)
    told.sort(key=lambda entry: entry[0])
    problems = [problem for _, problem in told]
    return PackRead(None if told else pack, problems, draft.ignored_columns, numbered)


def _read(draft: Draft, sheets: Sequence[Sheet]) -> KindNames | None:
    """Read all sheets; return the names of window kinds if these could be read."""
    tables = _tables(draft, sheets)
    if SETTINGS_SHEET in tables:
        read_settings(draft, tables[SETTINGS_SHEET])
    names, before = None, len(draft.refused)
    if KINDS_SHEET in tables:
        read_kinds(draft, tables[KINDS_SHEET])
        if tables[KINDS_SHEET].complete and len(draft.refused) == before:
            kinds = draft.at((*HEAD, "window_kind"))
            names = KindNames(kinds) if _are_told_apart(kinds) else None
    for category in Category:
        if CATEGORIES[category] in tables:
            read_items(draft, tables[CATEGORIES[category]], category, names)
    return names


def _tables(draft: Draft, sheets: Sequence[Sheet]) -> dict[str, PackTable]:
    """Return the sheets that are there, by name; those that are not are problems."""
    tables: dict[str, PackTable] = {}
    found = _by_name(sheets)
    tops: dict[str, Path] = {name: (category.value,) for category, name in CATEGORIES.items()}
    tops[SETTINGS_SHEET] = HEAD
    proper = (*CATEGORIES.values(), SETTINGS_SHEET, KINDS_SHEET)
    missing = [name for name in proper if name not in found]
    if missing:
        there = "、".join(sheet.name for sheet in sheets)
        lacking = "、".join(f"“{name}”" for name in missing)
        draft.refuse(SheetCell(-1, 0, 0, ""), Fault.NO_SHEET, there, lacking)
    for order, (name, labels) in enumerate(_LABELS.items()):
        if name in found:
            tables[name] = PackTable(draft, order, found[name], labels, (SETTING_HINT,), _LATER)
            where = tables[name].corner
        else:
            where = SheetCell(order, 0, 0, "")
            draft.absent.add(where)
        if name in tops:
            draft.stands(tops[name], where)
    return tables


def _are_told_apart(kinds: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether each kind has an id and a title of its own.

    Else nobody knows which kinds the items mean, and the repetition is all that has to be said.
    """
    ids = [str(kind["id"]).strip() for kind in kinds if kind.get("id")]
    titles = ["".join(str(kind["title"]).split()).casefold() for kind in kinds if kind.get("title")]
    return len(set(ids)) == len(ids) and len(set(titles)) == len(titles)


def _by_name(sheets: Sequence[Sheet]) -> dict[str, Sheet]:
    """Return the sheets of a pack by their proper names."""
    named = {comparable(sheet.name): sheet for sheet in reversed(sheets)}
    found = {name: named.get(comparable(name)) for name in _LABELS}
    for name, earlier in EARLIER_NAMES.items():
        if name in found and found[name] is None:
            found[name] = named.get(comparable(earlier))
    return {name: sheet for name, sheet in found.items() if sheet is not None}
