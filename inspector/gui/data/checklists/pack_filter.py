"""What narrows the items of a pack: the site, the kind of window, a search; and what is left."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.visit.roster import Site
from inspector.gui.measures import sized
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count
from inspector.workspace.packs.pack_scoring_words import items_text

PUBLIC = "public"
_KIND = "kind-"
_EVERYWHERE = ""
_WIDTHS = ((232, 168, 216), (192, 128, 120), (160, 128, 100), (160, 112, 88), (124, 112, 84))
"""Pixels of site, kind and search: with room, with less and less, and at 200 %."""

_BESIDE = 64
"""Pixels between them, around them, and of the count at least."""


class PackFilter(QWidget):
    """`changed`: other items. `site_changed`: other numbers, too."""

    changed = Signal()
    site_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sites: dict[str, Site] = {}
        self._pack_id = ""
        self._said, self._left = "", 0  # how many items, and the pixels for it
        self.site_choice = _combo("packSite", tr("For which site"))
        self._kind = _combo("packKind", tr("Where it is asked"))
        self._count = label("", "secondary")
        self._count.setObjectName("packCount")
        # Rather cut than pushing the search off the screen.
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.search = SearchField("itemSearch", tr("Find an item"))
        row = stack(self, (self.site_choice, self._kind), spacing=GRID, across=True)
        row.addSpacing(GRID)
        row.addWidget(self._count, 1)
        row.addWidget(self.search)
        self.site_choice.currentIndexChanged.connect(self.site_changed)
        self._kind.currentIndexChanged.connect(self.changed)
        self.search.textChanged.connect(self.changed)

    @property
    def site(self) -> Site | None:
        """The site whose numbers are shown; None: those of the pack."""
        return self._sites.get(self.site_choice.currentData())

    @property
    def place(self) -> str:
        """Where the items are asked, in words; empty where it does not matter."""
        return self._kind.currentText() if self._kind.currentData() != _EVERYWHERE else ""

    def offer_sites(
        self, sites: Sequence[Site], counts: Mapping[str, tuple[int, int]] | None = None
    ) -> None:
        """Offer the pack's own numbers and those of sites.

        `counts` says by site how many items it changes, and how many that do not apply.
        """
        before = self.site_choice.currentData()
        self._sites = {site.id: site for site in sites}
        self.site_choice.blockSignals(True)  # the one who offers draws everything anyway
        self.site_choice.clear()
        self.site_choice.addItem(tr("For every site"), "")
        for site in sites:
            changed, lost = (counts or {}).get(site.id, (0, 0))
            self.site_choice.addItem(_site_text(site, changed, lost), site.id)
        self.site_choice.setCurrentIndex(max(self.site_choice.findData(before), 0))
        self.site_choice.blockSignals(False)
        self.site_choice.setVisible(bool(sites))

    def offer_kinds(self, pack: Pack) -> None:
        """Offer the kinds of windows of a pack; one it knows, too, stays chosen."""
        before = self._kind.currentData()
        self._kind.blockSignals(True)
        self._kind.clear()
        self._kind.addItem(tr("Everywhere"), _EVERYWHERE)
        for kind in pack.window_kinds:
            self._kind.addItem(kind.title, f"{_KIND}{kind.id}")
        self._kind.addItem(tr("Public area"), PUBLIC)
        self._kind.setCurrentIndex(max(self._kind.findData(before), 0))
        self._kind.blockSignals(False)

    def lets_through(self, item: Item) -> bool:
        """Tell whether an item is asked at the chosen kind of window, or in the public area."""
        chosen = self._kind.currentData()
        if chosen == PUBLIC:
            return item.applies_to(Scope.PUBLIC, None)
        if chosen and chosen != _EVERYWHERE:
            return item.applies_to(Scope.WINDOW, chosen.removeprefix(_KIND))
        return True

    def show_count(self, asked: int, off: int) -> None:
        """Say how many items are left, and how many of those the site does not ask."""
        text = items_text(asked)
        if off:
            text = tr("{items}, {off} off", items=items_text(asked), off=off)
        self._said = text
        self._show_count()

    def make_room(self, wide: bool, width: int) -> None:
        """Be as wide as the page allows, which has `width` pixels for it."""
        fits = [each for each in _WIDTHS[1:] if sized(sum(each) + _BESIDE) <= width]
        chosen = _WIDTHS[0] if wide else (fits or _WIDTHS)[0 if fits else -1]
        fields = (self.site_choice, self._kind, self.search)
        for widget, pixels in zip(fields, chosen, strict=True):
            fix_width(widget, pixels)
        self._left = width - sized(sum(chosen)) - 9 * GRID  # around and between them
        self._show_count()

    def _show_count(self) -> None:
        """Say how many items are left where that is not cut."""
        needed = self._count.fontMetrics().horizontalAdvance(self._said)
        self._count.setText(self._said if needed <= self._left else "")


def _site_text(site: Site, changed: int, lost: int) -> str:
    text = site.name
    if changed:
        text = tr_count(changed, "{site} (1 item)", "{site} ({count} items)", site=text)
    if lost:
        text += tr(" ! {count} not applied", count=lost)
    return text


def _combo(name: str, title: str) -> QComboBox:
    made = Combo()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setToolTip(title)
    made.setMaxVisibleItems(16)
    return made
