"""The rows of a pack's sheets into a draft: settings, window kinds, items."""

from collections.abc import Collection, Sequence
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.item_schema import CASES as NAMED
from inspector.domain.checklist.item_schema import CHOICE, MEASURE, RULE_KINDS
from inspector.domain.checklist.schema_fields import Leaf, Rows
from inspector.domain.checklist.table_values import Path
from inspector.domain.faults import Fault
from inspector.excel.packs.clerk_spellings import is_caption, listed, on_one_line, points_of
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
from inspector.excel.packs.pack_lines import Table, read_bands, read_cases, read_options, read_worth
from inspector.excel.packs.pack_table import PackTable, plain_label
from inspector.excel.packs.pack_values import read_value
from inspector.excel.packs.scoring_words import rule_of, scoring_of
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.plain_sheets import Row
from inspector.excel.reading.table_foot import foot_row

HEAD: Path = ("pack",)

_NO_KINDS = KindNames(())
ID, TEXT, EACH = (
    next(leaf for leaf in ITEM_FIELDS if leaf.key == key)
    for key in (("id",), ("text",), ("rule", "each"))
)


def read_settings(draft: Draft, table: PackTable) -> None:
    """Read the sheet of settings: a label and a value in each row."""
    given = read_given_settings(draft, table)
    for field in SETTINGS:
        if field.label in given:
            continue
        draft.stands((*HEAD, *field.key), table.corner)
        if table.complete and not field.field.later:
            draft.refuse(table.corner, Fault.MISSING, expected=field.label)
    weights = (*HEAD, "weights")
    draft.stands(weights, draft.spot_of((*weights, next(iter(Category)).value)))


def read_given_settings(draft: Draft, table: PackTable) -> Collection[str]:
    """Read the settings that a sheet has; return their labels."""
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
    return rows


def read_kinds(draft: Draft, table: PackTable) -> None:
    """Read the sheet of window kinds."""
    own = [field.label for field in KIND_FIELDS if not field.field.later]
    # Of a kind that was taken out the 否 that was written for it may be left.
    rows = (row for row in table.rows() if any(table.cell(row, label) for label in own))
    kinds = draft.at((*HEAD, "window_kind"))
    for index, row in enumerate(rows):
        kinds.append({})  # it has its place, whatever in it is refused
        for field in KIND_FIELDS:
            _read(draft, table, row, field, (*HEAD, "window_kind", index))


def read_items(draft: Draft, table: PackTable, category: Category, names: KindNames | None) -> None:
    """Read the sheet of a category; without `names` nothing is said of window kinds."""
    rows = [row for row in table.rows() if not _is_about_the_table(table, row)]
    index, caption = 0, ""
    for row in rows:
        if above := _caption(table, row):
            caption = above
            continue
        path: Path = (category.value, "item", index)
        index += 1
        draft.put((*path, "rule"), {})
        for field in ITEM_FIELDS:
            if field == CASES:
                _read_cases(draft, table, row, path)
            elif names is not None or not getattr(field.field.kind, "of_kinds", False):
                _read(draft, table, row, field, path, names=names or _NO_KINDS)
        _tidy_new(draft, table, row, path)
        if caption and not draft.at(path).get("heading"):
            draft.put((*path, "heading"), caption)


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
        _put_lines(draft, options, *read_options(text))
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


def _tidy_new(draft: Draft, table: PackTable, row: Row, path: Path) -> None:
    """Read what somebody wrote or pasted into a row as it is meant: a unit beside the points, the
    line breaks and numbers of a list. A row that was exported, which has its number, says
    exactly what it says.
    """
    item = draft.at(path)
    if item.get("id"):
        return
    rule = item["rule"]
    each = table.cell(row, EACH.label)
    unit = points_of(each.value)[1] if each and isinstance(each.value, str) else ""
    if unit and not rule.get("unit"):
        rule["unit"] = unit
    if isinstance(rule.get("each"), str):  # 扣1–3分; 未戴工牌扣1分，未着装扣2分
        scoring = scoring_of(rule["each"])
        full = item.get("full")
        worth = full if not isinstance(full, str) else None
        made = rule_of(scoring.parts, worth) if scoring.parts and not scoring.unclear else None
        if made is not None:
            own = {"unit": rule["unit"]} if rule.get("unit") and "unit" in made[0] else {}
            item["rule"] = {**made[0], **own}
            item.setdefault("phrases", made[1])
    if isinstance(item.get("text"), str):
        item["text"] = on_one_line(item["text"])
    if isinstance(item.get("phrases"), list):
        item["phrases"] = listed("\n".join(item["phrases"]))


def _caption(table: PackTable, row: Row) -> str:
    """Return the caption that a row is, over the items below it; '' for a row of an item.

    It says one thing alone, and begins as captions do (一、仪容仪表) or is merged over columns.
    """
    columns = set(table.columns.values())
    said = {c: str(cell.value).strip() for c, cell in table.own(row).items() if c in columns}
    said = {column: text for column, text in said.items() if text}
    if len(said) != 1:
        return ""
    (column, text), *_ = said.items()
    if column not in (table.columns.get(ID.label), table.columns.get(TEXT.label)):
        return ""
    merged = any(
        area.left <= column < area.right and area.top <= row.number <= area.bottom
        for area in table.sheet.merged
    )
    return " ".join(text.split()) if merged or is_caption(text) else ""


def _is_about_the_table(table: PackTable, row: Row) -> bool:
    """Tell a line of totals or signatures from an item, which says how it is scored."""
    if foot_row(table.own(row).items()) is None:
        return False
    kind, _ = read_value(RULE_KIND.field, table.cell(row, RULE_KIND.label), _NO_KINDS)
    return kind not in RULE_KINDS
