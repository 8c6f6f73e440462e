"""Which columns of the ledger are in sight and how wide: chosen at the head, and kept."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from inspector.domain.finding.ledger import LedgerColumn
from inspector.domain.finding.ledger_layout import LedgerLayout
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.measures import measures, sized
from inspector.gui.rectify.ledger.ledger_columns import LEAST_PROBLEM, PROBLEM, PlacedColumn
from inspector.gui.session import Session
from inspector.gui.steps.marked_model import CHECK, CHECK_WIDTH
from inspector.translation import tr

_ALWAYS = (LedgerColumn.NUMBER, LedgerColumn.TEXT)
"""Without these nobody knows what a row is about."""

_ASKED = 11
"""The turn of the state while more time is asked for: that of the site, which stands before it."""

_WIDEST = 800
_ARROW = 44
"""Pixels around a title: the mark of the order, and its distances."""


_CHECK_BY_FINGER = 52
"""Pixels of the column of check boxes that a finger finds: the box does not begin at its edge."""


class ColumnLayout(QObject):
    """Where room is short, columns nobody asked for give way; those chosen stay, and scroll."""

    def __init__(self, table: QTableView, places: Sequence[PlacedColumn], session: Session) -> None:
        super().__init__(table)
        self._table, self._places, self._session = table, places, session
        self._header = header = table.horizontalHeader()
        self._layout = session.workspace.ledger_desk.layout()
        self._by: LedgerColumn | None = None
        self._is_asked = False  # more time, for some of the findings
        self._is_placing = False
        self._dragged: dict[str, int] = {}
        header.setMinimumSectionSize(CHECK_WIDTH)
        header.setSectionResizeMode(CHECK, QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        header.sectionResized.connect(self._on_resized)
        header.viewport().installEventFilter(self)

    def show_order(self, by: LedgerColumn) -> None:
        """Keep the column in sight, as the last to give way, by which the rows are ordered."""
        self._by = by
        self.make_room()

    def show_counts(self, counts: Mapping[Quick, int | None]) -> None:
        """Keep the state in sight, and as wide as its day is, where more time is asked for."""
        is_asked = bool(counts.get(Quick.ASKED, self._is_asked))
        if is_asked is not self._is_asked:
            self._is_asked = is_asked
            self.make_room()

    def choose(self) -> None:
        """Offer the columns to choose from."""
        self._open_menu(QPoint(0, self._header.height()))

    def make_room(self) -> None:
        """Hide the columns that matter least until the problem can be read; copies have all."""
        room = self._table.viewport().width() - sized(LEAST_PROBLEM)
        widths = [self._width(place) for place in self._places]
        asked = [self._layout.shown.get(place.name) for place in self._places]
        shown = {index for index, wanted in enumerate(asked) if wanted is not False}
        for _, _, index in sorted(
            (*self._turn(place), index)
            for index, place in enumerate(self._places)
            if place.turn and asked[index] is None
        ):
            if sum(widths[each] for each in shown if each != PROBLEM) <= room:
                break
            shown.discard(index)
        self._place(widths, shown, room)

    def _turn(self, place: PlacedColumn) -> tuple[bool, int]:
        """Return when it gives way: last what the rows are ordered by.

        What says until when more time is asked for does so after the site, before the number.
        """
        is_by = place.by is not None and place.by is self._by
        return is_by, _ASKED if self._is_asked and place.asked else place.turn

    def _place(self, widths: Sequence[int], shown: set[int], room: int) -> None:
        full = sum(widths[each] for each in shown if each != PROBLEM) > room
        scrolls = full and any(self._layout.shown.values())
        mode = QHeaderView.ResizeMode
        self._is_placing = True
        self._header.setSectionResizeMode(PROBLEM, mode.Fixed if scrolls else mode.Stretch)
        policy = Qt.ScrollBarPolicy
        self._table.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        for index, width in enumerate(widths):
            self._table.setColumnHidden(index, index not in shown)
            if index != PROBLEM:
                self._table.setColumnWidth(index, width)
            elif scrolls:
                self._table.setColumnWidth(index, sized(LEAST_PROBLEM))
        self._is_placing = False

    def _width(self, place: PlacedColumn) -> int:
        """Return the width that was chosen; else what a column and its title need."""
        title = place.column.title
        if not title:
            usual = _CHECK_BY_FINGER if measures().by_finger else place.column.width
            return sized(usual)
        if chosen := self._layout.widths.get(place.name):
            return min(max(chosen, CHECK_WIDTH), _WIDEST)
        needed = self._header.fontMetrics().horizontalAdvance(title) + _ARROW
        wanted = max(place.column.width, place.asked) if self._is_asked else place.column.width
        return max(sized(wanted), needed)

    # Choosing

    def _on_resized(self, index: int, _: int, width: int) -> None:
        if not self._is_placing and index not in (CHECK, PROBLEM):
            self._dragged[self._places[index].name] = width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the widths once the edge of a head is let go."""
        if event.type() is QEvent.Type.MouseButtonRelease and self._dragged:
            dragged, self._dragged = self._dragged, {}
            self._keep(self._layout.sized(dragged))
        return super().eventFilter(watched, event)

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, place in enumerate(self._places):
            if index == CHECK:
                continue
            act = menu.addAction(place.column.title)
            act.setObjectName(f"column-{place.name}")
            act.setCheckable(True)
            act.setChecked(not self._table.isColumnHidden(index))
            act.setEnabled(place.by not in _ALWAYS)
            act.triggered.connect(lambda on, name=place.name: self._show(name, on))
        menu.addSeparator()
        usual = menu.addAction(tr("Columns as usual"))
        usual.setObjectName("usualColumns")
        usual.triggered.connect(lambda: self._keep(LedgerLayout()))
        menu.popup(self._header.mapToGlobal(where))

    def _show(self, name: str, shown: bool) -> None:
        self._keep(self._layout.showing(name, shown))

    def _keep(self, layout: LedgerLayout) -> None:
        self._layout = layout
        self.make_room()
        desk = self._session.workspace.ledger_desk
        self._session.attempt(lambda: desk.remember_layout(layout))
