"""What the next meeting goes through: the figures, the praise, the findings."""

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.meeting.meeting import Agenda, AgendaItem, Part
from inspector.gui.measures import sized
from inspector.gui.meeting.screens.meeting_words import (
    deadline_word,
    part_word,
    place_word,
    praise_place,
    short_deduction_word,
)
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, set_role, wrapped
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import times_word

_LESSER, _ROOM_FOR_ALL = (3, 4), 840
"""Columns that give way where the list is narrower than so many pixels: its screens say it."""

_WIDTHS: dict[int, int] = {0: 120, 1: 200, 3: 136, 4: 112, 5: 208}
"""Most pixels of the columns beside the finding, which has what they do not need."""

_FINDING, _LEAST = 2, 200
"""The column of the finding, and the pixels of it for which others give way."""

_ALSO_LESSER = (5, 0)
"""Deadline first, then the part: the figures over the list count those."""


class Figures(QWidget):
    """How many there are of each, as large figures."""

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._texts = [label("", "figure") for _ in range(len(Part) + 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        for title, text in zip([tr("Praise"), *map(part_word, Part)], self._texts, strict=True):
            column = stack(None, (label(title, "small"), text))
            row.addLayout(column, 1)

    @property
    def counts(self) -> list[int]:
        """Praise, new, due today, overdue, found again."""
        return [int(text.text()) for text in self._texts]

    def show_agenda(self, agenda: Agenda, today: date) -> None:
        """Count; due and overdue is whatever the rows say is so on `today`."""
        overdue = len(agenda.overdue_on(today))
        parts = {part: len(agenda.of(part)) for part in Part}
        parts |= {Part.DUE_TODAY: len(agenda.due_on(today)), Part.OVERDUE: overdue}
        for text, count in zip(self._texts, [len(agenda.praise), *parts.values()], strict=True):
            text.setText(str(count))
        set_role(self._texts[list(Part).index(Part.OVERDUE) + 1], "alarm" if overdue else "figure")


class AgendaView(QWidget):
    """The figures over the list, or over the reason why there is none."""

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._today = date.min
        self.figures = Figures()
        self.praise = ElidedLabel("secondary")
        self.praise.setObjectName("agendaPraise")
        self.praise.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self.also_due = ElidedLabel("secondary")
        self.also_due.setObjectName("agendaAlsoDue")
        self.also_due.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self.model: TableModel[AgendaItem] = TableModel(self._columns())
        self.table = TableView(self.model, "agenda", tr("Findings of the next meeting"))
        self._room = GivingWay(self.table, _FINDING, _LEAST, _ALSO_LESSER)
        self.reason = wrapped("", "secondary")
        self.reason.setObjectName("agendaReason")
        self.reason.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        stack(
            self,
            (self.figures, self.also_due, self.praise, (self.table, 1), self.reason),
        ).addStretch()

    def show_agenda(self, agenda: Agenda, today: date) -> None:
        """Show what there is to talk about."""
        self._today = today
        self.figures.show_agenda(agenda, today)
        who = tr("; ").join(dict.fromkeys(praise_place(each) for each in agenda.praise))
        self.praise.setText(tr("Praise: {who}", who=who))
        self.praise.setVisible(bool(agenda.praise))
        also = _also(agenda, today)
        self.also_due.setText(also)
        self.also_due.setVisible(bool(also))
        self.model.set_rows(agenda.items)
        self._share_out()
        self.table.setVisible(bool(agenda.items))
        if agenda.items:
            self.table.selectRow(0)
        self.reason.setText(
            tr("No finding is new, due today or overdue. The praise and the drill remain.")
            if agenda.praise
            else tr(
                "Nothing was inspected since then, and nothing is due. A completed inspection"
                " with findings appears here; a meeting can be held with the drill alone."
            )
        )
        self.reason.setVisible(not agenda.items)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give the finding, which is read, the room that the other columns do not need."""
        table, header = self.table, self.table.horizontalHeader()
        narrow = self.width() < sized(_ROOM_FOR_ALL)
        for column in _LESSER:
            table.setColumnHidden(column, narrow)
        for column, width in _WIDTHS.items():
            said = max(table.sizeHintForColumn(column), header.sectionSizeHint(column))
            table.setColumnWidth(column, min(sized(width), said))
        self._room.arrange()

    def _columns(self) -> list[Column[AgendaItem]]:
        return [
            Column(tr("Part"), lambda item: part_word(item.part), _WIDTHS[0]),
            Column(tr("Window"), _place, _WIDTHS[1]),
            Column(tr("Finding"), lambda item: item.finding.text),
            Column(tr("Deduction"), lambda item: short_deduction_word(item.finding), 112),
            Column(tr("Repeat"), lambda item: times_word(item.finding.times_at_window), 112),
            Column(tr("Deadline"), self._deadline, _WIDTHS[5]),
        ]

    def _deadline(self, item: AgendaItem) -> str:
        return deadline_word(item.finding, self._today)


def _also(agenda: Agenda, today: date) -> str:
    """Say what is due today or overdue and stands under another part."""
    said = []
    if due := agenda.also_due_on(today):
        said.append(
            tr_count(
                due,
                "1 of those due today stands under another part",
                "{count} of those due today stand under other parts",
            )
        )
    if late := agenda.also_overdue_on(today):
        said.append(
            tr_count(
                late,
                "1 of the overdue stands under another part",
                "{count} of the overdue stand under other parts",
            )
        )
    return tr("; ").join(said)


def _place(item: AgendaItem) -> str:
    return place_word(item.finding.window_number, item.finding.staff_number)
