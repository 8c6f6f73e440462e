"""The bar that says which days, site and checklist the figures are of."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.days.span import Span, SpanKind
from inspector.domain.errors import RefusedInputError
from inspector.domain.visit.roster import Site
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LEAVE
from inspector.gui.measures import measures, sized
from inspector.gui.summary.period_choice import PeriodChoice
from inspector.gui.summary.sections.figure_words import kind_word, label_text, sites_text
from inspector.gui.summary.summary_commands import FREE_LETTER, LETTERS, PHASE, PHASE_LETTER
from inspector.gui.theme import GRID, fix_height, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button
from inspector.translation import tr

_SEVERAL, _OTHERS = "several sites", "other several sites"
"""Values of the choice of sites: those chosen, and to choose them; no site has such an id."""

_DAY_WIDTH = 136
_CHOICE_WIDTH, _NARROW_CHOICE_WIDTH = 168, 128
_LABEL_WIDTH, _ARROW_WIDTH = 176, 32


class PeriodBar(FlowRow):
    """Tells what was asked of it; it shows what it is told."""

    kind_asked = Signal(object)
    """A SpanKind, or PHASE."""

    stepped = Signal(int)
    """To the period before (0) or after (1) this one."""

    narrowed = Signal()
    """Another site or checklist was chosen."""

    several_asked = Signal()
    """Several sites are to be chosen."""

    days_given = Signal(object)
    """The Span that was typed."""

    left = Signal()
    """Esc in one of the fields."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._kinds: dict[object, QPushButton] = {}
        self._words: dict[object, str] = {}
        self._lettered: dict[object, str] = {}  # with the key of each
        self._group = QButtonGroup()
        self._before = button("◀", "periodBefore", "choice")
        self._after = button("▶", "periodAfter", "choice")
        self._before.setAccessibleName(tr("Period before"))
        self._after.setAccessibleName(tr("Period after"))
        self._label = ElidedLabel("section", widest=_LABEL_WIDTH)
        self._label.setObjectName("periodLabel")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fix_height(self._label, 32)
        self._first = DayField("summaryFirst", tr("From"), today)
        self._last = DayField("summaryLast", tr("To"), today)
        self.site = Choice("summarySite", tr("Site"))
        self.pack = Choice("summaryPack", tr("Checklist"))
        super().__init__(
            [self._segments(), self._before, self._label, self._after, self._first, self._last,
             self.site, self.pack]
        )  # fmt: skip
        self._group.setParent(self)
        self.commands = CommandTable(self)
        self.commands.add("leave", tr("Back"), LEAVE, self.left.emit, left_over=True)
        for way, each in enumerate((self._before, self._after)):
            each.setStyleSheet("padding: 0")
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            each.clicked.connect(lambda _, way=way: self.stepped.emit(way))
        for field in (self._first, self._last):
            fix_width(field, _DAY_WIDTH)
            field.field.returnPressed.connect(self._give_days)
        self._sites: tuple[Site, ...] = ()
        self._several: tuple[str, ...] = ()
        self.site.currentIndexChanged.connect(self._on_site)
        self.pack.currentIndexChanged.connect(self.narrowed)
        self.offer_sites(())
        self.offer_packs(())
        self._fit_hand()
        self.make_narrow(False)

    def _segments(self) -> QWidget:
        segments = QWidget()
        row = QHBoxLayout(segments)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        named: list[tuple[object, str, str]] = [
            (kind, kind_word(kind).capitalize(), LETTERS[kind]) for kind in LETTERS
        ]
        named.append((PHASE, tr("Phase"), PHASE_LETTER))
        named.append((SpanKind.FREE, tr("Days"), FREE_LETTER))
        for place, (kind, word, letter) in enumerate(named):
            self._words[kind], self._lettered[kind] = word, f"{word} {letter}"
            made = button(f"{word} {letter}", f"period-{kind}", "choice")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            made.setStyleSheet("padding: 0 6px")
            made.clicked.connect(lambda _, kind=kind: self.kind_asked.emit(kind))
            self._group.addButton(made, place)
            self._kinds[kind] = made
            row.addWidget(made)
        return segments

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # another hand
            self._fit_hand()

    def _fit_hand(self) -> None:
        for each in (self._before, self._after):
            each.setFixedWidth(measures().row_of(_ARROW_WIDTH))
        for kind, each in self._kinds.items():
            each.setMinimumWidth(measures().row_of(0))
            each.setText(self._words[kind] if measures().by_finger else self._lettered[kind])

    def make_narrow(self, narrow: bool) -> None:
        """Give way on a small screen."""
        for choice in (self.site, self.pack):
            choice.setFixedWidth(sized(_NARROW_CHOICE_WIDTH if narrow else _CHOICE_WIDTH))
        self.arrange()

    def offer_sites(self, sites: Sequence[Site]) -> None:
        """Offer the sites of the roster."""
        chosen = self.site_ids
        self._sites = tuple(sites)
        one_or_all = [(tr("All sites"), "")] + [(site.name, site.id) for site in sites]
        few = [(sites_text(len(self._several)), _SEVERAL)] if self._several else []
        other = [(tr("Several sites…"), _OTHERS)] if len(sites) > 2 else []
        self.site.offer([*one_or_all, *few, *other])
        self.site.choose(_SEVERAL if len(chosen) > 1 else "".join(chosen))

    @property
    def site_ids(self) -> tuple[str, ...]:
        """The chosen sites; none: all of them."""
        chosen = self.site.currentData()
        if chosen in (_SEVERAL, _OTHERS):
            return self._several
        return (str(chosen),) if chosen else ()

    @property
    def site_names(self) -> tuple[str, ...]:
        """The chosen sites by name, in the order of the roster; none: all of them."""
        chosen = self.site_ids
        return tuple(site.name for site in self._sites if site.id in chosen)

    @property
    def place(self) -> str:
        """The chosen sites in words."""
        return sites_text(len(self._several)) if len(self.site_ids) > 1 else self.site.currentText()

    def choose_sites(self, site_ids: Sequence[str]) -> None:
        """Show other sites; those that are no longer there are left out, all of them is none."""
        known = tuple(site.id for site in self._sites if site.id in site_ids)
        self._several = known if 1 < len(known) < len(self._sites) else ()
        self.site.choose("")
        self.offer_sites(self._sites)
        self.site.choose(_SEVERAL if self._several else known[0] if len(known) == 1 else "")

    def _on_site(self) -> None:
        if self.site.currentData() == _OTHERS:
            self.site.choose(_SEVERAL if self._several else "")
            self.several_asked.emit()
        else:
            self.narrowed.emit()

    def offer_packs(self, packs: Sequence[PackFamily]) -> None:
        """Offer the packs that visits of the period were scored with."""
        self.pack.offer([(tr("Every checklist"), None)] + [(pack.name, pack) for pack in packs])

    def show_choice(self, choice: PeriodChoice) -> None:
        """Show which days are looked at."""
        free = choice.kind is SpanKind.FREE and not choice.phase
        self._kinds[PHASE if choice.phase else choice.kind].setChecked(True)
        self._label.setText(choice.phase or label_text(choice.span))
        self._label.setVisible(not free)
        for field, day in ((self._first, choice.span.first), (self._last, choice.span.last)):
            field.setVisible(free)
            field.show_day(day)
        self.arrange()

    def go_to_days(self) -> None:
        """Give the keyboard to the first day."""
        self._first.field.setFocus()
        self._first.field.selectAll()

    def _give_days(self) -> None:
        try:
            first, last = self._first.day(), self._last.day()
        except RefusedInputError:
            return  # it says so beneath itself
        if first is not None and last is not None:
            self.days_given.emit(Span(min(first, last), max(first, last)))
            self.left.emit()
