"""Jobs on 资料, and what the window does by itself: each returns the gaps in it."""

from functools import partial
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt

from inspector.gui.data.backups.backup_panel import BackupPanel
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.roster.roster_panel import RosterPanel
from inspector.own_process import in_own_process
from tests.bench.liveness.gap_acts import Desk, chosen
from tests.bench.liveness.gaps import Gaps

WINDOWS_A_ROUND = 2000
AT_A_SITE = 50


def roster(desk: Desk) -> Gaps:
    """Take in a roster, go to it again, rename a site of it, and take all of it back."""
    page = _data(desk)
    # Elsewhere: openpyxl's cells hang in circles, and would be collected while the window is timed.
    path, windows = desk.folder.parent / "roster.xlsx", desk.rounds * WINDOWS_A_ROUND
    in_own_process(_write_roster, path, windows)
    panel = page.panel("roster")
    assert isinstance(panel, RosterPanel)
    return desk.timed(
        tab=partial(page.show_tab, "roster"),
        compare=partial(page.propose, path),
        take_in=partial(desk.press, Qt.Key.Key_Return),
        elsewhere=partial(page.show_tab, "backups"),
        again=partial(page.show_tab, "roster"),
        form=panel.commands["change-site"].trigger,
        letter=partial(desk.press, "2"),
        renamed=partial(desk.press, Qt.Key.Key_Return),
        first_undone=panel.commands["undo"].trigger,
        all_undone=panel.commands["undo"].trigger,
        compared_again=partial(page.propose, path),
        left=partial(desk.press, Qt.Key.Key_Escape),
    )


def daily_backup(desk: Desk) -> Gaps:
    """Back up as every day, by the button."""
    page = _data(desk)
    page.show_tab("backups")
    panel = _backups(page)
    return desk.timed(backup=panel.back_up)


def backup_file(desk: Desk) -> Gaps:
    """Write everything into one file."""
    page = _data(desk)
    page.show_tab("backups")
    panel = _backups(page)
    with chosen(desk.folder.parent) as places:
        gaps = desk.timed(file=panel.save_file)
    (path,) = places
    assert path.exists()
    path.unlink()
    return gaps


def look_over(desk: Desk) -> Gaps:
    """Let everything be looked over."""
    page = _data(desk)
    page.show_tab("backups")
    return desk.timed(look=_backups(page).look_over)


def _data(desk: Desk) -> DataPage:
    page = desk.window.show_page("data")
    assert isinstance(page, DataPage)
    return page


def _backups(page: DataPage) -> BackupPanel:
    panel = page.panel("backups")
    assert isinstance(panel, BackupPanel)
    return panel


def _write_roster(path: Path, windows: int) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["单位", "窗口号", "部门", "班长", "工号", "姓名"])
    for number in range(windows):
        site, place = divmod(number, AT_A_SITE)
        sheet.append(
            [f"第{site}营业厅", f"{place + 1}号窗口", "综合部", "班长", f"{number:05}", "某人"]
        )
    book.save(path)
