"""Jobs on the pages of visits and findings: each does something, and returns the gaps in it."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from shutil import rmtree
from time import perf_counter

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector.domain.finding.ledger_view import LedgerView, Quick
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.dressing import Dressing
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.visits.visits_page import InspectPage
from inspector.own_process import in_own_process
from inspector.workspace.extent import Extent, Period
from inspector.workspace.preferences import TEXT_SIZE, THEME
from inspector.workspace.visits.inspections import Duty
from tests.bench.figures import last_day
from tests.bench.liveness.gap_acts import CTRL, Desk, chosen
from tests.bench.liveness.gaps import Gaps, until, watch
from tests.bench.photo_papers import photo

TYPING = 40
"""Milliseconds between two keys of somebody who scores quickly."""


def pages_first(desk: Desk) -> Gaps:
    """Go to every page for the first time, those without a place on the rail, too."""
    session = desk.window.session
    day = last_day(desk.workspace)
    extent = Extent(Period(day, day))
    return desk.timed(
        meeting=partial(desk.press, "2", CTRL),
        rectify=partial(desk.press, "3", CTRL),
        summary=partial(desk.press, "4", CTRL),
        data=partial(desk.press, "5", CTRL),
        handbook=partial(desk.press, Qt.Key.Key_F1),
        plan=session.plan_wanted.emit,
        survey=session.survey_wanted.emit,
        complaints=session.complaints_wanted.emit,
        evaluation=partial(session.evaluation_wanted.emit, extent),
        training=partial(session.training_wanted.emit, extent),
        inspect=partial(desk.press, "1", CTRL),
    )


def dressed(desk: Desk) -> Gaps:
    """Choose another theme and another size of text, each until all that is built has it."""
    preferences, choose = desk.workspace.preferences, desk.window.session.attempt
    desk.do(partial(desk.press, "3", CTRL))
    return desk.timed(
        _is_dressed,
        dark=partial(choose, partial(preferences.set, THEME, "dark")),
        light=partial(choose, partial(preferences.set, THEME, "light")),
        large=partial(choose, partial(preferences.set, TEXT_SIZE, "large")),
        usual=partial(choose, partial(preferences.set, TEXT_SIZE, "usual")),
    )


def _is_dressed() -> bool:
    app = QApplication.instance()
    dressing = app.findChild(Dressing) if app is not None else None
    return dressing is None or dressing.is_done


def typed(desk: Desk) -> Gaps:
    """Score windows, a verdict every few milliseconds."""
    page = desk.window.show_page("inspect")
    assert isinstance(page, InspectPage)
    desk.do(lambda: page.resume(_begun(desk)))
    with watch(desk.window) as gaps:
        for _ in range(desk.rounds):
            for _ in range(5):
                _one_key(desk, Qt.Key.Key_1)
            _one_key(desk, Qt.Key.Key_PageDown)
    return gaps


def photographed(desk: Desk) -> Gaps:
    """Take in photos of 12 megapixels, and complete the visit while they are being read."""
    page = desk.window.show_page("inspect")
    assert isinstance(page, InspectPage)
    desk.do(lambda: page.resume(_begun(desk)))
    camera = desk.folder.parent / "camera"
    photos = QMimeData()
    in_own_process(_photograph, camera, desk.rounds)
    photos.setUrls([QUrl.fromLocalFile(str(path)) for path in sorted(camera.iterdir())])
    QGuiApplication.clipboard().setMimeData(photos)

    def complete() -> None:
        desk.press("v", CTRL)
        desk.press(Qt.Key.Key_Return, CTRL)

    gaps = desk.timed(complete=complete)
    rmtree(camera)
    return gaps


def _photograph(camera: Path, count: int) -> None:
    camera.mkdir()
    content = photo()
    for number in range(count):
        (camera / f"{number}.jpg").write_bytes(content + b"%08d" % number)


def typed_on_busy_disk(desk: Desk) -> Gaps:
    """Score windows while another program writes and flushes beside the data folder."""
    command = [sys.executable, "-c", _WRITES, str(desk.folder.parent / "busy.bin")]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as busy:
        gaps = typed(desk)
        busy.communicate()  # its end of input is its end
    return gaps


_WRITES = """
import os, sys, threading
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
piece = os.urandom(1 << 22)
while not ended.is_set():
    with open(sys.argv[1], "wb") as file:
        for _ in range(16):
            file.write(piece)
            file.flush()
            os.fsync(file.fileno())
os.remove(sys.argv[1])
"""


def _one_key(desk: Desk, key: Qt.Key) -> None:
    begun = perf_counter()
    until(desk.window, partial(desk.press, key), lambda: perf_counter() - begun > TYPING / 1000)


def _begun(desk: Desk) -> str:
    """Start a visit of the site with the most windows; return it."""
    workspace = desk.workspace
    site = max(workspace.rosters.sites(), key=lambda each: len(workspace.rosters.windows(each.id)))
    pack = workspace.packs.suggest(site)
    assert pack is not None
    windows = workspace.rosters.windows(site.id)
    duties = [Duty(each, each.staff[0] if each.staff else None) for each in windows]
    kind = InspectionKind.OPEN
    visit, _ = workspace.inspections.start(site, kind, ["甲"], pack.id, duties, False)
    return visit


def copied_rows(desk: Desk) -> Gaps:
    """Mark everything that was ever found, and copy it."""
    page = _ledger_of_all(desk)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    gaps = desk.timed(
        focus=page.table.setFocus,
        mark=partial(desk.press, "a", CTRL),
        copy=partial(desk.press, "c", CTRL),
    )
    assert clipboard.mimeData().hasText()
    return gaps


def exported(desk: Desk) -> Gaps:
    """Write the ledger of everything that was ever found."""
    page = _ledger_of_all(desk)
    with chosen(desk.folder.parent) as places:
        fill_in = page.papers.export._fill_in
        gaps = desk.timed(
            offer=page.papers.export_ledger,
            all=partial(fill_in.setChecked, False),
            write=partial(desk.press, Qt.Key.Key_Return),
        )
    (path,) = places
    assert path.exists()
    path.unlink()
    return gaps


def _ledger_of_all(desk: Desk) -> RectifyPage:
    page = desk.window.show_page("rectify")
    assert isinstance(page, RectifyPage)
    desk.do(partial(page.look_at, LedgerView(quick=Quick.ALL)))
    return page
