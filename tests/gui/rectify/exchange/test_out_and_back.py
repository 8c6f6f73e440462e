"""The panels that let notices and ledgers out and take them back, each on its own."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.errors import CannotWriteError, ChangedFileError, FaultyFileError
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import LedgerFilter, LedgerOrder, LedgerRow
from inspector.gui.rectify.exchange.ledger_export_panel import LedgerExportLine
from inspector.gui.rectify.exchange.notice_export import NoticePanel
from inspector.gui.rectify.exchange.returned_panel import ReturnedPanel
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.translation import use_language
from inspector.workspace.file_kinds import FileKind, kind_of
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.excel.returned.returned_books import edit, fill
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import find, rows
from tests.gui.waiting import LONGEST, wait_for
from tests.photos import jpeg
from tests.workspace.visiting import dump

ENTER, ESC, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Down
TODAY = date.today()


@pytest.fixture(autouse=True)
def _english(tmp_path: Path) -> None:
    use_language("en", tmp_path)


@pytest.fixture
def session(ledger: Path) -> Iterator[Session]:
    workspace = Workspace(ledger)
    yield Session(workspace)
    workspace.close()


@pytest.fixture
def heard(session: Session) -> Heard:
    made = Heard()
    session.told.connect(lambda text, path: made.told.append((text, path)))
    session.refused.connect(made.refused.append)
    return made


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], None]:
    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1100, 600)
        with qtbot.waitExposed(widget, timeout=LONGEST):
            widget.show()
        widget.activateWindow()
        wait_for(widget.isActiveWindow)

    return show


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def open_rows(session: Session) -> list[LedgerRow]:
    asked = LedgerFilter(states=frozenset({FindingState.OPEN}))
    return session.workspace.findings.ledger(asked)


def slip(session: Session, folder: Path) -> tuple[Path, list[LedgerRow]]:
    """A notice of a site, and its findings."""
    first = open_rows(session)[0]
    asked = LedgerFilter(site_id=first.site_id, states=frozenset({FindingState.OPEN}))
    (draft,) = session.workspace.notices.drafts(asked)
    path, _ = session.workspace.notices.write(draft, folder)
    return path, session.workspace.findings.ledger(asked)


# Back


def proposed(session: Session, path: Path, show: Callable[[QWidget], None]) -> ReturnedPanel:
    panel = ReturnedPanel(session)
    show(panel)
    panel.opened.connect(panel.take_focus)
    panel.propose(path)
    wait_for(lambda: panel.is_open)
    return panel


@pytest.mark.ci
def test_enter_takes_in_what_is_shown(
    session: Session, heard: Heard, tmp_path: Path, shown: Callable[[QWidget], None]
) -> None:
    path, found = slip(session, tmp_path)

    def change(sheet: object) -> None:
        fill(sheet, found[0].number, "已改", TODAY, (jpeg(),))  # type: ignore[arg-type]
        fill(sheet, found[1].number, "已改", "月底")  # type: ignore[arg-type]

    edit(path, change)
    before = dump(session.workspace.folder)
    panel = proposed(session, path, shown)
    assert dump(session.workspace.folder) == before
    lines = rows(find(panel, TableView, "returnedLines"))
    assert [line[:2] for line in lines] == [
        ["Refused", found[1].number],
        ["Reported done", found[0].number],
    ]
    assert lines[1][2] == f"{found[0].site_name} {found[0].window_number} “{found[0].text}”"
    assert lines[0][4] == "“月底” is no day; write it like 2026-11-27."
    assert lines[1][4] == f"已改; done on {TODAY}; 1 photo"
    assert not find(panel, QCheckBox, "replaceReports").isVisible()
    press(ENTER)
    wait_for(lambda: not panel.is_open)
    done = session.workspace.findings.get(found[0].id)
    assert (done.state, done.reported_text) == (FindingState.REPORTED, "已改")
    assert heard.told[-1][0].startswith(f"Imported “{path.name}”: 1 reported done, 1 refused")

    panel.propose(path)
    wait_for(lambda: panel.is_open)
    assert not find(panel, QPushButton, "confirmReturned").isEnabled()
    press(ENTER)  # nothing new: nothing happens
    assert panel.is_open
    press(ESC)
    assert not panel.is_open


@pytest.mark.ci
def test_escape_leaves_everything_as_it_was(
    session: Session, tmp_path: Path, shown: Callable[[QWidget], None]
) -> None:
    path, found = slip(session, tmp_path)
    edit(path, lambda sheet: fill(sheet, found[0].number, "已改", TODAY))
    before = dump(session.workspace.folder)
    panel = proposed(session, path, shown)
    press(ESC)
    assert not panel.is_open
    assert dump(session.workspace.folder) == before


@pytest.mark.ci
def test_another_report_counts_only_when_one_says_so(
    session: Session, tmp_path: Path, shown: Callable[[QWidget], None]
) -> None:
    path, found = slip(session, tmp_path)
    edit(path, lambda sheet: fill(sheet, found[0].number, "已改", TODAY))
    session.workspace.findings.report_done(found[0].id, "另说", TODAY)
    panel = proposed(session, path, shown)
    confirm = find(panel, QPushButton, "confirmReturned")
    assert not confirm.isEnabled()
    box = find(panel, QCheckBox, "replaceReports")
    assert "1 finding that was reported differently" in box.text()
    box.setFocus()
    press(SPACE)
    assert confirm.isEnabled()
    press(ENTER)
    wait_for(lambda: not panel.is_open)
    assert session.workspace.findings.get(found[0].id).reported_text == "已改"


@pytest.mark.ci
def test_what_is_no_slip_and_what_changed_meanwhile_is_told(
    session: Session, heard: Heard, tmp_path: Path, shown: Callable[[QWidget], None]
) -> None:
    other = tmp_path / "别的.xlsx"
    session.workspace.rosters.write_template(other)
    panel = ReturnedPanel(session)
    shown(panel)
    panel.propose(other)
    wait_for(lambda: heard.refused)
    assert isinstance(heard.refused[0], FaultyFileError)
    assert not panel.is_open
    path, found = slip(session, tmp_path)
    edit(path, lambda sheet: fill(sheet, found[0].number, "已改", TODAY, (jpeg(),)))
    panel.propose(path)
    wait_for(lambda: panel.is_open)
    edit(path, lambda sheet: sheet._images.clear())  # type: ignore[attr-defined]
    panel.take_focus()
    press(ENTER)
    wait_for(lambda: len(heard.refused) > 1)
    assert isinstance(heard.refused[1], ChangedFileError)
    assert panel.is_open  # to be discarded, or tried again


# Out


@pytest.mark.ci
def test_notices_for_the_chosen_sites(
    session: Session,
    heard: Heard,
    tmp_path: Path,
    shown: Callable[[QWidget], None],
    choose_file: ChooseFile,
) -> None:
    panel = NoticePanel(session)
    shown(panel)
    panel.opened.connect(panel.take_focus)
    panel.offer(LedgerFilter())
    table = find(panel, TableView, "noticeSites")
    sites = rows(table)
    assert len(sites) > 1
    assert {row[0] for row in sites} == {"✓"}
    press(SPACE)
    assert rows(table)[0][0] == "—"
    folder = tmp_path / "通知"
    choose_file(folder)
    press(ENTER)
    wait_for(lambda: not panel.is_open)
    if len(sites) > 2:  # several lie together
        (folder,) = folder.iterdir()
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == len(sites) - 1
    assert not any(name.startswith(sites[0][1]) for name in names)
    count = f"{len(names)} notices" if len(names) > 1 else "1 notice"
    assert heard.told[-1][0].startswith(
        f"{count} written into {folder}. Left blank on paper: Reporting unit."
    )
    panel.offer(LedgerFilter())
    assert {row[4] for row in rows(table)[1:]} & {"a new one"} == set()


@pytest.mark.ci
def test_where_nothing_can_be_written_it_is_told_and_tried_again(
    session: Session,
    heard: Heard,
    tmp_path: Path,
    shown: Callable[[QWidget], None],
    choose_file: ChooseFile,
) -> None:
    panel = NoticePanel(session)
    shown(panel)
    panel.opened.connect(panel.take_focus)
    panel.offer(LedgerFilter())
    (tmp_path / "file").write_bytes(b"")
    choose_file(tmp_path / "file")
    press(ENTER)
    wait_for(lambda: heard.refused)
    assert isinstance(heard.refused[0], CannotWriteError)
    assert panel.is_open
    press(ESC)
    assert not panel.is_open


@pytest.mark.ci
def test_the_ledger_goes_out_and_is_on_the_history(
    session: Session,
    heard: Heard,
    tmp_path: Path,
    shown: Callable[[QWidget], None],
    choose_file: ChooseFile,
) -> None:
    line = LedgerExportLine(session)
    shown(line)
    asked = LedgerFilter(states=frozenset({FindingState.OPEN}))
    line.offer(asked, LedgerOrder())
    QTest.keyClick(find(line, QCheckBox, "ledgerPhotos"), SPACE)
    path = tmp_path / "台账.xlsx"
    choose_file(path)
    press(ENTER)
    wait_for(lambda: heard.told)
    ((told, where),) = heard.told
    assert told.startswith(f"Written: {path}; Prints at about ")
    assert where == str(path)
    assert not line.isVisible()
    (first, *_) = open_rows(session)
    assert session.workspace.findings.history(first.id)[-1].event.kind.value == "exported"
    assert kind_of(path) is FileKind.RETURNED


@pytest.mark.ci
def test_a_ledger_to_fill_in_says_what_it_is_without_before_and_after(
    session: Session,
    heard: Heard,
    tmp_path: Path,
    shown: Callable[[QWidget], None],
    choose_file: ChooseFile,
) -> None:
    line = LedgerExportLine(session)
    shown(line)
    asked = LedgerFilter(states=frozenset({FindingState.OPEN, FindingState.CLOSED}))
    counts = session.workspace.findings.counts(asked)
    waits, closed = counts.of(FindingState.OPEN), counts.of(FindingState.CLOSED)
    line.offer(asked, LedgerOrder())
    assert closed > 1
    line._counting.finish()
    assert line._count.text() == f"{waits} findings; without {closed} closed"
    fill_in = find(line, QCheckBox, "ledgerFillIn")
    QTest.mouseClick(fill_in, Qt.MouseButton.LeftButton, pos=QPoint(8, fill_in.height() // 2))
    assert line._count.text() == f"{waits + closed} findings"
    QTest.mouseClick(fill_in, Qt.MouseButton.LeftButton, pos=QPoint(8, fill_in.height() // 2))
    path = tmp_path / "台账.xlsx"
    choose_file(path)
    press(ENTER)
    wait_for(lambda: heard.told)
    ((told, _),) = heard.told
    assert told.startswith(f"Written: {path}; without {closed} closed; Prints at about ")
