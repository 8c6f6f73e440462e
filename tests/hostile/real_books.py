"""One real workbook of each kind that is taken in, and surgery on their parts."""

from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from inspector.domain.papers.notice import Notice
from inspector.domain.visit.roster import RosterRow
from inspector.excel.forms.form_samples import write_samples
from inspector.excel.papers.ledger_workbook import LedgerForm, write_rectification
from inspector.excel.papers.notice_workbook import write_notice
from inspector.excel.rosters.roster_workbook import write_roster_template
from inspector.excel.sheet.sheet_pictures import Picture
from tests.excel.packs.pack_books import sample_pack, written
from tests.excel.reports import HEADING, TODAY, finding
from tests.excel.returned.returned_books import edit, fill
from tests.excel.rosters.rosters import KINDS
from tests.photos import jpeg

ROWS = tuple(
    RosterRow(
        site="城东营业厅",
        window=f"{number}号",
        kind="general",
        department="",
        leader="",
        staff_number=f"{number:03}",
        staff_name=f"员工{number}",
        team="",
    )
    for number in range(1, 6)
)
FINDINGS = tuple(finding(id=f"f{n}", number=f"2611-{n:03}", text=f"问题{n}") for n in range(1, 6))
NOTICE = Notice("〔2026〕3号", "城东营业厅", "市文明办", TODAY, FINDINGS)
FOUND = {"f2": [Picture(lambda: jpeg("#102030"), "jpeg", 640, 480)]}
DONE = jpeg("#a02020")


def roster(folder: Path) -> Path:
    """A filled roster."""
    path = folder / "花名册.xlsx"
    write_roster_template(path, KINDS, ROWS)
    return path


def pack(folder: Path) -> Path:
    """The workbook of a pack with every kind of rule."""
    return written(folder, sample_pack())


def ledger(folder: Path) -> Path:
    """A ledger that was filled in, with photos."""
    path = folder / "台账.xlsx"
    write_rectification(path, FINDINGS, HEADING, TODAY, LedgerForm(FOUND, fill_in=True))
    return edit(path, lambda sheet: fill(sheet, "2611-001", "已改", "11-23", (DONE,)))


def notice(folder: Path) -> Path:
    """A notice whose reply slip was filled in, with photos."""
    path = folder / "通知单.xlsx"
    write_notice(path, NOTICE, FOUND)
    return edit(path, lambda sheet: fill(sheet, "2611-001", "已改", "11-23", (DONE,)))


def form(folder: Path) -> Path:
    """A superior's form."""
    return write_samples(folder)[0]


REAL: Mapping[str, Callable[[Path], Path]] = {
    "roster": roster,
    "pack": pack,
    "ledger": ledger,
    "notice": notice,
    "form": form,
}


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a workbook."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Write parts as a workbook."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return path


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of a workbook, which may be a new one."""
    parts = parts_of(path)
    parts[name] = change(parts.get(name, b""))
    return packed(path, parts)
