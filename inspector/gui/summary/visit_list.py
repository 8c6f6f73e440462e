"""The visits that a figure was computed from."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.checklist.points import format_score
from inspector.domain.figures.figure_facts import OwnScore, VisitRow
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE
from inspector.gui.summary.sections.figure_words import NONE
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.words import day_text, found_text, kind_word, part_text, part_tip
from inspector.translation import tr

_SITE, _LEAST_SITE = 1, 112
"""The column of the names, which shrink last, and the pixels that are left to them."""

_GIVING_WAY = (3, 2)
"""The columns that give way to them: the checklist, then the kind of visit."""

_FOUND = 7
"""The column of the score before appeals, of sites and of one; shown where it is different."""

_OBSERVED = 8
"""The column of how much was observed, of both as well; shown where it is not everything."""


class Whose(Enum):
    """Of whom the scores are."""

    SITE = auto()
    WINDOW = auto()
    PERSON = auto()


class VisitList(QWidget):
    """Enter opens a visit, Esc leads back."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model: TableModel[VisitRow] = TableModel(_of_sites())
        self.table = TableView(self.model, "summaryVisits", tr("Visits"), self)
        self._room = GivingWay(self.table, _SITE, _LEAST_SITE, _GIVING_WAY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.commands = CommandTable(self)
        for name, words, keys, do, at in (
            ("open", tr("Open the visit"), CONFIRM, self.table.open_row, self.table),
            ("copy", tr("Copy"), ("Ctrl+C",), self.table.copy_rows, self.table),
            ("leave", tr("Back"), LEAVE, self.left.emit, self),
        ):
            self.commands.add(name, words, keys, do, short=words, at=at)
        give_context_menu(self.table, list(self.commands))
        self.table.opened.connect(lambda row: self.opened.emit(self.model.row_at(row).id))

    def show_rows(self, rows: Sequence[VisitRow], of: Whose = Whose.SITE) -> None:
        """Show other visits, from the top: with the scores of the sites, or of whose they are."""
        self.model.set_columns(_of_sites() if of is Whose.SITE else _of_one(of))
        self.table.lay_out_columns()
        changed = any(_own_found(row.own) if row.own else row.found for row in rows)
        self.table.setColumnHidden(_FOUND, not changed)
        self.table.setColumnHidden(_OBSERVED, not any(map(_observed, rows)))
        last = self.model.columnCount() - 1
        self.table.setColumnHidden(last, not any(row.part[1] for row in rows))
        self.model.set_rows(rows)
        self._room.arrange()
        if rows:
            self.table.selectRow(0)


def _first_columns() -> list[Column[VisitRow]]:
    return [
        Column(tr("Day"), lambda row: day_text(row.day), 144),
        Column(tr("Site"), lambda row: row.site_name),
        Column(tr("Kind of visit"), lambda row: kind_word(InspectionKind(row.kind)), 104),
        Column(tr("Checklist"), lambda row: row.pack.name, 168),
    ]


def _of_sites() -> list[Column[VisitRow]]:
    return [
        *_first_columns(),
        Column(tr("Windows"), lambda row: str(row.windows), 64, number=True),
        Column(tr("Score"), lambda row: format_score(row.total), 80, number=True),
        Column(tr("Grade"), _grade, 104, copied=lambda row: row.grade or NONE),
        Column(tr("At visit"), lambda row: found_text(row.found), 136),
        Column(tr("Observed"), _observed, 136, number=True),
        Column(tr("Findings"), lambda row: str(row.findings), 72, number=True),
        _parts_column(),
    ]


def _parts_column() -> Column[VisitRow]:
    """Return the column of shared visits (分头检查), the last one; shown where any is one."""

    def names(row: VisitRow) -> str:
        return part_tip(row.part, "、".join(row.inspectors))

    return Column(tr("Shared visit"), lambda row: part_text(row.part), 96, why=names)


def _of_one(of: Whose) -> list[Column[VisitRow]]:
    """Return columns from which the mean of a window or a person can be followed."""

    def own(text: Callable[[OwnScore], str]) -> Callable[[VisitRow], str]:
        return lambda row: text(row.own) if row.own is not None else NONE

    if of is Whose.WINDOW:
        score, findings = tr("Score of the window"), tr("Findings there")
    else:
        score, findings = tr("Score of the person"), tr("Findings with them")
    return [
        *_first_columns(),
        Column(tr("Window"), own(lambda one: one.window_number), 112),
        Column(tr("Staff no."), own(lambda one: one.staff_number or NONE), 96),
        Column(score, own(lambda one: format_score(one.score)), 104, number=True),
        Column(tr("At visit"), own(_own_found), 104, number=True),
        Column(tr("Observed"), _observed, 136, number=True),
        Column(findings, own(lambda one: str(one.findings)), 96, number=True),
        Column(tr("Score of the site"), lambda row: format_score(row.total), 104, number=True),
        _parts_column(),
    ]


def _own_found(own: OwnScore) -> str:
    return format_score(own.found) if own.found != own.score else ""


def _observed(row: VisitRow) -> str:
    """Write how much was observed, where it is not all, and whether it still is ranked."""
    own = row.coverage
    if own is None or own.observed == own.asked:
        return ""
    share = f"{own.observed}/{own.asked}"
    return share if row.ranked else tr("{share}, not ranked", share=share)


def _grade(row: VisitRow) -> str:
    return f"★ {row.grade}" if row.vetoes else row.grade or NONE
