"""What narrows the ledger besides the quick filters: text, place, people, period, round."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.category import Category
from inspector.domain.errors import RefusedInputError
from inspector.domain.finding.ledger import LedgerChoices, LedgerSource
from inspector.domain.finding.ledger_view import LedgerView, Period
from inspector.domain.visit.roster import Site
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LEAVE
from inspector.gui.rectify.ledger.ledger_words import period_word
from inspector.gui.theme import TEXT_SIZE, exact_font, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button, plain_tip
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word

_ROUNDS = 4
_WIDTHS = {
    "filterSite": 144, "filterWindow": 112, "filterCategory": 104, "filterDepartment": 112,
    "filterOwner": 112, "filterPeriod": 104, "filterRound": 112,
}  # fmt: skip
_DAY_WIDTH = 144
_LONGEST_TOLD = 240
"""Pixels of what is told of the chosen filters."""

_ARROW = 48
"""Pixels around the text of a field that drops down."""


class FilterBar(FlowRow):
    """`changed` when something else is asked; `site_changed` when there are other windows."""

    changed = Signal()
    site_changed = Signal()
    left = Signal()
    """Esc: back to the rows."""

    settled = Signal()
    """Something was chosen by mouse: the keyboard goes back to the rows."""

    def __init__(self, before: Sequence[QWidget], today: Callable[[], date]) -> None:
        """`before` stands before the fields, and stays when those give way."""
        self._site = Choice("filterSite", tr("Site"))
        self._window = Choice("filterWindow", tr("Window"))
        self._category = Choice("filterCategory", tr("Category"))
        self._department = Choice("filterDepartment", tr("Department"))
        self._owner = Choice("filterOwner", tr("Owner"))
        self._period = Choice("filterPeriod", tr("Found in"))
        self._first = DayField("filterFirst", tr("From"), today)
        self._last = DayField("filterLast", tr("To"), today)
        self._round = Choice("filterRound", tr("Round"))
        self._clear = button("", "clearFilters")
        self._fields = choices = (
            self._site, self._window, self._category, self._department, self._owner,
            self._period, self._round,
        )  # fmt: skip
        self.is_expanded = False
        widgets: list[QWidget] = [
            *before, self._clear, self._site, self._window, self._category, self._department,
            self._owner, self._period, self._first, self._last, self._round,
        ]  # fmt: skip
        super().__init__(widgets)
        for choice in choices:
            choice.currentIndexChanged.connect(self.changed)
            choice.clicked_one.connect(self.settled)
        self._site.currentIndexChanged.connect(self.site_changed)
        self._period.currentIndexChanged.connect(self._dress)
        for field in (self._first, self._last):
            fix_width(field, _DAY_WIDTH)
            field.field.editingFinished.connect(self.changed)
        self._clear.clicked.connect(self._on_clear)
        self.commands = CommandTable(self)
        self.commands.add("leave", tr("Back"), LEAVE, self.left.emit, left_over=True)
        self._category.offer(
            [(tr("Every category"), "")] + [(category_word(each), each.value) for each in Category]
        )
        self._period.offer([(period_word(each), each.value) for each in Period])
        self._round.offer(
            [(tr("Every round"), 0)]
            + [(tr("Round {number}", number=n), n) for n in range(1, _ROUNDS + 1)]
        )
        self._narrowing = 0
        self._dressed: tuple[object, ...] = ()
        """What there is room for: fields, days, what takes them off, and in which words."""

        self._source: LedgerSource | None = None
        self._sites: list[tuple[str, str]] | None = None
        self.offer_sites(())
        self.offer_choices(LedgerChoices((), (), ()))
        usual = QFontMetrics(exact_font(TEXT_SIZE))
        for choice in choices:
            titled = usual.horizontalAdvance(choice.itemText(0)) + _ARROW
            fix_width(choice, max(titled, _WIDTHS[choice.objectName()]))
        self._dress()

    def offer_sites(self, sites: Sequence[Site]) -> None:
        """Offer the sites of the roster."""
        offered = [(site.name, site.id) for site in sites]
        if offered != self._sites or self._site.count() > len(offered) + 1:  # one that is gone
            self._sites = offered
            self._site.offer([(tr("Every site"), ""), *offered])

    def offer_choices(self, choices: LedgerChoices) -> None:
        """Offer what there is among the findings."""
        for field, every, names in (
            (self._window, tr("Any window"), choices.windows),
            (self._department, tr("Every department"), choices.departments),
            (self._owner, tr("Every owner"), choices.owners),
        ):
            field.offer([(every, "")] + [(name, name) for name in names])

    @property
    def site_id(self) -> str:
        """The chosen site, or ''."""
        return str(self._site.currentData())

    def narrowed(self, view: LedgerView) -> LedgerView:
        """Return a view with what is asked here."""
        category = self._category.currentData()
        return replace(
            view,
            site_id=self.site_id,
            window_number=self._window.currentData(),
            category=Category(category) if category else None,
            department=self._department.currentData(),
            owner=self._owner.currentData(),
            period=Period(self._period.currentData()),
            first=_day(self._first),
            last=_day(self._last),
            round=self._round.currentData() or None,
            source=self._source,
        )

    def show_view(self, view: LedgerView) -> None:
        """Show what a view asks, without saying that it was chosen here."""
        self._site.choose(view.site_id, tr("A site that is gone"))
        self._window.choose(view.window_number)
        self._category.choose(view.category.value if view.category else "")
        self._department.choose(view.department)
        self._owner.choose(view.owner)
        self._period.choose(view.period.value)
        self._first.show_day(view.first)
        self._last.show_day(view.last)
        self._round.choose(view.round or 0)
        self._source = view.source
        self._dress(view.narrowing)

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        self._site.setFocus()

    def expand(self, expanded: bool) -> None:
        """Show the fields, or give their room to the rows."""
        self.is_expanded = expanded
        self._dress()

    def show_narrowing(self, count: int) -> None:
        """Offer to clear what narrows the ledger, where anything does."""
        self._dress(count)

    def _dress(self, narrowing: int | None = None) -> None:
        own = self._period.currentData() == Period.OWN.value
        for field in self._fields:
            field.setVisible(self.is_expanded)
        self._first.setVisible(own and self.is_expanded)
        self._last.setVisible(own and self.is_expanded)
        if narrowing is not None:
            self._narrowing = narrowing
        self._clear.setVisible(self._narrowing > 0)
        self._tell_chosen()
        dressed = self.is_expanded, own, self._narrowing > 0, self._clear.text()
        if dressed != self._dressed:
            self._dressed = dressed
            self.arrange()

    def _tell_chosen(self) -> None:
        """Say in one line what is chosen; the line takes it all off."""
        names = [
            field.currentText() for field in self._fields if field.currentData() not in ("", 0)
            and field.currentData() != Period.ALL.value
        ]  # fmt: skip
        if self._source is not None:
            names.append(self._source.title)
        said = tr("Filtered: {names}", names=tr(", ").join(names))
        room = self._clear.fontMetrics().elidedText(
            said, Qt.TextElideMode.ElideRight, _LONGEST_TOLD
        )
        self._clear.setText(f"{room}  ×")
        self._clear.setAccessibleName(tr("Take off: {filters}", filters=said))
        self._clear.setToolTip(plain_tip(self._clear.accessibleName()))

    def _on_clear(self) -> None:
        self.show_view(LedgerView())
        self.site_changed.emit()
        self.changed.emit()
        self.settled.emit()


def _day(field: DayField) -> date | None:
    try:
        return field.day()
    except RefusedInputError:
        return None  # it says so beneath itself
