"""The sections of an evaluation: sites, the arithmetic of one, who is named, what differs since."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.evaluation.honours import Named
from inspector.domain.evaluation.publication import Difference
from inspector.gui.evaluation.evaluation_models import (
    BESIDE_PARTS,
    FIRST_PART,
    PARTS_END,
    PartLine,
    SiteLine,
    difference_columns,
    in_order,
    named_columns,
    part_columns,
    part_lines,
    site_columns,
    site_lines,
    version_columns,
)
from inspector.gui.evaluation.standing_sentences import history_sentence
from inspector.gui.measures import sized
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr
from inspector.workspace.evaluation.evaluations import Standing, UsedScheme
from inspector.workspace.evaluation.reason_words import standing_words, total_words

_NARROW, _NARROWEST = 1120, 960
"""Pixels, below which the family gives way to the names of sites, and then the parts do."""

SITES, ARITHMETIC, NAMED, DIFFERING, VERSIONS = range(5)


class EvaluationSections(QWidget):
    """Shows what it is given; one section is in front."""

    turned = Signal()
    """Another section is in front."""

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self.titles = (tr("Sites"), tr("Arithmetic"), tr("Lists and awards"), tr("Since then"),
                       tr("Versions"))  # fmt: skip
        self.tabs = TabRow([(f"evaluation-{n}", t) for n, t in enumerate(self.titles)],
                           tr("Sections"))  # fmt: skip
        self.site_model: TableModel[SiteLine] = TableModel([Column(tr("Site"), _name)])
        self.part_model: TableModel[PartLine] = TableModel(part_columns())
        self.named_model: TableModel[Named] = TableModel(named_columns({}))
        self.differing_model: TableModel[Difference] = TableModel(difference_columns())
        self.sites = TableView(self.site_model, "evaluationSites", tr("Sites"))
        self.parts = TableView(self.part_model, "evaluationParts", tr("Arithmetic"))
        self.named = TableView(self.named_model, "evaluationNamed", tr("Lists and awards"))
        self.differing = TableView(self.differing_model, "evaluationDiffering", tr("Since then"))
        self.version_model: TableModel[UsedScheme] = TableModel(version_columns())
        self.versions = TableView(self.version_model, "evaluationVersions", tr("Versions"))
        self.tables = (self.sites, self.parts, self.named, self.differing, self.versions)
        for table in self.tables:
            table.setSelectionMode(TableView.SelectionMode.SingleSelection)
            fit_rows(table)
        self.total, self.history = wrapped("", "section"), wrapped("", "secondary")
        self.total.setObjectName("evaluationTotal")
        self.history.setObjectName("evaluationHistory")
        said = tr("What is weighed, version by version. What was published keeps its own version.")
        self._weighed = wrapped(said, "secondary")
        self._sections = QStackedWidget()
        for widget in (
            self.sites, _below(self.total, self.parts), self.named,
            _below(self.history, self.differing), _below(self._weighed, self.versions),
        ):  # fmt: skip
            self._sections.addWidget(widget)
        strip = surface()
        stack(strip, (self.tabs,), margin=(GRID // 2, 0, 0, 0), across=True).addStretch(1)
        stack(self, (strip, hairline(), (self._sections, 1)))
        self.sites.opened.connect(lambda _: self.tabs.choose(ARITHMETIC))
        self.sites.selectionModel().currentRowChanged.connect(lambda *_: self._show_site())
        self.tabs.chosen.connect(self._bring_forward)

    def take_focus(self) -> None:
        """Give the keyboard to the table in front."""
        self.tables[self.tabs.current].setFocus()

    def show_standing(
        self, standing: Standing | None, names: Mapping[tuple[str, str], str]
    ) -> None:
        """Show another evaluation; `names` of staff are those that may appear."""
        self._standing = standing
        row = max(self.sites.currentIndex().row(), 0)
        if standing is None:
            self._fill((), (), ())
            self.version_model.set_rows([])
        else:
            evaluation = standing.evaluation
            self.site_model.set_columns(site_columns(evaluation.scheme))
            self.sites.lay_out_columns()
            self.named_model.set_columns(named_columns(names))
            self.named.lay_out_columns()
            self._fill(site_lines(evaluation), in_order(evaluation.named), standing.differing)
            self.version_model.set_rows(standing.versions)
            if standing.versions:
                self.versions.selectRow(0)
            self.sites.selectRow(min(row, self.site_model.rowCount() - 1))
        self.history.setText(history_sentence(standing))
        self._show_site()

    def _fill(
        self, sites: Sequence[SiteLine], named: Sequence[Named], differing: Sequence[Difference]
    ) -> None:
        self.site_model.set_rows(sites)
        self.named_model.set_rows(named)
        self.differing_model.set_rows(differing)
        for table, rows in ((self.named, named), (self.differing, differing)):
            if rows:
                table.selectRow(0)

    def step_site(self, way: int) -> None:
        """Show the arithmetic of the site before (0) or after (1)."""
        row = self.sites.currentIndex().row() + 2 * way - 1
        if 0 <= row < self.site_model.rowCount():
            self.sites.selectRow(row)

    def _show_site(self) -> None:
        at = self.sites.currentIndex().row()
        if self._standing is None or not 0 <= at < self.site_model.rowCount():
            self.part_model.set_rows([])
            self.total.setText("")
            return
        site, evaluation = self.site_model.row_at(at).site, self._standing.evaluation
        self.part_model.set_rows(part_lines(site, evaluation.scheme))
        self.parts.selectRow(0)
        standing = standing_words(site, evaluation.honours_of(site.site_id))
        said = tr("{site}: {total} {standing}", site=site.facts.site_name,
                  total=total_words(site), standing=standing)  # fmt: skip
        self.total.setText(said)

    def give_way(self, width: int) -> None:
        """Let what sites are compared with, then the parts of their totals, give way to the rest.

        `width` is that of the page, in pixels. The parts stand in the arithmetic as well.
        """
        last = len(self.site_model.columns)
        if last <= BESIDE_PARTS:
            return
        narrow, narrowest = width < sized(_NARROW), width < sized(_NARROWEST)
        for column in range(FIRST_PART, last - PARTS_END):
            self.sites.setColumnHidden(column, narrowest)
        self.sites.setColumnHidden(last - 2, narrow)
        self.named.setColumnHidden(2, narrow)

    def _bring_forward(self, place: int) -> None:
        self.turned.emit()
        self._sections.setCurrentIndex(place)
        self.tables[place].setFocus()


def _name(line: SiteLine) -> str:
    return line.site.facts.site_name


def _below(said: QWidget, table: QWidget) -> QWidget:
    """Return a table with what is said of it above."""
    area, above = QWidget(), surface()
    stack(above, (said,), margin=(2 * GRID, GRID, 2 * GRID, GRID))
    stack(area, (above, (table, 1)))
    return area
