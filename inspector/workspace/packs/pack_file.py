"""A pack as it comes: a folder of TOML files or a workbook, and what in it was not read."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.points import format_points
from inspector.storage.packs.pack_files import read_pack_folder
from inspector.translation import tr, tr_count
from inspector.workspace.packs.pack_scoring_words import category_word


@dataclass(frozen=True, slots=True)
class PackFile:
    """The pack of a folder or workbook; a folder is read whole."""

    pack: Pack
    ignored_sheets: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()  # each after its sheet: 服务礼仪：备注
    numbered: tuple[str, ...] = ()  # the numbers that items without one were given
    headings: Mapping[str, Category] | None = None  # of a paper score sheet, by category taken for
    usual_grades: bool = False  # a paper score sheet says none


def read_pack_file(path: Path, earlier: Callable[[str], Sequence[Pack]] = lambda _: ()) -> PackFile:
    """Return the pack in a folder (or its pack.toml) or in a workbook.

    `earlier` knows the versions of a pack, the newest first: a new item of a workbook is given a
    number that none of them has. Raises FaultyFileError with every problem by file and line or
    sheet and cell, NotAWorkbookError, NotFoundError or CannotReadError.
    """
    if path.suffix == ".toml" and os.path.isfile(path):
        return PackFile(read_pack_folder(path.parent))
    if not os.path.isfile(path):  # unlike Path's, never raises
        return PackFile(read_pack_folder(path))
    from inspector.excel.packs.pack_workbook import read_pack_sheets

    read = read_pack_sheets(path, earlier)
    return PackFile(
        read.pack,
        read.ignored_sheets,
        read.ignored_columns,
        read.numbered,
        read.headings,
        read.usual_grades,
    )


def given_numbers(file: PackFile) -> str:
    """Return a sentence with the numbers that new items were given; empty without any."""
    return (
        tr_count(
            len(file.numbered),
            "1 new item was given a number: {numbers}.",
            "{count} new items were given numbers: {numbers}.",
            numbers="、".join(file.numbered),
        )
        if file.numbered
        else ""
    )


def taken_for(file: PackFile) -> list[str]:
    """Return what was made of a paper score sheet where it does not say: categories, grades."""
    if file.headings is None:
        return []
    told = tr("A score sheet of {scale} points.", scale=file.pack.policy.scale)
    named = [
        tr("{heading}: {category}", heading=heading, category=category_word(category))
        for heading, category in file.headings.items()
        if heading != category_word(category)
    ]
    said = [told]
    if named:
        said.append(
            tr(
                "Headings were taken for categories: {named}. Where that is wrong, say so in a"
                " column 类别.",
                named="、".join(named),
            )
        )
    if file.usual_grades:
        grades = [f"{grade.title} {format_points(grade.lower)}" for grade in file.pack.grades]
        said.append(
            tr(
                "It says no grades; these are usual: {grades}. Others can be said on a sheet 设置,"
                " or by editing the checklist.",
                grades="、".join(grades),
            )
        )
    return said


def is_it_new(before: Pack, after: Pack) -> str:
    """Return the question whether a checklist that has another's id is a new one."""
    return tr(
        "“{before}” is called “{after}” in this file, with the same id. Is it a new checklist? Then"
        " give it an id of its own on the sheet 设置; as it is, it becomes a new version.",
        before=before.title,
        after=after.title,
    )


def unasked_weight(pack: Pack) -> str:
    """Return a sentence about categories that have a weight and no items; empty without any."""
    named = [
        tr("{category} ({weight})", category=category_word(part.category), weight=weight)
        for part in pack.checklists
        if (weight := pack.weights[part.category]) and not part.items
    ]
    return (
        tr(
            "No item is asked of {categories}: the weight counts for nothing.",
            categories="、".join(named),
        )
        if named
        else ""
    )


def not_read(file: PackFile) -> str:
    """Return a sentence that names what was not read; empty where that is nothing."""
    parts = []
    if names := file.ignored_sheets:
        parts.append(tr_count(len(names), "sheet {names}", "sheets {names}", names=_quoted(names)))
    if names := file.ignored_columns:
        said = tr_count(len(names), "column {names}", "columns {names}", names=_quoted(names))
        parts.append(said)
    return tr("Not read: {parts}.", parts=tr("; ").join(parts)) if parts else ""


def _quoted(names: tuple[str, ...]) -> str:
    return "、".join(f"“{name}”" for name in names)
