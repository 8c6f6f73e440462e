"""How the parts of the scoring page stand: for a mouse, and for a finger on a screen that lies or
stands upright. It must not know the page.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout

from inspector.gui.measures import measures, sized
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.beside_button import BesideButton
from inspector.gui.visits.scoring.lists.card_list import (
    LIST_WIDTH,
    NARROW_LIST_WIDTH,
    CardList,
)
from inspector.gui.visits.scoring.panel.answer_panel import (
    NARROW_PANEL_WIDTH,
    PANEL_WIDTH,
    AnswerPanel,
)
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.visit_head import VisitHead
from inspector.gui.widgets.stacked import stack, surface

_LEAST_PANEL, _MOST_PANEL = 288, 424
_PANEL_SHARE = 42
_UPRIGHT_SHARE = 48
"""Percent that the panel takes: of the width, or of the height of a screen that stands upright."""

_LEAST_BESIDE = 720
"""Pixels of the page, below which the windows leave the items their room (1366 at 175 %)."""

_ANY = (1 << 24) - 1


class VisitArrangement:
    """Windows, items and panel side by side; for a finger, and where there is little room, the
    windows lie in the head; on an upright screen the panel is below the items for a finger.
    """

    def __init__(
        self,
        head: VisitHead,
        cards: CardList,
        who: BesideButton,
        panel: AnswerPanel,
        photos: PanelSection,
    ) -> None:
        """`photos` is the section of the panel that a finger finds above the note."""
        self._head, self._cards, self._who = head, cards, who
        self._panel, self._photos = panel, photos
        self._foot = surface()
        self._below = stack(self._foot, (who,), margin=GRID)
        self.windows: QBoxLayout = stack(None, (cards.head, (cards, 1), self._foot))
        """Where the windows stand beside the items."""
        self.in_head = self._by_finger = False

    def arrange(self, middle: QBoxLayout, page: QSize, is_narrow: bool) -> None:
        """Arrange it all for the size of the page; `middle` has windows, items and panel."""
        by_finger = measures().by_finger
        in_head = by_finger or page.width() < sized(_LEAST_BESIDE)
        if in_head is not self.in_head:
            self.in_head = in_head
            self._move_windows()
        if by_finger is not self._by_finger:
            self._by_finger = by_finger
            self._panel.put_first(self._photos, by_finger)
        if in_head:
            self._head.make_room(is_narrow)
        screen = self._panel.window()  # a page that is scrolled to is taller than it seems
        upright = by_finger and screen.height() > screen.width()
        direction = QBoxLayout.Direction
        middle.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        self._panel.setMinimumSize(0, 0)
        self._panel.setMaximumSize(_ANY, _ANY)
        if upright:
            self._panel.setFixedHeight(page.height() * _UPRIGHT_SHARE // 100)
        elif by_finger:
            share = page.width() * _PANEL_SHARE // 100
            self._panel.setFixedWidth(max(_LEAST_PANEL, min(_MOST_PANEL, share)))
        else:
            self._panel.setFixedWidth(sized(NARROW_PANEL_WIDTH if is_narrow else PANEL_WIDTH))
        if not in_head:
            width = sized(NARROW_LIST_WIDTH if is_narrow else LIST_WIDTH)
            for each in (self._cards, self._cards.head, self._foot):
                each.setFixedWidth(width)
            self._who.setFixedWidth(width - 2 * GRID)

    def _move_windows(self) -> None:
        if self.in_head:
            self.windows.removeWidget(self._cards)
            self._below.removeWidget(self._who)
            for each in (self._cards, self._who):
                each.setMinimumWidth(0)
                each.setMaximumWidth(_ANY)
            self._cards.setMinimumWidth(2 * measures().cell)
            self._head.hold_windows(self._who, self._cards)
        else:
            self._head.let_windows_go(self._who, self._cards)
            self.windows.insertWidget(1, self._cards, 1)
            self._below.addWidget(self._who)
        self._foot.setVisible(not self.in_head)
        self._cards.stand_in_row(self.in_head)
