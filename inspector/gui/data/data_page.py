"""资料: roster, checklists, preferences, backups, people, sharing and what else is kept."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import SIDEWAYS
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.frame.page_room import PageStack
from inspector.gui.frame.panel import Panel
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.jobs.loading import load
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr

ROSTER = 0

_HERE = __name__.rpartition(".")[0]

PANELS = {
    "roster": (f"{_HERE}.roster.roster_panel", "RosterPanel"),
    "packs": (f"{_HERE}.checklists.pack_panel", "PackPanel"),
    "preferences": (f"{_HERE}.preferences.preference_panel", "PreferencePanel"),
    "bin": (f"{_HERE}.backups.bin_panel", "BinPanel"),
    "holidays": (f"{_HERE}.holidays.holiday_panel", "HolidayPanel"),
    "backups": (f"{_HERE}.backups.backup_panel", "BackupPanel"),
    "exports": (f"{_HERE}.exports.recent_panel", "RecentPanel"),
    "inspectors": (f"{_HERE}.inspectors.inspectors_panel", "InspectorsPanel"),
    "personal": (f"{_HERE}.personal.personal_panel", "PersonalPanel"),
    "sharing": (f"{_HERE}.sharing.sharing_panel", "SharingPanel"),
}
"""The module and the class of what stands below each tab, by its name: loaded when it is wanted."""


def _kind(name: str) -> type[Panel]:
    module, kind = PANELS[name]
    found = getattr(import_module(module), kind)
    assert issubclass(found, Panel)
    return cast("type[Panel]", found)


class DataPage(Page):
    """A head, a row of tabs, and the panel of the tab in front; each is built when first wanted."""

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPage")
        self._session = session
        titles = {
            "roster": tr("Roster"),
            "packs": tr("Checklists"),
            "preferences": tr("Preferences"),
            "bin": tr("Bin"),
            "holidays": tr("Holidays"),
            "backups": tr("Backup"),
            "exports": tr("Exports"),
            "inspectors": tr("Inspectors"),
            "personal": tr("People"),
            "sharing": tr("Share"),
        }
        self._panels: dict[int, Panel] = {}  # those that were begun, by their places
        self._names = list(titles)
        self._enters = False  # the keyboard goes into what comes
        # Inside each other from the first: what gets another parent is dressed anew.
        self._head = PageHead(tr("Data"), self)
        self._tabs = TabRow([(f"tab-{name}", said) for name, said in titles.items()], tr("Data"))
        self._stack = PageStack(self)
        self._coming = InTurns(self._stack)
        session.closing.connect(self._coming.drop)
        stack(self, (self._head, self._tab_strip(), hairline(), (self._stack, 1)))
        self._tabs.chosen.connect(self._come_to)
        self.commands = CommandTable(self)
        numbers = [f"Alt+{number % 10}" for number in range(1, len(titles) + 1)]
        words = tr("Tabs")
        self.commands.add(
            "tabs", words, numbers, self._go_to, short=words, numbered=True,
            choices=list(titles.values()),
        )  # fmt: skip
        words = tr("Next tab, with the focus on the tabs")
        self.commands.add("next-tab", words, SIDEWAYS)

    def build(self) -> Iterator[None]:
        yield from self._begun(ROSTER).parts()
        self._bring_forward(ROSTER)

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        return (*self._front.tables(), self.commands)

    def enter(self) -> None:
        self._front.enter()

    def get_ready(self) -> Iterator[None]:
        yield from self._front.get_ready()

    def show_roster(self) -> None:
        """Bring the roster to the front, ready to import one."""
        self.show_tab("roster")

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front: `roster`, `packs`, `preferences`, `bin`…"""
        self._go_to(self._names.index(name))
        self._coming.finish()

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
        panel = self._begun(index)
        panel.be_whole()
        for made in panel.head_buttons:
            if made.parentWidget() is not self._head:
                self._head.add(made)
                made.hide()
        return panel

    def _begun(self, index: int) -> Panel:
        """Return the panel of a tab, of which not all may be built."""
        panel = self._panels.get(index)
        if panel is None:
            self._stack.hold()
            kind = _kind(self._names[index])
            panel = self._panels[index] = kind(self._session, self._stack)
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
        if index == self._tabs.current:
            self._coming.finish()
            self._front.enter()
        else:
            self._enters = True
            self._tabs.choose(index)

    def _come_to(self, index: int) -> None:
        """Bring a panel to the front once it is there."""
        self._coming.do(self._pieces(index), partial(self._bring_forward, index))

    def _pieces(self, index: int) -> Iterator[None]:
        """Do what there is to do before a panel is seen, a piece each time."""
        yield from load(PANELS[self._names[index]][0])
        yield from self._begun(index).pieces

    def _bring_forward(self, index: int) -> None:
        before, panel = self._stack.currentWidget(), self._panel(index)
        focus = QApplication.focusWidget()
        if focus is not None and self._stack.isAncestorOf(focus):
            # Before it goes: Qt would look for the next stop among all that is in the window.
            self._tabs.take_focus()
        self._stack.setCurrentWidget(panel)
        if before is not None and before is not self._front:
            self.turned.emit()  # what was said of the tab before ends with it
        for each in self._panels.values():
            # Its keys work wherever the focus is on the page, on a tab as well.
            for command in each.commands:
                if each in command.associatedObjects():
                    (self.addAction if each is panel else self.removeAction)(command)
        self._dress()
        if self._enters and self.isVisible():
            panel.enter()
        self._enters = False

    def _dress(self) -> None:
        """Let the head and the line of keys follow what is in front."""
        front = self._front
        self._head.set_texts(tr("Data"), front.subtitle)
        for each in self._panels.values():
            for made in each.head_buttons:
                made.setVisible(each is front and each.shows_in_head(made))
        self.keys_changed.emit()
