"""A completed visit: its score, its windows, its findings, and the workbooks of it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.checklist import Pack
from inspector.domain.finding import Finding
from inspector.domain.inspection import Scorecard
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.domain.points import format_mean, format_score
from inspector.domain.scoring import ScorecardScore, SiteScore
from inspector.gui.inspect.export_panel import save_rectification, save_summary
from inspector.gui.inspect.inspection_columns import card_columns, finding_columns
from inspector.gui.inspect.praise_list import PraiseList
from inspector.gui.key_line import Keys
from inspector.gui.labels import button, label, set_role, wrapped
from inspector.gui.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.table import TableModel, TableView
from inspector.gui.theme import GRID, HEADER_HEIGHT
from inspector.gui.words import kind_word, moment_text
from inspector.translation import tr
from inspector.workspace.override_words import override_text
from inspector.workspace.reports import Extent, Period

_TALLEST_CARDS = 9  # rows before the list of windows scrolls


class ResultPage(QWidget):
    """What a visit came to. Nothing on it can be changed."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sheet: InspectionSheet | None = None
        self.head = PageHead()
        self._summary = button(tr("Summary…  Ctrl+S"), "resultSummary")
        self._rectification = button(
            tr("Rectification list…  Ctrl+E"), "resultRectification", "primary"
        )
        self.head.add(self._summary)
        self.head.add(self._rectification)
        self._figures = [_Figure() for _ in range(5)]
        self.cards_model: TableModel[tuple[Scorecard, ScorecardScore]] = TableModel(card_columns())
        self.cards = TableView(self.cards_model, "resultCards", tr("Windows"))
        self.findings_model: TableModel[Finding] = TableModel(finding_columns())
        self.findings = TableView(self.findings_model, "resultFindings", tr("Findings"))
        self._findings_title = label("", "section")
        self.praise = PraiseList()
        self._overrides = wrapped("", "small")
        self._overrides.setObjectName("overrides")
        self._overrides.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        strip = QWidget()
        strip.setObjectName("surface")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(strip)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        for figure in self._figures:
            row.addWidget(figure, 1)
        self._findings_title.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(strip)
        column.addWidget(self._overrides)
        column.addWidget(self.cards, 2)  # up to as many rows as it has
        column.addWidget(self.praise)
        column.addWidget(self._findings_title)
        column.addWidget(self.findings, 1)

    def _connect(self) -> None:
        self._rectification.clicked.connect(self._export_rectification)
        self._summary.clicked.connect(self._export_summary)
        for keys, slot in (
            ("Ctrl+E", self._export_rectification),
            ("Ctrl+S", self._export_summary),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def keys(self) -> Keys:
        """Return the keys of the page."""
        return (
            ("Ctrl+E", tr("Rectification list")),
            ("Ctrl+S", tr("Summary")),
            ("Ctrl+C", tr("Copy rows")),
            ("Esc", tr("Back")),
        )

    def open(self, sheet: InspectionSheet, findings: list[Finding]) -> None:
        """Show a completed visit with the findings raised from it."""
        self._sheet = sheet
        inspection, score = sheet.inspection, sheet.site_score()
        said = [kind_word(inspection.kind), moment_text(inspection.started_at)]
        if inspection.inspectors:
            said.append("、".join(inspection.inspectors))
        said.append(f"{sheet.pack.title} {sheet.pack.version}")
        self.head.set_texts(inspection.site_name, " · ".join(said))
        self._show_figures(sheet, score, len(findings))
        self._show_overrides(sheet.pack)
        self.cards_model.set_rows([(card, sheet.score(card)) for card in sheet.inspected])
        rows = min(len(sheet.inspected), _TALLEST_CARDS) + 1  # and the header
        self.cards.setMinimumHeight(HEADER_HEIGHT)  # where a long banner leaves no room
        self.cards.setMaximumHeight(rows * HEADER_HEIGHT)
        self.praise.show_visit(sheet)
        self.findings_model.set_rows(findings)
        self._findings_title.setText(tr("Findings  {count}", count=len(findings)))
        self.cards.selectRow(0)
        self.findings.selectRow(0)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the findings, or on the windows when nothing was found."""
        (self.findings if self.findings_model.rowCount() else self.cards).setFocus()

    def _show_overrides(self, pack: Pack) -> None:
        """Say which of the site's own numbers the visit was scored with."""
        current = {item.id: item.text for known in self._versions(pack) for item in known.items()}
        names = current | {item.id: item.text for item in pack.items()}
        said = [override_text(o, names.get(o.item_id, o.item_id)) for o in pack.overrides]
        self._overrides.setText(tr("Numbers of this site: {items}", items=tr("; ").join(said)))
        self._overrides.setVisible(bool(said))

    def _versions(self, pack: Pack) -> list[Pack]:
        """Return the pack in use now, which still has the words of items switched off."""
        if not pack.overrides:
            return []
        packs = self._session.workspace.packs
        return [known for known in packs.all() if known.id == pack.id]

    def _show_figures(self, sheet: InspectionSheet, score: SiteScore, findings: int) -> None:
        grade = score.grade.title if score.grade else "—"
        vetoes = sum(len(sheet.score(card).vetoes) for card in sheet.inspected)
        share = sheet.pack.policy.public_area_share
        shown = (
            (tr("Score"), format_score(score.total), False),
            (tr("Grade"), f"★ {grade}" if score.vetoed else grade, score.vetoed),
            (
                tr("Windows, mean ({share} %)", share=100 - share),
                format_mean(score.windows),
                False,
            ),
            (tr("Public area ({share} %)", share=share), format_score(score.public), False),
            (
                tr("Findings / vetoes"),
                f"{findings} / {vetoes}",
                bool(vetoes),
            ),
        )
        for figure, (title, text, alarming) in zip(self._figures, shown, strict=True):
            figure.show_figure(title, text, alarming)

    @property
    def _extent(self) -> Extent:
        assert self._sheet is not None
        day: date = self._sheet.inspection.started_at.date()
        return Extent(Period(day, day), self._sheet.inspection.site_name)

    def _export_rectification(self) -> None:
        save_rectification(self, self._session, self._extent)

    def _export_summary(self) -> None:
        save_summary(self, self._session, self._extent)


class _Figure(QWidget):
    """A large figure under its name."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "small")
        self._text = label("", "figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._text)

    def show_figure(self, title: str, text: str, alarming: bool) -> None:
        """Show a figure, in the colour of a deduction when it alarms."""
        self._title.setText(title)
        self._text.setText(text)
        set_role(self._text, "alarm" if alarming else "figure")
