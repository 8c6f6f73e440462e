"""What the next meeting goes through: the figures, the praise, the findings."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.meeting.meeting import BUDGET, Agenda, Part
from inspector.domain.meeting.meeting_length import FINDING as FINDING_SECONDS
from inspector.domain.meeting.meeting_length import length_of, minutes_of, problems_in
from inspector.domain.meeting.topic import Topic, TopicKind, shown, topics_of, what_fits
from inspector.gui.measures import sized
from inspector.gui.meeting.choosing.kind_boxes import KindBoxes
from inspector.gui.meeting.choosing.topic_model import BOX, FINDING, WIDTHS, TopicModel
from inspector.gui.meeting.screens.meeting_words import kind_word, part_word
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, plain_tip, set_role, wrapped
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

_LESSER, _ROOM_FOR_ALL = (3, 4), 840
"""Columns that give way where the list is narrower than so many pixels: its screens say it."""

_LEAST = 200
"""Pixels of the finding for which other columns give way."""

_BESIDE_KIND = 56
"""Pixels of the column of kinds for its box, and around."""

_ROOM_FOR_FIGURES = 560
"""Pixels: in a lower window the boxes say how many there are of each."""

_ALSO_LESSER = (5,)
"""The deadline gives way as well; box and kind stay: by them one says what is shown."""

_WINDOW = (1, 72)
"""The column of windows, which is cut before the finding is, and the pixels that it keeps."""


class Figures(QWidget):
    """How many there are of each, as large figures."""

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._texts = [label("", "figure") for _ in range(len(Part) + 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        for title, text in zip(
            [tr("Praise (items)"), *map(part_word, Part)], self._texts, strict=True
        ):
            column = stack(None, (label(title, "small"), text))
            row.addLayout(column, 1)

    @property
    def counts(self) -> list[int]:
        """Praise, new, due today, overdue, found again."""
        return [int(text.text()) for text in self._texts]

    def show_agenda(self, agenda: Agenda, today: date) -> None:
        """Count; due, overdue and found again is whatever the rows say is so on `today`."""
        overdue = len(agenda.overdue_on(today))
        parts = {
            Part.NEW: len(agenda.found_since),
            Part.DUE_TODAY: len(agenda.due_on(today)),
            Part.OVERDUE: overdue,
            Part.REPEATS: sum(item.finding.is_repeat for item in agenda.items),
        }
        counts = [len(agenda.praise), *(parts[part] for part in Part)]
        for text, count in zip(self._texts, counts, strict=True):
            text.setText(str(count))
        set_role(self._texts[list(Part).index(Part.OVERDUE) + 1], "alarm" if overdue else "figure")


class AgendaView(QWidget):
    """The figures and what is ticked over the list, or over the reason why there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: dict[int, int] = {}  # how wide columns are, as far as they were measured
        surface(area=self)
        self._budget, self._pace = BUDGET, FINDING_SECONDS
        self.figures = Figures()
        self.also_due = ElidedLabel("secondary")
        self.also_due.setObjectName("agendaAlsoDue")
        self.also_due.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self.boxes = KindBoxes()
        self.length = wrapped("", "secondary")
        self.length.setObjectName("agendaLength")
        self.model = TopicModel()
        self.table = TableView(self.model, "agenda", tr("What the next meeting shows"))
        self._room = GivingWay(self.table, FINDING, _LEAST, _ALSO_LESSER, _WINDOW)
        self.reason = wrapped("", "secondary")
        self.reason.setObjectName("agendaReason")
        self.reason.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._beside = stack(None, ((self.length, 1),), spacing=GRID, across=True)
        self._beside.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID // 2)
        parts = (self.figures, self.also_due, self.boxes, self._beside, (self.table, 1))
        stack(self, (*parts, self.reason)).addStretch()
        self.model.changed.connect(self._show_ticks)
        self.boxes.asked.connect(self.tick_kind)
        self.table.clicked.connect(self._on_clicked)

    def show_agenda(
        self,
        agenda: Agenda,
        drill: str,
        left_out: Collection[str],
        today: date,
        pace: int,
        stays: Collection[str] = (),
    ) -> None:
        """Show what there is to talk about; `pace` is the seconds that a finding takes.

        `stays` are the findings, by their ids, that were talked about already.
        """
        self._pace = pace
        self.figures.show_agenda(agenda, today)
        topics = topics_of(agenda, drill, today)
        also = _also(agenda, topics, today)
        self.also_due.setText(also)
        self.also_due.setVisible(bool(also) and not self.figures.isHidden())
        self.model.show_topics(topics, left_out, today, stays)
        self._wanted.clear()
        self._share_out()
        is_chosen = any(topic.kind is not TopicKind.DRILL for topic in topics)
        for each in (self.table, self.boxes, self.length):
            each.setVisible(is_chosen)
        if is_chosen:
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

    def give_fit(self, fit: QWidget) -> None:
        """Offer beside the length what shortens it."""
        self._beside.addWidget(fit)

    def set_budget(self, minutes: int) -> None:
        """Say how what is ticked fits into so many minutes."""
        self._budget = minutes
        self._show_ticks()

    @property
    def in_front(self) -> Topic | None:
        """The topic whose row is chosen."""
        row = self.table.currentIndex().row()
        return self.model.row_at(row) if row >= 0 else None

    def tick_row(self) -> None:
        """Show the topic in front, or leave it out."""
        topic = self.in_front
        if topic is not None:
            self.model.tick([topic], shown=not self.model.is_ticked(topic))

    def tick_kind(self, kind: TopicKind | None) -> None:
        """Show all topics of a kind (None: of every kind), or none where all are shown."""
        own = [each for each in self.model.topics if kind in (None, each.kind)]
        every = all(map(self.model.is_ticked, own))
        self.model.tick(own, shown=not every)

    def tick_what_fits(self) -> None:
        """Leave out the lighter findings that the planned minutes do not hold.

        The keyboard goes to the list: what offered this is gone then.
        """
        self.table.setFocus()
        self.model.show_only(what_fits(self.model.ticked, self._budget, self._pace))

    @property
    def is_too_long(self) -> bool:
        """What is ticked takes longer than the planned minutes."""
        return self._minutes > self._budget

    @property
    def _minutes(self) -> int:
        return minutes_of(length_of(shown(self.model.ticked), self._pace))

    def _show_ticks(self) -> None:
        ticked, topics = self.model.ticked, self.model.topics
        self.boxes.show_ticks(topics, ticked)
        counted = shown(ticked)
        said = {
            "budget": self._budget,
            "fits": problems_in(self._budget, counted, self._pace),
            "rows": len(ticked),
            "shown": counted.problems,
            "minutes": self._minutes,
        }
        over = self._minutes - self._budget
        self.length.setText(
            tr(
                "Room in {budget} min: about {fits}; ticked: {rows}, findings among"
                " them: {shown}, about {minutes} min, {over} more than planned.",
                over=over,
                **said,
            )
            if over > 0
            else tr(
                "Room in {budget} min: about {fits}; ticked: {rows}, findings among"
                " them: {shown}, about {minutes} min.",
                **said,
            )
        )
        self.length.setToolTip(
            plain_tip(
                tr(
                    "Counted with {pace} s for a finding, a quarter of that for each further"
                    " window, half for what was put right; 20 s for a screen of praise, 2 min for"
                    " the drill, 1 min for the rest. Once three meetings of a hall were held,"
                    " their own pace counts.",
                    pace=self._pace,
                )
            )
        )
        set_role(self.length, "caution" if over > 0 else "secondary")

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == BOX:
            self.tick_row()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):  # other eyes
            self._wanted.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.window().height() >= sized(_ROOM_FOR_FIGURES)
        self.figures.setVisible(has_room)
        self.also_due.setVisible(has_room and bool(self.also_due.text()))
        self._share_out()

    def _share_out(self) -> None:
        """Give the finding, which is read, the room that the other columns do not need."""
        table, header = self.table, self.table.horizontalHeader()
        narrow = self.width() < sized(_ROOM_FOR_ALL)
        for column in _LESSER:
            table.setColumnHidden(column, narrow)
        words = max(header.fontMetrics().horizontalAdvance(kind_word(each)) for each in TopicKind)
        table.setColumnWidth(BOX, words + sized(_BESIDE_KIND))
        for column, width in WIDTHS.items():
            if column not in self._wanted:
                self._wanted[column] = self._widest(column)
            said = max(self._wanted[column], header.sectionSizeHint(column))
            table.setColumnWidth(column, min(sized(width), said))
        self._room.arrange()

    def _widest(self, column: int) -> int:
        """Return the pixels that the rows of a column need.

        Of the row with the widest text: the view would ask Python of each row half a dozen times,
        and each time wait for the lock of whoever reads beside it.
        """
        metrics, said = self.table.fontMetrics(), self.model.columns[column].text
        widths = {row: metrics.horizontalAdvance(said(each))
                  for row, each in enumerate(self.model.topics)}  # fmt: skip
        if not widths:
            return 0
        index = self.model.index(max(widths, key=widths.__getitem__), column)
        return self.table.sizeHintForIndex(index).width() + self.table.showGrid()


def _also(agenda: Agenda, topics: Sequence[Topic], today: date) -> str:
    """Say why the figures are not those of the boxes: each finding stands in one row only."""
    of = {each.id: topic.kind for topic in topics for each in topic.findings}

    def elsewhere(kind: TopicKind, findings: Sequence[Finding]) -> str:
        among = Counter(of[each.id] for each in findings)
        said = [
            tr("{count} among “{kind}”", count=among[other], kind=kind_word(other))
            for other in TopicKind
            if among[other] and other is not kind
        ]
        return tr(", ").join(said)

    said = []
    if parts := elsewhere(TopicKind.NEW, agenda.found_since):
        said.append(tr("Of the new findings {parts}", parts=parts))
    if parts := elsewhere(TopicKind.DUE_TODAY, agenda.due_on(today)):
        said.append(tr("Of those due today {parts}", parts=parts))
    if parts := elsewhere(TopicKind.OVERDUE, agenda.overdue_on(today)):
        said.append(tr("Of those overdue {parts}", parts=parts))
    if any(len(topic.items) > 1 for topic in topics):
        said.append(tr("The same problem at several windows is one row"))
    return tr("; ").join(said)
