"""An empty page: three steps to the first inspection, which of them are done, and sample data."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from inspector.gui.commands.shared_keys import DEDUCT, NOT_APPLICABLE, PASS, key_name
from inspector.gui.measures import measures
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import button, label, set_role, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.preferences import USUAL_PACK

_WIDTH = 640
"""Pixels of a line of text with the buttons below it."""


class _Step(QWidget):
    """A number, or a tick when it is done; what it is, how it stands, and its buttons."""

    def __init__(self, number: int, title: str, buttons: list[QPushButton]) -> None:
        super().__init__()
        self._number = number
        self._mark = label(str(number), "title")
        fix_width(self._mark, 4 * GRID)
        self._text = wrapped("", "secondary")
        self._text.setObjectName(f"step{number}")
        row = stack(None, buttons, spacing=GRID, across=True)
        row.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(title, "section"), 0, 1)
        grid.addWidget(self._text, 1, 1)
        grid.addLayout(row, 2, 1)
        grid.setColumnStretch(1, 1)

    def show_state(self, text: str, done: bool) -> None:
        """Say how it stands."""
        self._mark.setText("✓" if done else str(self._number))
        self._mark.setAccessibleName(
            tr("Done") if done else tr("Step {number}", number=self._number)
        )
        set_role(self._mark, "passed" if done else "title")
        self._text.setText(text)


class FirstSteps(QWidget):
    """Roster, checklists, inspection; each can be done with or without a workbook."""

    roster_wanted = Signal()
    typing_wanted = Signal()
    """The roster is to be typed in."""

    checklists_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, new: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        surface(area=self)
        self._session = session
        self.roster = button(tr("Import a roster…"), "guideRoster", "primary")
        self.new = new
        typing = button(tr("Type it in"), "guideTyping")
        self._choose = button(f"{tr('Which sector?')} ▾", "guideSector")
        read = button(tr("Read the checklists"), "guideChecklists", "quiet")
        sample = button(tr("Look at sample data"), "guideSample", "quiet")
        self._steps = (
            _Step(1, tr("Roster"), [self.roster, typing]),
            _Step(2, tr("Checklists"), [self._choose, read]),
            _Step(3, tr("First inspection"), [new]),
        )
        inside = QWidget()
        fix_width(inside, _WIDTH)
        head = QHBoxLayout()
        head.addWidget(label(tr("Three steps to the first inspection"), "title"), 1)
        head.addWidget(sample)
        stack(inside, (head, *self._steps), spacing=2 * GRID, margin=(0, 2 * GRID, 0, 2 * GRID))
        column = stack(None, ())
        column.addStretch(2)
        column.addWidget(inside)
        column.addStretch(3)
        middle = surface()
        across = QHBoxLayout(middle)
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)
        area = self._area = QScrollArea()  # on a low screen
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        stack(self, (area,))
        for made, wanted in (
            (self.roster, self.roster_wanted), (typing, self.typing_wanted),
            (read, self.checklists_wanted), (sample, self.sample_wanted),
        ):  # fmt: skip
            made.clicked.connect(wanted)
        self._choose.clicked.connect(self._offer_sectors)

    def show_state(self) -> None:
        """Say which steps are done."""
        rosters = self._session.workspace.rosters
        sites = rosters.sites()
        roster, checklists, first = self._steps
        roster.show_state(
            tr(
                "{sites}, {windows}",
                sites=tr_count(len(sites), "1 site", "{count} sites"),
                windows=tr_count(
                    sum(len(rosters.windows(site.id)) for site in sites),
                    "1 window",
                    "{count} windows",
                ),
            )
            if sites
            else tr(
                "Sites, their windows and who is on duty: from a workbook of Excel or WPS, or"
                " typed in here."
            ),
            bool(sites),
        )
        chosen = self._session.workspace.preferences.get(USUAL_PACK)
        checklists.show_state(
            tr("Proposed first: the checklists of your sector. Each inspection may use others.")
            if chosen
            else tr(
                "Sets for many sectors come with the program; a new inspection proposes the one"
                " that fits."
                " There is nothing you have to do here."
            ),
            bool(chosen),
        )
        first.show_state(
            _how_to_score() if sites else tr("As soon as there is a roster."),
            False,
        )
        for made, is_next in ((self.roster, not sites), (self.new, bool(sites))):
            set_role(made, "primary" if is_next else "")

    def take_focus(self) -> None:
        """Put the keyboard on the next step."""
        sites = self._session.workspace.rosters.sites()
        step = self.new if sites else self.roster
        step.setFocus()
        self._area.ensureWidgetVisible(step)

    def _offer_sectors(self) -> None:
        """Open a menu of the checklists that there are, which are read only now."""
        workspace = self._session.workspace
        packs = self._session.attempt(workspace.packs.all) or []
        chosen = workspace.preferences.get(USUAL_PACK)
        menu = QMenu(self._choose)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for pack in packs:
            act = menu.addAction(pack.title)
            act.setObjectName(pack.id)
            act.setCheckable(True)
            act.setChecked(pack.id == chosen)
            act.triggered.connect(lambda _, pack=pack: self._choose_sector(pack.id))
        menu.popup(self._choose.mapToGlobal(self._choose.rect().bottomLeft()))

    def _choose_sector(self, pack_id: str) -> None:
        preferences = self._session.workspace.preferences
        self._session.attempt(lambda: preferences.set(USUAL_PACK, pack_id))
        self.show_state()


def _how_to_score() -> str:
    """Say how a visit goes; the keys only where there are any."""
    if not measures().shows_keys:
        return tr(
            "Choose the site and its windows, then score with the buttons."
            " Everything is saved at once."
        )
    return tr(
        "Choose the site and its windows, then score with the buttons or the digit keys:"
        " {passes} pass, {deduct} deduct, {none} not applicable."
        " Everything is saved at once.",
        passes=key_name(PASS),
        deduct=key_name(DEDUCT),
        none=key_name(NOT_APPLICABLE),
    )
