"""The rows of a paper score sheet: headings, items, totals; what an item is, `paper_items` knows.

An item may take several rows, each with a deduction of its own, its points merged over them.
"""

import re
from decimal import Decimal

from inspector.domain.checklist.category import Category
from inspector.domain.faults import Fault
from inspector.excel.packs.clerk_spellings import is_caption, on_one_line, points_of
from inspector.excel.packs.heading_category import FOUR, category_of_heading, named_category
from inspector.excel.packs.pack_draft import Draft, SheetCell
from inspector.excel.packs.pack_values import read_value
from inspector.excel.packs.paper_items import MARKS, NUMBERED, PaperItem, put_item
from inspector.excel.packs.score_sheet_heads import OWN_FIELDS, Part, ScoreHeads
from inspector.excel.packs.scoring_words import OFF_THE_TOTAL, ON_TOP, VETO, told_apart
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.plain_sheets import Row, Sheet
from inspector.excel.reading.sheet_table import SheetTable
from inspector.excel.reading.table_foot import FootRow, foot_row
from inspector.excel.reading.typed_cells import read_number, tidy

_IN_BRACKETS = re.compile(r"[(（]\s*(?:共|计|满分)?\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]")
_LABEL = re.compile(r"[\u4e00-\u9fff]{1,10}\s*[:：]")
_SIGNED = re.compile("签(?:字|名|章)|盖章")
_DASHES = ("/", "-", "—", "——", "–", "无")
_NO_KINDS = KindNames(())


class ScoreSheetRows:
    """Reads the rows of one score sheet into `draft`."""

    def __init__(self, draft: Draft, order: int, sheet: Sheet, heads: ScoreHeads) -> None:
        self.draft, self._order, self._sheet, self._heads = draft, order, sheet, heads
        spread = (heads.text, *heads.own.values(), *heads.printed.values())
        self._table = SheetTable[Part](sheet, heads.columns, spread)
        self.headings: dict[str, Category] = {}  # as their words were understood
        self.notes: list[str] = []  # texts below the table
        self._asked: set[str] = set()
        self._heading, self._caption = "", ""
        self._sums = {"heading": Decimal(0), "table": Decimal(0)}
        self._promised: tuple[Decimal, SheetCell] | None = None

    def read(self) -> None:
        """Read all rows below the header."""
        item: PaperItem | None = None
        is_over = False
        for row in self._sheet.rows:
            if row.number <= self._heads.last:
                continue
            own = self._table.own(row)
            said = [str(cell.value).strip() for _, cell in sorted(own.items()) if cell.value]
            if not said:
                continue
            foot = foot_row(own.items())
            if foot is None and self._is_signed(row, said):
                foot = FootRow.SIGNATURE
            if foot is FootRow.TOTAL:
                self._put(item)
                item = None
                self._check_total(row, whole="小计" not in "".join(said[:1]))
                continue
            if self._goes_on(item, row):
                assert item is not None
                self._gather(item, row)
                continue
            if foot is FootRow.SIGNATURE:
                is_over = True
                self.notes += said
                continue
            if not self._points(row) and len(said) == 1:
                (column, _), *_ = sorted(own.items())
                if not is_over and self._is_caption(row, column, said[0]):
                    self._put(item)
                    item = None
                    self._begin_heading(row, column, said[0], caption=True)
                else:
                    self.notes += said
                continue
            if is_over and not self._points(row):
                self.notes += said
                continue
            self._put(item)
            item = self._begin(row)
        self._put(item)
        self._check_heading()

    def _begin(self, row: Row) -> PaperItem:
        """Return the item that begins in a row."""
        heading_column = self._heads.heading
        if heading_column is not None:
            said = self._at(row, heading_column)
            if said and said != self._heading:
                self._begin_heading(row, heading_column, said)
        number = self._at(row, self._heads.columns.get(Part.NUMBER))
        heading = _plain(self._heading or self._caption)
        full, kind = self._worth(row)
        where = {
            "text": self._cell(row, self._heads.text),
            "full": self._cell(row, self._heads.columns[Part.POINTS]),
            "rule": self._cell(row, self._heads.columns.get(Part.RULE, self._heads.text)),
        }
        marks = "".join(MARKS.findall(f"{number}{self._at(row, self._heads.text)}{heading}"))
        item = PaperItem(heading, self._category(row, heading), where, marks, full, kind)
        self._own_fields(item, row)
        self._gather(item, row)
        return item

    def _gather(self, item: PaperItem, row: Row) -> None:
        """Take in what a row says of an item: its own text, deduction and printed texts."""
        wanted = (Part.POINTS, Part.RULE, Part.TEXT, Part.HEADING, Part.CATEGORY)
        for part, cell in ((part, self._table.cell(row, part)) for part in wanted):
            if cell is not None and cell.type == "f" and not self._table.is_merged(row, part):
                where = self._cell(row, self._heads.columns[part])
                self.draft.refuse(where, Fault.FORMULA, str(cell.value))
        text, rule_column = self._at(row, self._heads.text), self._heads.columns.get(Part.RULE)
        rule = self._at(row, rule_column)
        if text and text in item.texts:
            text = ""  # merged over the rows
        if not rule and text:
            demanded, rule = told_apart(text)
            text = demanded or text
            where = self._cell(row, self._heads.text)
        else:
            where = self._cell(row, rule_column or self._heads.text)
        if text:
            item.texts.append(text)
        if rule and not any(rule == told for _, told, _ in item.rules):
            item.rules.append((text, rule, where))
        for index, column in enumerate(self._heads.printed.values()):
            if index == len(item.cells):
                item.cells.append([])
            said = self._at(row, column)
            if said and said not in item.cells[index]:
                item.cells[index].append(said)

    def _put(self, item: PaperItem | None) -> None:
        if item is not None:
            self._count(put_item(self.draft, item))

    def _own_fields(self, item: PaperItem, row: Row) -> None:
        """Read the columns that a full workbook has as well: 范围, 检查方法, 时限."""
        for head, column in self._heads.own.items():
            leaf = OWN_FIELDS[head]
            where = self._cell(row, column)
            value, wrong = read_value(leaf.field, self._table.at(row, column), _NO_KINDS)
            if wrong is not None:
                self.draft.refuse(where, *wrong)
            item.own[leaf.key[-1]] = (value, where)

    def _worth(self, row: Row) -> tuple[int | Decimal | None, str]:
        """Return the points of a row's item, and what else its cell says of them."""
        said = self._points(row)
        plain = MARKS.sub("", said)
        for words in ((VETO, "红线"), OFF_THE_TOTAL, ON_TOP):
            if plain in words or ("★" in said and not plain and words[0] == VETO):
                return None, words[0]
        if not plain or plain in _DASHES:
            return None, ""
        number = read_number(plain)
        if number is None:
            number, unit = points_of(plain)
            number = None if unit else number
        if number is None:
            where = self._cell(row, self._heads.columns[Part.POINTS])
            self.draft.refuse(where, Fault.NOT_A_NUMBER, plain)
            return 0, ""
        return number, ""

    def _category(self, row: Row, heading: str) -> Category:
        column = self._heads.columns.get(Part.CATEGORY)
        if said := self._at(row, column):
            named = named_category(said)
            if named is None:
                assert column is not None
                self.draft.refuse(self._cell(row, column), Fault.NOT_ONE_OF, said, FOUR)
            return named or Category.OPERATING_NORMS
        plain = heading or self._sheet.name
        known = category_of_heading(plain)
        if known is None and plain not in self._asked:
            self._asked.add(plain)
            where = self._cell(row, self._heads.heading or self._heads.text)
            self.draft.refuse(where, Fault.WHICH_CATEGORY, plain, FOUR)
        elif known is not None and plain not in (VETO, *OFF_THE_TOTAL, *ON_TOP):
            self.headings[plain] = known
        return known or Category.OPERATING_NORMS

    def _begin_heading(self, row: Row, column: int, said: str, *, caption: bool = False) -> None:
        """Take in a heading; what it promises in brackets is compared at its end."""
        if caption:
            self._caption, self._heading = said, ""
        else:
            self._heading = said
        if promised := _IN_BRACKETS.search(tidy(said)):
            self._check_heading()
            self._sums["heading"] = Decimal(0)
            self._promised = (Decimal(promised[1]), self._cell(row, column))

    def _check_heading(self) -> None:
        if self._promised is not None:
            points, where = self._promised
            self._compare(self._sums["heading"], points, where)
        self._promised = None

    def _check_total(self, row: Row, *, whole: bool) -> None:
        """Compare a row of totals with the points above it; a formula is nobody's claim."""
        said = read_number(self._points(row).removesuffix("分"))
        if said is not None and whole:
            where = self._cell(row, self._heads.columns[Part.POINTS])
            self._compare(self._sums["table"], Decimal(said), where)

    def _compare(self, found: Decimal, said: Decimal, where: SheetCell) -> None:
        if found != said:
            self.draft.refuse(where, Fault.POINTS_ADD_UP, f"{found:f}", f"{said:f}")

    def _count(self, worth: int | Decimal) -> None:
        for key in self._sums:
            self._sums[key] += worth

    def _goes_on(self, item: PaperItem | None, row: Row) -> bool:
        """Tell whether a row is one more of the item above: its points are merged, or it has no
        text and points of its own and one more deduction.
        """
        if item is None:
            return False
        if self._table.is_merged(row, Part.POINTS):
            return True
        text = row.cells.get(self._heads.text)
        is_own = text is not None and not self._table_continues(row, self._heads.text)
        return (
            not is_own
            and not self._points(row)
            and bool(self._at(row, self._heads.columns.get(Part.RULE)))
        )

    def _table_continues(self, row: Row, column: int) -> bool:
        return column not in self._table.own(row)

    def _is_signed(self, row: Row, said: list[str]) -> bool:
        """Tell whether a row is to be signed, or remarks on the table: 考评组长：, 评定：…."""
        worth = read_number(self._points(row).removesuffix("分")) is not None
        return not worth and (_LABEL.match(said[0]) is not None or bool(_SIGNED.search(said[-1])))

    def _is_caption(self, row: Row, column: int, said: str) -> bool:
        wide = any(
            area.left <= column < area.right and area.top <= row.number <= area.bottom
            for area in self._sheet.merged
        )
        return (wide and len(said) <= 30) or is_caption(said)

    def _points(self, row: Row) -> str:
        return self._at(row, self._heads.columns[Part.POINTS])

    def _at(self, row: Row, column: int | None) -> str:
        """Return the text of a cell; a number as it shows."""
        cell = None if column is None else self._table.at(row, column)
        if cell is None or cell.value is None or cell.type == "f":
            return ""
        if isinstance(cell.value, float) and cell.value == int(cell.value):
            return str(int(cell.value))
        return str(cell.value).replace("\r\n", "\n").strip()

    def _cell(self, row: Row, column: int) -> SheetCell:
        return SheetCell(self._order, row.number, column, self._sheet.place(row.number, column))


def _plain(heading: str) -> str:
    """Return a heading without its number, its points in brackets and marks."""
    bare = MARKS.sub("", _IN_BRACKETS.sub("", heading))
    return on_one_line(NUMBERED.sub("", bare).strip().strip("：:"))
