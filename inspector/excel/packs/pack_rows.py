"""The rows of a pack's sheets into a draft: settings, window kinds, items."""

from collections.abc import Sequence
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.item_schema import CASES as NAMED
from inspector.domain.checklist.item_schema import CHOICE, MEASURE, RULE_KINDS
from inspector.domain.checklist.schema_fields import Leaf, Rows
from inspector.domain.checklist.table_values import Path
from inspector.domain.faults import Fault
from inspector.excel.packs.pack_draft import Draft
from inspector.excel.packs.pack_fields import (
    CASES,
    ITEM_FIELDS,
    KIND_FIELDS,
    RULE_KIND,
    SETTING_LABEL,
    SETTING_VALUE,
    SETTINGS,
)
from inspector.excel.packs.pack_lines import Table, read_bands, read_cases, read_worth
from inspector.excel.packs.pack_table import PackTable, plain_label
from inspector.excel.packs.pack_values import read_value
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.plain_sheets import Row
from inspector.excel.reading.table_foot import foot_row

HEAD: Path = ("pack",)

_NO_KINDS = KindNames(())


def read_settings(draft: Draft, table: PackTable) -> None:
    """Read the sheet of settings: a label and a value in each row."""
    rows: dict[str, Row] = {}
    labels = {plain_label(field.label): field.label for field in SETTINGS}
    for row in table.rows():
        cell = table.cell(row, SETTING_LABEL)
        text = "" if cell is None else str(cell.value)
        label = labels.get(plain_label(text))
        if label is None:
            draft.ignore(table.sheet.name, text)
        elif label in rows:
            first = table.sheet_cell(rows[label], SETTING_LABEL).place
            draft.refuse(table.sheet_cell(row, SETTING_LABEL), Fault.DUPLICATE, label, first)
        else:
            rows[label] = row
    for field in SETTINGS:
        if field.label in rows:
            _read(draft, table, rows[field.label], field, HEAD, SETTING_VALUE)
            continue
        draft.stands((*HEAD, *field.key), table.corner)
        if table.complete and not field.field.later:
            draft.refuse(table.corner, Fault.MISSING, expected=field.label)
    weights = (*HEAD, "weights")
    draft.stands(weights, draft.spot_of((*weights, next(iter(Category)).value)))


def read_kinds(draft: Draft, table: PackTable) -> None:
    """Read the sheet of window kinds."""
    for index, row in enumerate(table.rows()):
        for field in KIND_FIELDS:
            _read(draft, table, row, field, (*HEAD, "window_kind", index))


def read_items(draft: Draft, table: PackTable, category: Category, names: KindNames | None) -> None:
    """Read the sheet of a category; without `names` nothing is said of window kinds."""
    rows = [row for row in table.rows() if not _is_about_the_table(table, row)]
    for index, row in enumerate(rows):
        path: Path = (category.value, "item", index)
        draft.put((*path, "rule"), {})
        for field in ITEM_FIELDS:
            if field == CASES:
                _read_cases(draft, table, row, path)
            elif names is not None or not getattr(field.field.kind, "of_kinds", False):
                _read(draft, table, row, field, path, names=names or _NO_KINDS)


def _read(
    draft: Draft,
    table: PackTable,
    row: Row,
    leaf: Leaf,
    above: Path,
    label: str = "",
    names: KindNames = _NO_KINDS,
) -> Any:  # noqa: ANN401 -- whatever a cell may hold
    """Read one field of a row to its place below `above`; return what it holds."""
    label, kind = label or leaf.label, leaf.field.kind
    path, where = (*above, *leaf.key), table.sheet_cell(row, label)
    draft.stands(path, where)
    if table.is_merged(row, label):
        draft.merged(path)
    value, wrong = read_value(leaf.field, table.cell(row, label), names)
    if wrong is not None:
        draft.refuse(where, *wrong)
    elif value is not None and leaf != CASES:
        if isinstance(kind, Rows):
            _put_lines(draft, path, *read_worth(value, "from"))
        else:
            draft.put(path, value)
    return value


def _read_cases(draft: Draft, table: PackTable, row: Row, item: Path) -> None:
    """Read options, bands or named deductions, as the kind of rule has it, read before."""
    rule = draft.at((*item, "rule"))
    options, bands = (*item, "rule", "options"), (*item, "rule", "bands")
    draft.stands(bands, table.sheet_cell(row, CASES.label))
    draft.stands((*item, "rule", "cases"), table.sheet_cell(row, CASES.label))
    text = _read(draft, table, row, CASES, item)
    kind = rule.get("kind")
    if text is None:
        return
    if kind == CHOICE:
        _put_lines(draft, options, *read_worth(text, "points"))
    elif kind == NAMED:
        _put_lines(draft, (*item, "rule", "cases"), *read_cases(text))
    elif kind == MEASURE:
        _put_lines(draft, bands, *read_bands(text, rule.get("unit", "")))
    elif kind in RULE_KINDS:
        draft.put(options, text)  # to be refused: such a rule has none


def _put_lines(draft: Draft, path: Path, rows: list[Table], lines: Sequence[str]) -> None:
    draft.put(path, rows)
    for index, line in enumerate(lines):
        draft.typed((*path, index), line)


def _is_about_the_table(table: PackTable, row: Row) -> bool:
    """Tell a line of totals or signatures from an item, which says how it is scored."""
    if foot_row(table.own(row).items()) is None:
        return False
    kind, _ = read_value(RULE_KIND.field, table.cell(row, RULE_KIND.label), _NO_KINDS)
    return kind not in RULE_KINDS
