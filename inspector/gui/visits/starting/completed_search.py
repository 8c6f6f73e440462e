"""What narrows the completed visits: words, and a menu of filters that says what is chosen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site
from inspector.domain.visit.visit_search import Standing, VisitSearch
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button, label
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.words import kind_word, month_word
from inspector.translation import tr
from inspector.workspace.extent import month_of

PAUSE = 150
"""Milliseconds without a key before visits are looked for."""

MONTHS = 12
"""Offered one by one; what is older, by its year."""

_NAME_WIDTH = 160


class CompletedSearch(QWidget):
    """Stands in the line of the list's title."""

    changed = Signal()
    """Something else is looked for."""

    left = Signal()
    """The list should take the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = VisitSearch()
        self._site_name = ""
        self._sites: Sequence[Site] = ()
        self._today = date.min
        title = tr("Site, day, inspector, pinyin initials")
        self.words = SearchField("completedWords", title)
        self.words.setMinimumWidth(_NAME_WIDTH)
        self.filters = button("", "completedFilters", "quiet", steady=True)
        self.clear = button(tr("Clear the filter"), "completedClear", "quiet", steady=True)
        self.note = label("", "small")
        self.note.setObjectName("completedNote")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self.filters)
        row.addWidget(self.clear)
        row.addWidget(self.note)
        for each in (self.words, self.filters, self.clear):
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from list to list
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._on_words)
        self.words.textChanged.connect(self._typing.start)
        self.words.left.connect(self._leave_words)
        self.filters.clicked.connect(self.open_menu)
        self.clear.clicked.connect(self.forget)
        self._say()

    @property
    def search(self) -> VisitSearch:
        """What is looked for."""
        return replace(self._search, words=self.words.text())

    def offer(self, sites: Sequence[Site], today: date) -> None:
        """Offer the sites of the roster, and the months up to today's."""
        self._sites, self._today = sites, today

    def say_found(self, count: int, most: int) -> None:
        """Say that only the newest are listed, or that there is none."""
        said = tr("the newest {count}", count=most) if count >= most else ""
        if not count and not self.search.is_blank:
            said = tr("No visit fits.")
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def begin(self) -> None:
        """Ask for words."""
        self.words.setFocus()
        self.words.selectAll()

    def forget(self) -> None:
        """Look for nothing any more."""
        self._typing.stop()
        before = self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(before)
        self._take(VisitSearch(), "")

    def open_menu(self) -> None:
        """Offer the months, sites, kinds of visit and how records stand."""
        menu = QMenu(self.filters)
        menu.setObjectName("completedMenu")
        asked = self._search
        months = self._add(menu, tr("Month"), not (asked.first or asked.last))
        for said, first, last in self._spans():
            span = replace(asked, first=first, last=last)
            self._offer(months, said, span, (asked.first, asked.last) == (first, last))
        sites = self._add(menu, tr("Site"), not asked.site_id)
        for site in self._sites:
            of_site = replace(asked, site_id=site.id)
            self._offer(sites, site.name, of_site, asked.site_id == site.id, site.name)
        kinds = self._add(menu, tr("Kind of visit"), asked.kind is None)
        for kind in filter(lambda each: each.is_walked, InspectionKind):
            self._offer(kinds, kind_word(kind), replace(asked, kind=kind), asked.kind is kind)
        standings = self._add(menu, tr("Record"), asked.standing is None)
        for standing in Standing:
            chosen = asked.standing is standing
            stands = replace(asked, standing=standing)
            self._offer(standings, standing_word(standing), stands, chosen)
        menu.addSeparator()
        none = menu.addAction(tr("Clear the filter"), self.forget)
        none.setEnabled(not self.search.is_blank)
        menu.aboutToHide.connect(self.left)
        menu.popup(self.filters.mapToGlobal(QPoint(0, self.filters.height())))

    def _add(self, menu: QMenu, title: str, is_free: bool) -> QMenu:
        """Add the choices of one kind; the first takes what was chosen of it away."""
        part = menu.addMenu(title)
        part.setStyleSheet("QMenu { menu-scrollable: 1; }")
        free = part.addAction(tr("All"))
        free.setCheckable(True)
        free.setChecked(is_free)
        blank = {
            tr("Month"): {"first": None, "last": None},
            tr("Site"): {"site_id": ""},
            tr("Kind of visit"): {"kind": None},
            tr("Record"): {"standing": None},
        }[title]
        free.triggered.connect(lambda: self._take(replace(self._search, **blank)))  # type: ignore[arg-type]
        part.addSeparator()
        return part

    def _offer(
        self, menu: QMenu, said: str, search: VisitSearch, chosen: bool, site: str | None = None
    ) -> None:
        act = menu.addAction(said.replace("&", "&&"))
        act.setCheckable(True)
        act.setChecked(chosen)
        act.triggered.connect(lambda: self._take(search, site))

    def _take(self, search: VisitSearch, site: str | None = None) -> None:
        self._search = search
        self._site_name = self._site_name if site is None else site
        self._say()
        self.changed.emit()

    def _on_words(self) -> None:
        self._say()
        self.changed.emit()

    def _leave_words(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._on_words()
        self.left.emit()

    def _spans(self) -> list[tuple[str, date, date]]:
        """Return the months and years that are offered, in words, with their days."""
        spans: list[tuple[str, date, date]] = []
        month = month_of(self._today)
        for _ in range(MONTHS):
            spans.append((month_word(month.first), month.first, month.last))
            month = month_of(month.first - timedelta(days=1))
        for year in range(self._today.year, self._today.year - 3, -1):
            said = tr("All of {year}", year=year)
            spans.append((said, date(year, 1, 1), date(year, 12, 31)))
        return spans

    def _say(self) -> None:
        """Let the button say what is chosen."""
        asked = self._search
        spans = self._spans() if asked.first else []
        span = [said for said, first, last in spans if (first, last) == (asked.first, asked.last)]
        chosen = [
            *span[:1],
            *([self._site_name] if asked.site_id else []),
            *([kind_word(asked.kind)] if asked.kind else []),
            *([standing_word(asked.standing)] if asked.standing else []),
        ]
        _say(self.filters, " · ".join(chosen) or tr("Filter"))
        self.clear.setVisible(not self.search.is_blank)


def standing_word(standing: Standing) -> str:
    """Return how a record stands, in a word."""
    return {
        Standing.SIGNED: tr("Signed"),
        Standing.REFUSED: tr("Signature refused"),
        Standing.UNSIGNED: tr("Not signed"),
        Standing.AMENDED: tr("Amended"),
        Standing.REVIEWED: tr("Score changed by an appeal"),
        Standing.VETOED: tr("With a red line"),
    }[standing]


def _say(made: QPushButton, said: str) -> None:
    room = made.fontMetrics().horizontalAdvance("单") * 16
    short = made.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, room)
    made.setText(f"{short} ▾")
    made.setAccessibleName(said)
    made.setToolTip(said)
