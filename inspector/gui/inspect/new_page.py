"""Starting a visit: which site, which of its windows, how, by whom, with which checklist."""

import re

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.domain.inspection import InspectionKind
from inspector.domain.roster import Site, Staff
from inspector.gui.key_line import Keys
from inspector.gui.labels import button, label, plain_tip, wrapped
from inspector.gui.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.theme import GRID, NARROW
from inspector.gui.words import kind_word, several_names
from inspector.translation import tr
from inspector.workspace.inspections import Duty
from inspector.workspace.override_words import started_without
from inspector.workspace.pinyin import matches
from inspector.workspace.preferences import INSPECTORS

SITES_WIDTH, NARROW_SITES_WIDTH = 280, 216
FORM_WIDTH, NARROW_FORM_WIDTH = 320, 248
VALUE = Qt.ItemDataRole.UserRole
_SEPARATOR = re.compile("[,，、;；]")  # between names: what people type there


class _SiteFilter(QSortFilterProxyModel):
    """Sites whose name, pinyin or initials contain what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.query = ""

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        name = self.sourceModel().index(row, 0, parent).data()
        return matches(name, self.query)

    def set_query(self, query: str) -> None:
        """Show only what contains `query`."""
        self.query = query
        self.invalidate()


class _SearchEdit(QLineEdit):
    """The arrow keys leave it for the list below."""

    down = Signal()
    entered = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.SelectAll)
            and not self.text()
        ):
            return False  # Ctrl+A ticks the windows while there is no text to mark
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class NewPage(QWidget):
    """The form of a new visit; Ctrl+Enter starts it."""

    left = Signal()
    started = Signal(str)  # the inspection's id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.head = PageHead()
        self.head.set_texts(tr("New inspection"))
        self._start = button(tr("Start  Ctrl+↵"), "start", "primary")
        self.head.add(self._start)
        self.search = _SearchEdit()
        self.search.setObjectName("siteSearch")
        self.search.setPlaceholderText(tr("Find a site: name or pinyin initials"))
        self.search.setAccessibleName(tr("Find a site"))
        self._site_model = QStandardItemModel()
        self._filter = _SiteFilter()
        self._filter.setSourceModel(self._site_model)
        self.sites = _list("sites", tr("Sites"))
        self.sites.setModel(self._filter)
        self._window_model = QStandardItemModel()
        self.windows = _list("windows", tr("Windows to inspect"))
        self.windows.setModel(self._window_model)
        self.kind = QComboBox()
        self.kind.setObjectName("kind")
        self.kind.setAccessibleName(tr("Kind of visit"))
        for kind in InspectionKind:
            self.kind.addItem(kind_word(kind), kind)
        self.pack = QComboBox()
        self.pack.setObjectName("pack")
        self.pack.setAccessibleName(tr("Checklist"))
        self.inspectors = QLineEdit()
        self.inspectors.setObjectName("inspectors")
        self.inspectors.setAccessibleName(tr("Inspectors"))
        self.inspectors.setPlaceholderText(several_names())
        self.phase = QLineEdit()
        self.phase.setObjectName("phase")
        self.phase.setAccessibleName(tr("Phase"))
        self.phase.setPlaceholderText(tr("Optional, for example 巩固提高"))
        self._hint = wrapped("", "small")
        self._hint.setObjectName("newHint")
        self._conflict = wrapped("", "warning")
        self._conflict.setObjectName("newConflict")
        self._conflict.hide()
        self._windows_title = label(tr("Windows"), "section")
        self._windows_title.setObjectName("windowsTitle")
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = self._left
        left.setObjectName("surface")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        left_column.addWidget(label(tr("Site"), "section"))
        left_column.addWidget(self.search)
        left_column.addWidget(self.sites, 1)
        middle = QWidget()
        middle.setObjectName("surface")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle_column = QVBoxLayout(middle)
        middle_column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        middle_column.addWidget(self._windows_title)
        middle_column.addWidget(self._hint)
        middle_column.addWidget(self.windows, 1)
        right = self._right
        right.setObjectName("panel")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        form = QFormLayout(right)
        form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(label(tr("Kind of visit"), "secondary"), self.kind)
        form.addRow(label(tr("Checklist"), "secondary"), self.pack)
        form.addRow(label(tr("Inspectors"), "secondary"), self.inspectors)
        form.addRow(self._conflict)
        form.addRow(label(tr("Phase"), "secondary"), self.phase)
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(left)
        row.addWidget(middle, 1)
        row.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self._left.setFixedWidth(NARROW_SITES_WIDTH if is_narrow else SITES_WIDTH)
        self._right.setFixedWidth(NARROW_FORM_WIDTH if is_narrow else FORM_WIDTH)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.down.connect(self.sites.setFocus)
        self.search.entered.connect(self.windows.setFocus)
        self.sites.selectionModel().currentChanged.connect(lambda *_: self._show_windows())
        self._filter.modelReset.connect(self._show_windows)
        self.sites.activated.connect(lambda index: self.windows.setFocus())
        self._start.clicked.connect(self.start)
        self._window_model.itemChanged.connect(lambda item: self._count())
        self.inspectors.textChanged.connect(self._warn_of_conflict)
        self.kind.currentIndexChanged.connect(self._warn_of_conflict)
        for keys, slot in (
            ("Ctrl+Return", self.start),
            ("Ctrl+Enter", self.start),
            ("Esc", self.left.emit),
            ("Ctrl+A", self._toggle_all),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def keys(self) -> Keys:
        """Return the keys of the form."""
        return (
            ("↓ ↑", tr("Choose a site")),
            ("↵", tr("To the windows")),
            (tr("Space"), tr("Tick a window")),
            ("Ctrl+A", tr("All or none")),
            ("Ctrl+↵", tr("Start")),
            ("Esc", tr("Back")),
        )

    def open(self) -> None:
        """Show an empty form with today's roster."""
        workspace = self._session.workspace
        self.search.clear()
        self._site_model.clear()
        for site in workspace.rosters.sites():
            item = QStandardItem(site.name)
            item.setData(site, VALUE)
            item.setToolTip(plain_tip(site.name))
            self._site_model.appendRow(item)
        self.pack.clear()
        for pack in workspace.packs.all():
            self.pack.addItem(f"{pack.title} {pack.version}", pack.id)
        self.inspectors.setText(workspace.preferences.get(INSPECTORS))
        self.kind.setCurrentIndex(0)
        self.phase.clear()
        self._choose_first_site()
        self.search.setFocus()

    def _on_search(self, text: str) -> None:
        self._filter.set_query(text)
        self._choose_first_site()

    def _choose_first_site(self) -> None:
        self.sites.setCurrentIndex(self._filter.index(0, 0))
        self._show_windows()

    @property
    def _site(self) -> Site | None:
        index = self.sites.currentIndex()
        return index.data(VALUE) if index.isValid() else None

    def _show_windows(self) -> None:
        site = self._site
        self._warn_of_conflict()
        self._window_model.clear()
        if site is None:
            self._say(tr("No site has this in its name."))
            self._count()
            return
        workspace = self._session.workspace
        windows = workspace.rosters.windows(site.id)
        self._add_row(tr("Public area"), tr("entrance, toilets, waiting area"), None, True)
        for window in windows:
            people: tuple[Staff | None, ...] = window.staff or (None,)
            for position, staff in enumerate(people):
                who = _who(staff) if staff else ""
                kind = workspace.packs.kind_title(window.kind) if window.kind else ""
                details = " · ".join(part for part in (kind, who) if part)
                # Of several people at one window, one is on duty when the inspector walks in.
                self._add_row(window.number, details, Duty(window, staff), position == 0)
        pack = workspace.packs.suggest(site)
        if pack is not None:
            self.pack.setCurrentIndex(self.pack.findData(pack.id))
        shared = any(len(window.staff) > 1 for window in windows)
        self._say(tr("Where several people share a window, tick who is on duty.") if shared else "")
        self.windows.setCurrentIndex(self._window_model.index(0, 0))
        self._count()

    def _names(self) -> list[str]:
        """Return the inspectors that are typed."""
        names = _SEPARATOR.split(self.inspectors.text())
        return [name.strip() for name in names if name.strip()]

    def _warn_of_conflict(self) -> None:
        """Say which of the inspectors belong to the site; a patrol is the site's own."""
        site, kind = self._site, self.kind.currentData()
        named: tuple[str, ...] = ()
        if site is not None and kind != InspectionKind.PATROL:
            named = self._session.workspace.rosters.conflicted(site, self._names())
        self._conflict.setVisible(bool(named))
        self._conflict.setText(
            tr("! Conflict of interest: {names} belongs to this site", names="、".join(named))
            if named
            else ""
        )

    def _say(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _add_row(self, title: str, details: str, duty: Duty | None, ticked: bool) -> None:
        item = QStandardItem(f"{title}    {details}" if details else title)
        item.setData(duty, VALUE)
        item.setCheckable(True)
        item.setEditable(False)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._window_model.appendRow(item)

    def _rows(self) -> list[QStandardItem]:
        return [self._window_model.item(row) for row in range(self._window_model.rowCount())]

    def _ticked(self) -> list[QStandardItem]:
        return [row for row in self._rows() if row.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        ticked = self._ticked()
        windows = sum(row.data(VALUE) is not None for row in ticked)
        self._windows_title.setText(tr("Windows  {count} chosen", count=windows))
        self._start.setEnabled(bool(ticked))

    def _toggle_all(self) -> None:
        rows = self._rows()
        every = len(self._ticked()) == len(rows)
        for row in rows:
            row.setCheckState(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)

    def start(self) -> None:
        """Start the visit as the form says."""
        site, ticked = self._site, self._ticked()
        if site is None or not ticked:
            return
        workspace = self._session.workspace
        duties = [row.data(VALUE) for row in ticked]
        self._session.attempt(lambda: workspace.preferences.set(INSPECTORS, self.inspectors.text()))
        done = self._session.attempt(
            lambda: workspace.inspections.start(
                site,
                InspectionKind(self.kind.currentData()),  # Qt keeps it as plain text
                self._names(),
                self.pack.currentData(),
                [duty for duty in duties if duty is not None],
                public_area=None in duties,
                phase=self.phase.text().strip(),
            )
        )
        if done is not None:
            self.started.emit(done[0])
            lost = workspace.overrides.lost(site, self.pack.currentData())
            if lost:
                self._session.told.emit(started_without(site.name, lost), "")


def _who(staff: Staff) -> str:
    return " ".join(part for part in (staff.number, staff.name, staff.team) if part)


def _list(name: str, title: str) -> QListView:
    made = QListView()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSpacing(2)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setItemDelegate(_CutDelegate(made))
    return made


class _CutDelegate(QStyledItemDelegate):
    """Asks for no width, so that a long name is cut with … instead of scrolled."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())
