"""晨会 before it begins: what the next meeting needs, without a question asked."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QStackedWidget,
    QWidget,
)

from inspector.domain.errors import MeetingDecidedError
from inspector.domain.meeting.meeting import DRILL, Meeting
from inspector.domain.meeting.topic import left_out_of
from inspector.domain.visit.roster import Site
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.editor_draft import DraftKeeper, Field
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.meeting.agenda_view import AgendaView
from inspector.gui.meeting.choosing.topic_model import BOX
from inspector.gui.meeting.deciding.attendance import AttendanceList
from inspector.gui.meeting.deciding.tray_drafts import is_written_at
from inspector.gui.meeting.opening_commands import EARLIER, GOES_ON, NO_SITE, opening_commands
from inspector.gui.meeting.screens.meeting_words import since_text
from inspector.gui.session import Session
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import moment_text, short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.preferences import HOST, MEETING_MINUTES
from inspector.workspace.surveys.lately_words import lately_sentence

PANEL_WIDTH, NARROW_PANEL_WIDTH = 296, 264


class OpeningPage(QWidget):
    """Site, figures and findings; host, budget, attendance and drill beside them."""

    started = Signal(str)  # the meeting's id
    ended = Signal(str)  # the meeting's id: one of an earlier day
    written_at = Signal(str)  # the meeting's id: it was to end, and something is not taken yet
    past_wanted = Signal()
    roster_wanted = Signal()
    finding_wanted = Signal(str)  # its number: it is to be seen in the ledger

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._open: Meeting | None = None  # goes on today at the site in front
        self._left_out: set[str] = set()  # by the meeting that goes on
        self._earlier: Meeting | None = None  # was begun there on an earlier day, and not ended

    def build(self) -> Iterator[None]:
        """Make its parts, some of them each time."""
        self.head = PageHead(tr("Morning meeting"), self)
        self.line = AskLine()
        self.line.setObjectName("meetingLine")
        self.site = Combo()
        self.site.setObjectName("meetingSite")
        self.site.setAccessibleName(tr("Site"))
        self.site.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        # Inside each other from the first: what gets another parent is dressed anew.
        self._stack = QStackedWidget(self)
        self.agenda = AgendaView()
        self.host = QLineEdit()
        TextLimit(self.host, LINE)
        self.host.setObjectName("meetingHost")
        self.host.setAccessibleName(tr("Host"))
        self.budget = QSpinBox()
        self.budget.setObjectName("meetingBudget")
        self.budget.setAccessibleName(tr("Minutes planned"))
        self.budget.lineEdit().setTextMargins(GRID, 0, 0, 0)  # as in the other fields
        self.budget.setRange(1, MEETING_MINUTES.most)
        self.attendance = AttendanceList("meetingAttendance")
        self._attendance_title = label("", "secondary")
        self._drill = wrapped("", "secondary")
        self._drill.setObjectName("meetingDrill")
        self._satisfaction = wrapped("", "secondary")
        self._satisfaction.setObjectName("meetingSatisfaction")
        yield
        self._panel = QWidget()
        self._roster = button(tr("Import a roster…"), "meetingRoster", "primary")
        self._empty = EmptyNote(
            tr("First, the windows"),
            tr(
                "A morning meeting goes through what inspections of a site found. Import a roster"
                " of sites, windows and staff first, then make an inspection."
            ),
            [self._roster],
        )
        fields: dict[str, Field] = {
            "host": self.host,
            "budget": self.budget,
            "absent": self.attendance,
            "left-out": self.agenda.model,
        }
        self._draft = DraftKeeper(self.session, "opening", fields, self)
        self.commands = opening_commands(self)
        self._past = command_button(self.commands["past"], "meetingPast")
        self._fit = command_button(self.commands["fit"], "agendaFit")
        self._fit.hide()
        self.agenda.give_fit(self._fit)
        self._complaints = command_button(self.commands["complaints"], "meetingComplaints", "quiet")
        self._complaints.hide()
        self._end = command_button(self.commands["end-earlier"], "meetingEndEarlier")
        self.start_button = command_button(self.commands["start"], "meetingStart", "primary")
        for made in (self._past, self._end, self.start_button):
            self.head.add(made)
        yield
        self._lay_out()
        yield
        self._connect()

    def _lay_out(self) -> None:
        panel = self._panel
        panel.setObjectName("panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        form = QFormLayout()
        form.setVerticalSpacing(GRID // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(label(tr("Site"), "secondary"), self.site)
        both = QHBoxLayout()
        both.setSpacing(GRID)
        both.setAlignment(Qt.AlignmentFlag.AlignTop)
        for title, field, share in (
            (tr("Host"), self.host, 1), (tr("Minutes planned"), self.budget, 0),
        ):  # fmt: skip
            part = stack(None, (label(title, "secondary"), field), spacing=GRID // 2)
            both.addLayout(part, share)
        form.addRow(both)
        told = (self._drill, self._satisfaction, self._complaints)
        parts = (form, self._attendance_title, (self.attendance, 1), *told)
        stack(panel, parts, margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID)
        content = QWidget()
        stack(content, ((self.agenda, 1), panel), across=True)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(content)
        stack(self, (self.head, (self._stack, 1), self.line))

    def _connect(self) -> None:
        menu = ("begin", "show", "fit", "see", "copy", "end-earlier", "discard", "past")
        give_context_menu(self.agenda.table, [self.commands[name] for name in menu])
        self.site.activated.connect(lambda index: self._show_site())
        self.attendance.changed.connect(self._count)
        self.line.left.connect(self.take_focus)
        self.agenda.table.answered.connect(lambda row: self.begin())
        self.agenda.table.doubleClicked.connect(self._on_double_click)
        self.budget.valueChanged.connect(self.agenda.set_budget)
        self.agenda.model.changed.connect(self._on_ticked)
        self.agenda.model.stayed.connect(self._tell_stayed)
        self._roster.clicked.connect(self.roster_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = lacks_width(self)
        self._panel.setFixedWidth(sized(NARROW_PANEL_WIDTH if is_narrow else PANEL_WIDTH))

    def refresh(self) -> None:
        """Show the site that most likely meets next, or the one that was chosen."""
        for _ in self.refreshing():
            pass

    def refreshing(self) -> Iterator[None]:
        """Do it a piece each time, while nobody sees the page."""
        self._draft.leave()
        workspace = self.session.workspace
        sites = workspace.meetings.sites()
        chosen = self._site
        going_on = [meeting.site_id for meeting in workspace.meetings.open_ones()]
        wanted = [*going_on[:1], *([chosen.id] if chosen else [])]
        self.site.clear()
        for site in sites:
            self.site.addItem(site.name, site)
        ids = [site.id for site in sites]
        self.site.setCurrentIndex(next((ids.index(each) for each in wanted if each in ids), 0))
        self._stack.setCurrentIndex(1 if sites else 0)
        self.start_button.setVisible(bool(sites))
        self._past.setVisible(bool(sites))
        preferences = workspace.preferences
        self.host.setText(preferences.get(HOST))
        self.budget.setValue(preferences.number(MEETING_MINUTES))
        if sites:
            yield
            yield from self._showing_site()
        else:
            self.commands.set_mode(NO_SITE)
            self._end.setVisible(False)
            self.head.set_texts(tr("Morning meeting"))

    def take_focus(self) -> None:
        """Put the keyboard on the findings, or on what starts the meeting without any."""
        if not self.site.count():
            self._roster.setFocus()
        elif not self.agenda.table.isHidden():
            self.agenda.table.setFocus()
        else:
            self.start_button.setFocus()

    def start(self) -> None:
        """Begin the meeting of the site in front, or go on with the one that was begun."""
        site = self._site
        if site is None:
            return
        workspace, host = self.session.workspace, self.host.text().strip()
        left_out, begun = self.agenda.model.left_out, self._open
        if begun is not None:
            again = lambda: workspace.meetings.leave_out(begun.id, left_out)  # noqa: E731
            if left_out == self._left_out or self.session.attempt(again) is not None:
                self._draft.drop()
                self.started.emit(begun.id)
            return
        drill = workspace.meetings.drill(site)
        done = self.session.attempt(
            lambda: workspace.meetings.start(
                site,
                left_out,
                host=host,
                present=self.attendance.present,
                absent=self.attendance.absent,
                budget=self.budget.value(),
                drill=drill.title if drill else "",
            )
        )
        if done is not None:
            self.session.attempt(lambda: workspace.preferences.set(HOST, host))
            self.started.emit(done[0])

    def begin(self) -> None:
        """Enter confirms what waits, else begins."""
        if self.line.waiting:
            self.line.confirm()
        else:
            self.start()

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() == BOX:
            self.agenda.tick_row()  # the second of two quick clicks on a box is one, too
        else:
            self.see_finding()

    def _on_ticked(self) -> None:
        if not self.line.waiting:
            self.line.stop()  # what it told was about the tick before
        self._fit.setVisible(self.agenda.is_too_long)

    def tick_kind_at(self, place: int) -> None:
        """All or none of the kind whose box stands at a place, from 0."""
        kinds = self.agenda.boxes.kinds
        if place < len(kinds):
            self.agenda.tick_kind(kinds[place])
        else:
            self.line.tell(tr("There is no kind {number}.", number=place + 1))

    def see_finding(self) -> None:
        """Lead to the chosen finding in the ledger."""
        topic = self.agenda.in_front
        if topic is not None and topic.items:
            self.finding_wanted.emit(topic.findings[0].number)

    def why_no_finding(self) -> str:
        """Return why the chosen row leads to no finding; '' when it does."""
        topic = self.agenda.in_front
        return "" if topic is not None and topic.items else tr("This row is not about a finding.")

    @property
    def end_word(self) -> str:
        """What ends the meeting of an earlier day, in words."""
        day = short_day_text(self._earlier.started_at.date()) if self._earlier else ""
        return tr("End the meeting of {day}", day=day)

    def end_earlier(self) -> None:
        """End the meeting of an earlier day, asked once."""
        if self._earlier is None:
            return
        if self.line.waits_for(self._end_now):
            self.line.confirm()
            return
        if is_written_at(self.session, self._earlier.id):
            self.written_at.emit(self._earlier.id)
            return
        day = short_day_text(self._earlier.started_at.date())
        question = tr(
            "End the meeting of {day}? Its minutes are fixed then. {end} again ends it.",
            day=day,
            end=self.commands["end-earlier"].said,
        )
        self.line.wait(self._end_now, question, self.end_word)

    def _end_now(self) -> None:
        meeting, meetings = self._earlier, self.session.workspace.meetings
        if meeting and self.session.attempt(lambda: meetings.end(meeting.id)) is not None:
            self.ended.emit(meeting.id)

    def discard(self) -> None:
        """Throw away the meeting that was begun, asked once; one that decided is only ended."""
        meeting = self._open or self._earlier
        if meeting is None:
            return
        if self.line.waits_for(self._discard_now):
            self.line.confirm()
        elif not self.session.workspace.meetings.is_discardable(meeting.id):
            self.session.refused.emit(MeetingDecidedError())
        else:
            begun = moment_text(meeting.started_at)
            question = tr(
                "Discard the meeting begun {moment}? Nothing was decided in it."
                " {discard} again discards it.",
                moment=begun,
                discard=self.commands["discard"].said,
            )
            self.line.wait(self._discard_now, question, tr("Discard"))

    def _discard_now(self) -> None:
        meeting, meetings = self._open or self._earlier, self.session.workspace.meetings
        if meeting and self.session.attempt(lambda: meetings.discard(meeting.id)) is not None:
            self.line.tell(tr("The meeting was discarded."))

    @property
    def _site(self) -> Site | None:
        site = self.site.currentData()
        return site if isinstance(site, Site) else None

    def _tell_complaints(self, site: Site) -> None:
        """Say how many complaints about the site are past their deadline, where there are any."""
        complaints = self.session.workspace.complaints
        late = self.session.attempt(lambda: complaints.overdue(site.id)) or []
        self._complaints.setVisible(bool(late))
        if late:
            said = tr_count(len(late), "1 complaint overdue", "{count} complaints overdue")
            self._complaints.give(self.commands["complaints"], said)

    def _show_site(self) -> None:
        for _ in self._showing_site():
            pass

    def _showing_site(self) -> Iterator[None]:
        site = self._site
        if site is None:
            return
        self._draft.leave()
        workspace = self.session.workspace
        now = workspace.now()
        self.line.stop()  # what it asked was about the site that was in front
        today = now.date()
        self._tell_complaints(site)
        begun = [each for each in workspace.meetings.open_ones() if each.site_id == site.id]
        self._open = next((each for each in begun if each.started_at.date() >= today), None)
        self._earlier = next((each for each in begun if each.started_at.date() < today), None)
        self.commands["end-earlier"].set_words(self.end_word)
        self._end.setVisible(self._earlier is not None)
        if self._open is not None:
            agenda = workspace.meetings.agenda(self._open.id)
            since = tr("begun {moment}, not ended", moment=moment_text(self._open.started_at))
            self.head.set_texts(tr("Morning meeting"), f"{site.name} · {since}")
        else:
            agenda = workspace.meetings.next_for(site)
            since = since_text(agenda.since, now)
            self.head.set_texts(tr("Morning meeting"), f"{site.name} · {since}")
        yield
        self._dress_commands()
        drill = workspace.meetings.drill(site)
        self._left_out = left_out_of(agenda)
        if self._open is not None and not self._open.drill:
            self._left_out.add(DRILL)
        self.agenda.show_agenda(
            workspace.minutes.readable(agenda),
            drill.title if drill else "",
            self._left_out,
            today,
            workspace.meetings.pace(site),
            self._talked_about(),
        )
        yield
        absent = self._open.absent if self._open else ()
        self.attendance.show_people(workspace.minutes.people(site.id), absent)
        for field in (self.host, self.budget, self.attendance):
            field.setEnabled(self._open is None)  # later changes are made on its screens
        self.agenda.set_budget(self._open.budget if self._open else self.budget.value())
        self._draft.begin(site.id)
        self._drill.setText(tr("Drill: {title}", title=drill.title) if drill else "")
        self._drill.setVisible(drill is not None)
        said = lately_sentence(workspace.surveys.lately(site))
        self._satisfaction.setText(said)
        self._satisfaction.setVisible(bool(said))

    def _talked_about(self) -> set[str]:
        """Return the findings, by their ids, that the meeting which goes on has talked about."""
        if self._open is None:
            return set()
        lines = self.session.workspace.minutes.of(self._open.id).lines
        return {line.finding.id for line in lines if line.discussed}

    def _tell_stayed(self) -> None:
        self.line.tell(
            tr("What this meeting has talked about stays in it and in its minutes: it is ticked.")
        )

    def _dress_commands(self) -> None:
        word = tr("Go on with the meeting") if self._open else tr("Start the meeting")
        for name in ("begin", "start"):
            self.commands[name].set_words(word)
        begun = EARLIER if self._earlier else ""
        self.commands.set_mode(GOES_ON if self._open else begun)

    def _count(self) -> None:
        present, absent = len(self.attendance.present), len(self.attendance.absent)
        self._attendance_title.setText(
            tr("Present {present} / {all}", present=present, all=present + absent)
        )
