"""A pack to the sheets of its workbook: checklists, settings, window kinds, explanations."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.checklist.schema_fields import Leaf, Rows
from inspector.domain.checklist.value_kinds import Points, Texts, Words
from inspector.excel.packs.pack_fields import (
    ITEM_FIELDS,
    KIND_FIELDS,
    KINDS_SHEET,
    SETTING_HINT,
    SETTING_LABEL,
    SETTING_VALUE,
    SETTINGS,
    SETTINGS_SHEET,
    style_of,
    words_of,
)
from inspector.excel.packs.pack_help import HELP_SHEET, add_help
from inspector.excel.packs.pack_values import show
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.sheet.drop_downs import note, offer_words
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet, new_book
from inspector.excel.sheet.terms import CATEGORIES
from inspector.excel.sheet.workbook_saving import save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook

_DAY = date(2026, 1, 1)  # a pack belongs to no day, and the same pack has the same bytes
_BLANK_LINES = 5  # to write on; there may be more
_LAST_CHOICE = 500  # the row down to which words are offered
_BODY_SIZE = 10.0


def write_sheets(path: Path, pack: Pack) -> None:
    """Write the workbook of `pack` to `path`; see `pack_workbook.write_pack`."""
    tables = pack_tables(pack)
    head = tables["pack"]
    names = KindNames(head["window_kind"])
    book = new_book(f"{pack.title}检查表", "", _DAY)
    styles = Styles(book)
    for category in Category:
        _add_checklist(book, category, head, tables[category.value]["item"], names, styles)
    _add_settings(book, head, names, styles)
    _add_kinds(book, head, names, styles)
    add_help(book, styles)
    save_workbook(book, path)


def _add_checklist(
    book: "Workbook",
    category: Category,
    head: Mapping[str, Any],
    items: Iterable[Mapping[str, Any]],
    names: KindNames,
    styles: Styles,
) -> None:
    plan = _plan(
        CATEGORIES[category],
        f"{head['title']}检查项目：{CATEGORIES[category]}",
        _columns(ITEM_FIELDS),
        f"版本：{head['version']}",
        frozen_columns=2,
    )
    written = add_sheet(book, plan, _rows(ITEM_FIELDS, items, names), styles)
    for number, leaf in enumerate(ITEM_FIELDS, 1):
        area = _area(number, written.first_row, max(_LAST_CHOICE, written.last_row))
        field, kind = leaf.field, leaf.field.kind
        words = () if isinstance(kind, Words) else words_of(field) or field.offered
        if words:
            offer_words(written.sheet, area, leaf.label, words, others=bool(field.offered))
        # What one word does not tell, and what is needed by most kinds of rule only.
        elif isinstance(kind, Texts | Words | Rows) or (
            isinstance(kind, Points) and field.useless is not None
        ):
            titles = "、".join(names.titles) if getattr(kind, "of_kinds", False) else ""
            kinds = f"可填：{titles}。" if titles else ""
            note(written.sheet, area, leaf.label, f"{field.hint}。{kinds}")


def _add_settings(
    book: "Workbook", head: Mapping[str, Any], names: KindNames, styles: Styles
) -> None:
    plan = _plan(
        SETTINGS_SHEET,
        f"{head['title']}检查表设置",
        (
            Column(SETTING_LABEL, 18),
            Column(SETTING_VALUE, 30, Kind.LINES),
            Column(SETTING_HINT, 60, Kind.TEXT),
        ),
        f"版本：{head['version']}",
        landscape=False,
    )
    rows: list[list[Value]] = [
        [_header(leaf), show(leaf, head, names), leaf.field.hint] for leaf in SETTINGS
    ]
    written = add_sheet(book, plan, rows, styles)
    for row, leaf in enumerate(SETTINGS, written.first_row):
        if words := words_of(leaf.field):
            offer_words(written.sheet, f"B{row}", leaf.label, words)


def _add_kinds(book: "Workbook", head: Mapping[str, Any], names: KindNames, styles: Styles) -> None:
    plan = _plan(
        KINDS_SHEET,
        f"{head['title']}窗口类型",
        _columns(KIND_FIELDS),
        f"版本：{head['version']}",
        landscape=False,
    )
    written = add_sheet(book, plan, _rows(KIND_FIELDS, head["window_kind"], names), styles)
    area = _area(len(KIND_FIELDS), written.first_row, max(_LAST_CHOICE, written.last_row))
    note(written.sheet, area, KIND_FIELDS[-1].label, KIND_FIELDS[-1].field.hint)


def _plan(
    name: str,
    title: str,
    columns: Sequence[Column],
    version: str,
    *,
    landscape: bool = True,
    frozen_columns: int = 1,
) -> SheetPlan:
    return SheetPlan(
        name=name,
        title=title,
        columns=columns,
        report_line=(version, "带*的栏目必填", f"填写要求见“{HELP_SHEET}”"),
        landscape=landscape,
        frozen_columns=frozen_columns,
        body_size=_BODY_SIZE,
    )


def _columns(leaves: Sequence[Leaf]) -> list[Column]:
    return [Column(_header(leaf), leaf.field.width, style_of(leaf.field)) for leaf in leaves]


def _header(leaf: Leaf) -> str:
    return f"{leaf.label}*" if leaf.needed else leaf.label


def _rows(
    leaves: Sequence[Leaf], tables: Iterable[Mapping[str, Any]], names: KindNames
) -> Iterable[list[Value]]:
    for table in tables:
        yield [show(leaf, table, names) for leaf in leaves]
    for _ in range(_BLANK_LINES):
        yield [None] * len(leaves)


def _area(column: int, first_row: int, last_row: int) -> str:
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(column)
    return f"{letter}{first_row}:{letter}{last_row}"
