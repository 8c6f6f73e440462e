"""What a completed visit came to: score, seal, windows, praise, findings, and its workbooks."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.checklist.points import format_mean, format_score, round_half_up
from inspector.domain.errors import AlreadySignedError, SealBrokenError
from inspector.domain.finding.finding import Finding
from inspector.domain.record.edition import Edition
from inspector.domain.record.joined_record import joined_record
from inspector.domain.record.record import Record
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import InspectionKind, Scorecard
from inspector.domain.visit.scoring import ScorecardScore, SiteScore
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.measures import MOUSE, sized
from inspector.gui.photos.photo_subject import Subject as PhotosOf
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.inspection_columns import CARDS_HIDE, CARDS_LEAST, card_columns
from inspector.gui.visits.parts.record_line import RecordLine
from inspector.gui.visits.parts.visit_result import VisitResult
from inspector.gui.visits.record.amend_subjects import Subject
from inspector.gui.visits.record.left_out_words import left_out_words
from inspector.gui.visits.record.part_line import PartLine
from inspector.gui.visits.record.result_commands import result_commands
from inspector.gui.visits.record.result_rows import (
    GIVE_WAY,
    TEXT,
    TEXT_LEAST,
    ResultRow,
    result_columns,
    result_rows,
    rows_title,
)
from inspector.gui.widgets.labels import breakable, label, set_role, wrapped
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.table import TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import both_texts, coverage_text, unranked_text
from inspector.translation import tr
from inspector.workspace.packs.override_sentences import override_text
from inspector.workspace.pending.pending_records import SIGNATURE
from inspector.workspace.sentences import sentence
from inspector.workspace.sharing.came_words import came_words
from inspector.workspace.visits.record_parts import record_parts
from inspector.workspace.visits.shared_words import shared_words

_LOWEST = 3  # rows of a list, the header counted
_PUBLIC, _ROOM_FOR_ALL = 4, 760
"""The figure of the public area, whose row says it, too; and the pixels of a window for all."""

_TALLEST_CARDS = 9  # rows before the list of windows scrolls


class ResultView(VisitResult[ResultRow]):
    """What a scored visit came to; `table` has its findings."""

    sign_wanted = Signal()
    amend_wanted = Signal()
    print_wanted = Signal()
    """The record is to be seen as it is printed."""

    record_wanted = Signal(Edition)
    part_wanted = Signal(str)
    """Another part of a shared visit is to be seen, by its id."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        table = "resultFindings", tr("Findings")
        super().__init__(session, result_columns(), table, parent)
        self._shown: Record | None = None
        self._parts: list[str] = []  # the ids of all parts of the visit, this one among them
        self.cards_model: TableModel[tuple[Scorecard, ScorecardScore]] = TableModel(card_columns())
        self.cards = TableView(self.cards_model, "resultCards", tr("Windows"), self)
        GivingWay(self.table, TEXT, TEXT_LEAST, GIVE_WAY)
        self._cards_room = GivingWay(self.cards, 0, CARDS_LEAST, CARDS_HIDE)
        commands, self._record_choice = result_commands(self, session)
        self.commands = commands
        for each in (self.table, self.cards):
            give_context_menu(each, self._offered)
        self._papers = menu_button(tr("Export"), "resultExport", self._exports)
        self.head.lead_back(commands["back"])
        self.head.add(self._papers)
        self.line = RecordLine(commands["sign"], commands["amend"])
        self._figures = [_Figure() for _ in range(6)]
        self._together = wrapped()
        self._together.setObjectName("sharedVisit")
        self._part = PartLine(commands["part"])
        for each in (self.cards, self.table):  # on a low screen the page is scrolled to
            each.setMinimumHeight(_LOWEST * MOUSE.table_row)
        self._findings_title = label("", "section")
        self._overrides = wrapped("", "small")
        self._overrides.setObjectName("overrides")
        self._overrides.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._overrides.hide()
        self._left_out = wrapped("", "small")
        self._left_out.setObjectName("leftOut")
        self._left_out.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._lay_out()

    @cached_property
    def viewer(self) -> PhotoViewer:
        """Where photos are seen large; made for the first of them."""
        made = PhotoViewer(self._session, self)
        made.turned.connect(self._turn)
        return made

    @property
    def _is_covered(self) -> bool:
        """Photos are seen large."""
        return "viewer" in self.__dict__ and self.viewer.is_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Of the window: what it asks for makes the page wider than its room.
        self._figures[_PUBLIC].setVisible(self.window().width() >= sized(_ROOM_FOR_ALL))

    def tables(self) -> Sequence[CommandTable]:
        return (self.viewer.commands, *super().tables()) if self._is_covered else super().tables()

    def _turn(self) -> None:
        """The photos are in front, or the result again."""
        self.commands.set_mode("photos" if self._is_covered else "")
        self.keys_changed.emit()

    def _lay_out(self) -> None:
        strip = surface()
        row = QHBoxLayout(strip)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        for figure in self._figures:
            row.addWidget(figure, 1)
        self._findings_title.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        whole = surface()  # whose figures they are
        stack(whole, (self._together,), margin=(2 * GRID, GRID, 2 * GRID, 0))
        self._whole = whole
        above = (self.head, whole, strip, self._part, self.line, self._overrides, self._left_out)
        cards = (self.cards, 1)  # up to as many rows as it has
        stack(self, (*above, cards, self._findings_title, (self.table, 1)))

    @property
    def _exports(self) -> list[Command]:
        table = self.commands
        return [
            *self._record_choice.commands, table["print"], table["rectification"], table["summary"],
        ]  # fmt: skip

    def _offered(self) -> list[Command]:
        """Return what the menu on a row offers."""
        own = ("see", "photos", "copy", "amend")
        return [*(self.commands[name] for name in own), *self._exports]

    def tell_editions(self) -> None:
        """Say which edition of the record its key writes now."""
        self._record_choice.tell()
        self._papers.commands = self._exports
        self.keys_changed.emit()

    def open(self, record: Record, findings: list[Finding]) -> None:
        """Show a completed visit with the findings raised from it."""
        self.show_record(record, findings)
        self.cards.selectRow(0)
        self.table.selectRow(0)

    def show_record(self, record: Record, findings: list[Finding]) -> None:
        """Show a record as it stands now; where one stood in the lists, one still stands."""
        self._shown = record
        self.tell_editions()
        sheet = record.sheet
        inspection = sheet.inspection
        self._show_head(inspection, f"{sheet.pack.title} {sheet.pack.version}")
        shared = shared_words(self._session.workspace, inspection)
        whole = self._show_whole(record, shared, len(findings))
        unsaved = self._session.unsaved.targets
        self.line.show_record(record, unsaved=(inspection.id, SIGNATURE) in unsaved)
        self.commands.look_again()
        unsigned = record.signature is None  # one filled button: what comes next
        self.commands["sign"].set_short(tr("Sign") if unsigned else "")
        set_role(self._papers, "" if unsigned else "primary")
        self._show_overrides(whole)
        came = came_words(self._session.workspace, inspection.id)
        alone = "" if whole.parts else shared
        left_out = "\n".join(filter(None, (alone, came, left_out_words(sheet))))
        self._left_out.setText(breakable(left_out))
        self._left_out.setVisible(bool(left_out))
        places = self.cards.currentIndex().row(), self.table.currentIndex().row()
        self.cards_model.set_columns(
            card_columns(sheet, record.reviewed.scorecards if record.reviewed else None)
        )
        self.cards.lay_out_columns()
        self._cards_room.arrange()
        self.cards_model.set_rows([(card, sheet.score(card)) for card in sheet.inspected])
        rows = min(len(sheet.inspected), _TALLEST_CARDS) + 1  # and the header
        self.cards.show_at_most(rows)
        self.model.set_rows(result_rows(record, findings, unsaved))
        self._findings_title.setText(rows_title(record, len(findings)))
        for table, place in zip((self.cards, self.table), places, strict=True):
            table.selectRow(max(place, 0))

    def _show_whole(self, record: Record, shared: str, findings: int) -> Record:
        """Show the figures of the whole visit, and of what; where it is a part, its own below.

        Return the record of the whole, which is `record` where it is no part.
        """
        workspace = self._session.workspace
        whole = joined_record(*record_parts(workspace, record))
        parts = self._parts = [each.sheet.inspection.id for each in whole.parts]
        self._together.setText(shared)
        for each in (self._whole, self._part):
            each.setVisible(bool(parts))
        self.commands.set_there("part", bool(parts))
        if parts:
            self._part.show_part(record, findings)
            others = (each for each in parts if each != record.sheet.inspection.id)
            findings += sum(len(workspace.inspections.findings(each)) for each in others)
        self._show_figures(whole, whole.sheet.site_score(), findings)
        return whole

    def show_next_part(self) -> None:
        """Show the part after this one, after the last the first."""
        if self._shown is not None and self._parts:
            at = self._parts.index(self._shown.sheet.inspection.id)
            self.part_wanted.emit(self._parts[(at + 1) % len(self._parts)])

    def number_of(self, row: ResultRow) -> str:
        return row.number if row.is_finding else ""

    def see_finding(self) -> None:
        """Lead to the chosen finding in the ledger; of what is none, to its photos."""
        if self.row is not None and not self.row.is_finding and self._photos:
            self.show_photos()
        else:
            super().see_finding()

    @property
    def _photos(self) -> list[Evidence]:
        """The photos of what the chosen row is about."""
        row, record = self.row, self._shown
        if row is None or record is None or row.item_id is None:
            return []
        about = row.scorecard_id, row.item_id
        every = record.sheet.evidence
        return [e for e in every if e.is_photo and (e.scorecard_id, e.item_id) == about]

    def why_no_photos(self) -> str:
        """Return why no photos of the chosen row can be shown; '' when they can."""
        return "" if self._photos else tr("This row has no photo.")

    def show_photos(self) -> None:
        """Show the photos of the chosen row over the page."""
        row, photos = self.row, self._photos
        if row is not None:
            self.viewer.open(PhotosOf(f"{row.window} · {row.text}", lambda: photos))

    @property
    def subject(self) -> Subject:
        """What the row is about where one stands: an amendment begins with it."""
        row = self.table.currentIndex().row()
        if not self.table.hasFocus() or row < 0:
            return None, None
        chosen = self.model.row_at(row)
        return chosen.scorecard_id, chosen.item_id

    def take_focus(self) -> None:
        """Put the keyboard on the findings, or on the windows when nothing was found."""
        listed = self.table if self.model.rowCount() else self.cards
        (self.viewer if self._is_covered else listed).setFocus()

    def _show_overrides(self, record: Record) -> None:
        """Say what it is not ranked for, and which of the site's own numbers it was scored with."""
        pack = record.sheet.pack
        names = {**record.item_texts, **{item.id: item.text for item in pack.items()}}
        said = [override_text(o, names.get(o.item_id, o.item_id)) for o in pack.overrides]
        lines = [tr("Numbers of this site: {items}", items=tr("; ").join(said))] if said else []
        sheet = record.sheet
        coverage = sheet.total_coverage()
        below = unranked_text(coverage, pack.policy, sheet.inspection.kind.ranked)
        if sheet.inspection.kind is InspectionKind.SELF:
            lines.insert(
                0, tr("A self-check stands beside what inspectors find and is not ranked.")
            )
        if below:
            lines.insert(0, tr("; ").join((coverage_text(coverage), below)))
        self._overrides.setText("\n".join(lines))
        self._overrides.setVisible(bool(lines))

    def _show_figures(self, record: Record, score: SiteScore, findings: int) -> None:
        """Show the figures as found, and beside each what appeals left of it."""
        sheet, share = record.sheet, record.sheet.pack.policy.public_area_share
        after = record.reviewed.site if record.reviewed else score

        def both(text: Callable[[SiteScore], str]) -> str:
            return both_texts(text(score), text(after))

        found = sum(len(sheet.score(card).vetoes) for card in sheet.inspected)
        cards = record.reviewed.scorecards.values() if record.reviewed else ()
        left = sum(len(card.vetoes) for card in cards) if record.reviewed else found
        windows, public = (
            tr("Windows, mean ({share} %)", share=100 - share),
            tr("Public area ({share} %)", share=share),
        )
        coverage = sheet.total_coverage()
        shown = (
            (_score_title(record, after), both(lambda site: format_score(site.total)), False),
            (tr("Grade"), both(_grade_text), after.vetoed),
            (
                tr("Items observed"),
                f"{coverage.observed} / {coverage.asked}",
                False,
            ),
            (windows, both(lambda site: format_mean(site.windows)), False),
            (public, both(lambda site: format_score(site.public)), False),
            (
                tr("Findings / vetoes"),
                f"{findings} / {both_texts(str(found), str(left))}",
                left > 0,
            ),
        )
        for figure, (title, text, alarming) in zip(self._figures, shown, strict=True):
            figure.show_figure(title, text, alarming)

    def why_not_sign(self) -> str:
        """Return why the record cannot be signed; '' when it can."""
        if self._shown is not None and self._shown.signature is not None:
            return sentence(AlreadySignedError())
        return self.why_not_amend()

    def why_not_amend(self) -> str:
        """Return why no words can be added to the record; '' when they can."""
        is_sealed = self._shown is None or self._shown.unchanged
        return "" if is_sealed else sentence(SealBrokenError())


def _score_title(record: Record, after: SiteScore) -> str:
    """Return what the score is of; of a sheet that has not 100 points, with its percent."""
    scale = record.sheet.pack.policy.scale
    if scale == 100 or after.total is None:
        return tr("Score")
    percent = format_score(round_half_up(Fraction(after.total * 100, scale)))
    return tr("Score of {scale}: {percent}%", scale=scale, percent=percent)


def _grade_text(site: SiteScore) -> str:
    grade = site.grade.title if site.grade else "—"
    return f"★ {grade}" if site.vetoed else grade


class _Figure(QWidget):
    """A large figure under its name."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "small")
        self._text = label("", "figure")
        stack(self, (self._title, self._text))

    def show_figure(self, title: str, text: str, alarming: bool) -> None:
        """Show a figure, in the colour of a deduction when it alarms."""
        self._title.setText(title)
        self._text.setText(text)
        set_role(self._text, "alarm" if alarming else "figure")
