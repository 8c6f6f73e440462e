"""资料: roster, checklists, preferences, bin, holidays and backups, a tab each."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.commands.key_line import Keys
from inspector.gui.data.backups.backup_panel import BackupPanel
from inspector.gui.data.backups.bin_panel import BinPanel
from inspector.gui.data.checklists.pack_panel import PackPanel
from inspector.gui.data.holidays.holiday_panel import HolidayPanel
from inspector.gui.data.preferences.preference_panel import PreferencePanel
from inspector.gui.data.roster.roster_panel import RosterPanel
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.frame.panel import Panel
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr

ROSTER = 0


class DataPage(Page):
    """A head, a row of tabs, and the panel of the tab in front."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPage")
        self._panels: list[Panel] = [
            RosterPanel(session),
            PackPanel(session),
            PreferencePanel(session),
            BinPanel(session),
            HolidayPanel(session),
            BackupPanel(session),
        ]
        titles = (
            ("tab-roster", tr("Roster")),
            ("tab-packs", tr("Checklists")),
            ("tab-preferences", tr("Preferences")),
            ("tab-bin", tr("Bin")),
            ("tab-holidays", tr("Holidays")),
            ("tab-backups", tr("Backup")),
        )
        self._head = PageHead(tr("Data"))
        self._tabs = TabRow(titles, tr("Data"))
        self._stack = QStackedWidget()
        for panel in self._panels:
            self._stack.addWidget(panel)
            panel.keys_changed.connect(self._dress)
            panel.turned.connect(self.turned)
            panel.nothing_left.connect(self._tabs.take_focus)
            for made in panel.head_buttons:
                self._head.add(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._tab_strip())
        column.addWidget(hairline())
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self._bring_forward)
        for index in range(len(self._panels)):
            self._shortcut(f"Alt+{index + 1}", lambda index=index: self._go_to(index))
        self._shortcut("Ctrl+O", lambda: self._front.open_file())
        self._shortcut("Ctrl+S", lambda: self._front.save_file())
        self._shortcut("Ctrl+P", lambda: self._front.print_out())
        self._shortcut("/", lambda: self._front.go_to_search())
        self._dress()

    # What the window asks

    def keys(self) -> Keys:
        return (*self._front.keys(), (f"Alt+1…{len(self._panels)}", tr("Tabs")))

    def all_keys(self) -> Keys:
        return (
            *self._front.all_keys(),
            (f"Alt+1…{len(self._panels)}", tr("Tabs")),
            ("← →", tr("Next tab, with the focus on the tabs")),
        )

    def enter(self) -> None:
        self._front.enter()

    def show_roster(self) -> None:
        """Bring the roster to the front, ready to import one."""
        self._go_to(ROSTER)

    @property
    def _front(self) -> Panel:
        return self._panels[self._stack.currentIndex()]

    def _tab_strip(self) -> QWidget:
        strip = QWidget()
        strip.setObjectName("surface")
        row = QHBoxLayout(strip)
        row.setContentsMargins(GRID // 2, 0, 2 * GRID, 0)
        row.addWidget(self._tabs)
        row.addStretch(1)
        return strip

    def _go_to(self, index: int) -> None:
        self._tabs.choose(index)
        self._front.enter()

    def _bring_forward(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._dress()

    def _dress(self) -> None:
        """Let the head and the line of keys follow what is in front."""
        front = self._front
        self._head.set_texts(tr("Data"), front.subtitle)
        for panel in self._panels:
            for made in panel.head_buttons:
                made.setVisible(panel is front and panel.shows_head_buttons)
        self.keys_changed.emit()

    def _shortcut(self, keys: str, slot: object) -> None:
        # Of the window, so that it works wherever the focus is; silent while the page is hidden.
        QShortcut(QKeySequence(keys), self).activated.connect(slot)
