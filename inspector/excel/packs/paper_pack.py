"""A paper score sheet, as units print and fill it in, to the pack that says the same.

One sheet or several, with a title, a header, items, totals, signatures; a sheet 设置 may say what
paper leaves open. Points are taken off directly, and all points together are the whole score.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.excel.packs.pack_draft import Draft, SheetCell
from inspector.excel.packs.pack_fields import (
    SETTING_HINT,
    SETTING_LABEL,
    SETTING_VALUE,
    SETTINGS_SHEET,
)
from inspector.excel.packs.pack_reader import PackRead, finished
from inspector.excel.packs.pack_rows import HEAD, read_given_settings
from inspector.excel.packs.pack_table import PackTable
from inspector.excel.packs.score_sheet_heads import ScoreHeads, score_sheets
from inspector.excel.packs.score_sheet_rows import ScoreSheetRows
from inspector.excel.reading.plain_sheets import Sheet
from inspector.excel.reading.sheet_table import texts_of
from inspector.excel.reading.typed_cells import comparable, read_number, tidy

USUAL_GRADES = (("优秀", 90), ("良好", 80), ("合格", 60), ("不合格", 0))
"""Where a sheet says none; from so many percent of its points."""

_POINTS = re.compile(r"[(（][^()（）]*?\d+\s*分[^()（）]*?[)）]")
_GRADE = re.compile(
    r"(?P<low>\d+(?:\.\d+)?)分?(?:\(含.*?\))?(?:(?P<up>及?以上)|(?P<below>以下)|[-–—~至到](?P<high>\d+(?:\.\d+)?)分?)"
    r"(?:\(.*?\))?(?:的|者)?(?:,|，)?(?:评定)?(?:等级|等次)?(?:为|是|:|：)?“?(?P<title>[\u4e00-\u9fff]{2,6}?)”?(?:等次|等级)?$"
)
_NO_FLOOR = "扣分不封顶"


def score_sheet_pack(
    sheets: Sequence[Sheet], name: str, earlier: Callable[[str], Sequence[Pack]]
) -> PackRead:
    """Return the pack that score sheets say; `name` is its title where no sheet has one."""
    draft = Draft()
    draft.tables["pack"]["policy"] = {"total": "deduct", "floor": "item"}
    found = list(score_sheets(sheets))
    title = next(filter(None, (_title(sheet, heads) for sheet, heads in found)), name)
    readings = []
    for order, (sheet, heads) in enumerate(found, 1):
        corner = SheetCell(order, heads.first, 1, sheet.place(heads.first, 1))
        for top in (HEAD, *((category.value,) for category in Category)):
            draft.stands(top, corner) if order == 1 else None
        reading = ScoreSheetRows(draft, order, sheet, heads)
        reading.read()
        readings.append(reading)
        for filled in heads.filled:
            draft.ignore(sheet.name, filled)
    notes = [note for reading in readings for note in reading.notes]
    _head(draft, title, notes)
    columns = list(dict.fromkeys(head for _, heads in found for head in heads.printed))
    if columns and any(item.get("cells") for item in _items(draft)):
        draft.put((*HEAD, "columns"), columns)
    given = next((s for s in sheets if comparable(s.name) == comparable(SETTINGS_SHEET)), None)
    if given is not None:
        labels = (SETTING_LABEL, SETTING_VALUE)
        read_given_settings(draft, PackTable(draft, 0, given, labels, (SETTING_HINT,)))
    return finished(draft, None, earlier)._replace(
        headings={heading: each for one in readings for heading, each in one.headings.items()},
        usual_grades=not _grades(notes) and given is None,
        used={sheet.name for sheet, _ in found} | ({given.name} if given else set()),
    )


def _head(draft: Draft, title: str, notes: Sequence[str]) -> None:
    """Say the settings that follow from the sheet: name, points, grades."""
    head = draft.tables["pack"]
    worth: dict[str, int | Decimal] = {
        category.value: sum(
            item.get("full", 0)
            for item in draft.tables[category.value]["item"]
            if item["rule"]["kind"] != "bonus"
        )
        for category in Category
    }
    scale = sum(worth.values())
    grades = _grades(notes) or [
        {"title": title, "from": percent * scale / 100} for title, percent in _usual(scale)
    ]
    head |= {"id": title, "title": title, "version": "1", "weights": worth, "grade": grades}
    if scale != 100:
        head["policy"]["scale"] = scale
    if any(_NO_FLOOR in note for note in notes):
        head["policy"]["floor"] = "none"


def _usual(scale: int | Decimal) -> list[tuple[str, Decimal]]:
    return [(title, Decimal(percent)) for title, percent in USUAL_GRADES] if scale else []


def _grades(notes: Sequence[str]) -> list[dict[str, Any]]:
    """Return the grades that a note tells: 90分以上为优秀，80—89分为良好，60分以下为不合格."""
    found = []
    for note in notes:
        pieces = re.split("[；;，,。、\n]", tidy(note).split("：")[-1].split(":")[-1])
        found += [match for piece in pieces if (match := _GRADE.search(piece.strip()))]
    titles = {
        match["title"]: read_number(match["low"]) or 0 for match in found if not match["below"]
    }
    lowest = [match["title"] for match in found if match["below"]]
    grades = sorted(titles.items(), key=lambda each: -each[1])
    if not grades or len(lowest) != 1:
        return []
    return [{"title": title, "from": bound} for title, bound in (*grades, (lowest[0], 0))]


def _items(draft: Draft) -> list[dict[str, Any]]:
    return [item for category in Category for item in draft.tables[category.value]["item"]]


def _title(sheet: Sheet, heads: ScoreHeads) -> str:
    """Return the longest text above the header that is no line to be filled in."""
    above = [
        text for row in sheet.rows if row.number < heads.first for _, text in texts_of(row)
        if not re.search("[:：_]|^附件", text.strip())
    ]  # fmt: skip
    longest = max(above, key=len, default="")
    return "".join(_POINTS.sub("", longest).split())
