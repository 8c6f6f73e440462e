"""资料: roster, checklists, preferences, backups, people, sharing and what else is kept."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import SIDEWAYS
from inspector.gui.data.backups.backup_panel import BackupPanel
from inspector.gui.data.backups.bin_panel import BinPanel
from inspector.gui.data.checklists.pack_panel import PackPanel
from inspector.gui.data.exports.recent_panel import RecentPanel
from inspector.gui.data.holidays.holiday_panel import HolidayPanel
from inspector.gui.data.inspectors.inspectors_panel import InspectorsPanel
from inspector.gui.data.personal.personal_panel import PersonalPanel
from inspector.gui.data.preferences.preference_panel import PreferencePanel
from inspector.gui.data.roster.roster_panel import RosterPanel
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.frame.page_room import PageStack
from inspector.gui.frame.panel import Panel
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr

ROSTER = 0


class DataPage(Page):
    """A head, a row of tabs, and the panel of the tab in front; each is built when first wanted."""

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPage")
        self._session = session
        tabs = (
            ("tab-roster", tr("Roster"), RosterPanel),
            ("tab-packs", tr("Checklists"), PackPanel),
            ("tab-preferences", tr("Preferences"), PreferencePanel),
            ("tab-bin", tr("Bin"), BinPanel),
            ("tab-holidays", tr("Holidays"), HolidayPanel),
            ("tab-backups", tr("Backup"), BackupPanel),
            ("tab-exports", tr("Exports"), RecentPanel),
            ("tab-inspectors", tr("Inspectors"), InspectorsPanel),
            ("tab-personal", tr("People"), PersonalPanel),
            ("tab-sharing", tr("Share"), SharingPanel),
        )
        titles = [(name, words) for name, words, _ in tabs]
        self._kinds: list[type[Panel]] = [kind for _, _, kind in tabs]
        self._panels: dict[int, Panel] = {}  # those that were built, by their places
        self._names = [name.removeprefix("tab-") for name, _ in titles]
        self._head = PageHead(tr("Data"))
        self._tabs = TabRow(titles, tr("Data"))
        self._stack = PageStack()
        stack(self, (self._head, self._tab_strip(), hairline(), (self._stack, 1)))
        self._tabs.chosen.connect(self._bring_forward)
        self.commands = CommandTable(self)
        numbers = [f"Alt+{number % 10}" for number in range(1, len(titles) + 1)]
        words = tr("Tabs")
        self.commands.add(
            "tabs", words, numbers, self._go_to, short=words, numbered=True,
            choices=[title for _, title in titles],
        )  # fmt: skip
        words = tr("Next tab, with the focus on the tabs")
        self.commands.add("next-tab", words, SIDEWAYS)
        self._bring_forward(ROSTER)

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        return (*self._front.tables(), self.commands)

    def enter(self) -> None:
        self._front.enter()

    def show_roster(self) -> None:
        """Bring the roster to the front, ready to import one."""
        self._go_to(ROSTER)

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front: `roster`, `packs`, `preferences`, `bin`…"""
        self._go_to(self._names.index(name))

    def propose(self, path: Path) -> bool:
        """Begin to show what a file would change of what is in front; False where nothing does."""
        return self._front.propose(path)

    def panel(self, name: str) -> Panel:
        """Return what stands below the tab of this name; the one in front stays."""
        return self._panel(self._names.index(name))

    @property
    def chapter(self) -> str:
        return self._front.chapter

    @property
    def _front(self) -> Panel:
        front = self._stack.currentWidget()
        assert isinstance(front, Panel)
        return front

    def _panel(self, index: int) -> Panel:
        panel = self._panels.get(index)
        if panel is None:
            self._stack.hold()
            panel = self._panels[index] = self._kinds[index](self._session, self._stack)
            for made in panel.head_buttons:
                self._head.add(made)
                made.hide()
            self._stack.addWidget(panel)
            panel.keys_changed.connect(self._dress)
            panel.turned.connect(self.turned)
            panel.nothing_left.connect(self._tabs.take_focus)
        return panel

    def _tab_strip(self) -> QWidget:
        strip = QWidget()
        strip.setObjectName("surface")
        row = QHBoxLayout(strip)
        row.setContentsMargins(GRID // 2, 0, 0, 0)
        row.addWidget(self._tabs)
        row.addStretch(1)
        return strip

    def _go_to(self, index: int) -> None:
        self._tabs.choose(index)
        self._front.enter()

    def _bring_forward(self, index: int) -> None:
        before, panel = self._stack.currentWidget(), self._panel(index)
        focus = QApplication.focusWidget()
        if focus is not None and self._stack.isAncestorOf(focus):
            # Before it goes: Qt would look for the next stop among all that is in the window.
            self._tabs.take_focus()
        self._stack.setCurrentWidget(panel)
        if before is not None and before is not self._front:
            self.turned.emit()  # what was said of the tab before ends with it
        for panel in self._panels.values():
            # Its keys work wherever the focus is on the page, on a tab as well.
            for command in panel.commands:
                if panel in command.associatedObjects():
                    (self.addAction if panel is self._front else self.removeAction)(command)
        self._dress()

    def _dress(self) -> None:
        """Let the head and the line of keys follow what is in front."""
        front = self._front
        self._head.set_texts(tr("Data"), front.subtitle)
        for panel in self._panels.values():
            for made in panel.head_buttons:
                made.setVisible(panel is front and panel.shows_in_head(made))
        self.keys_changed.emit()
