"""How long large exports take, and how much memory: said, never asserted.

    ./run python -m tests.bench.large_exports [FINDINGS] [PHOTOS]

Seconds are those of this process alone: the machine may be busy with something else.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import Circular, PeriodFindings
from inspector.excel.forms.form_fields import form_data
from inspector.excel.forms.form_samples import write_samples
from inspector.excel.forms.form_workbook import write_form
from inspector.excel.papers.circular_workbook import CircularPhoto, photo_caption, write_circular
from inspector.excel.papers.ledger_workbook import write_rectification
from inspector.excel.sheet.photo_pages import PHOTO_SIZE
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.storage.evidence.photo_making import for_print
from tests.bench.photo_papers import photo
from tests.excel.reports import HEADING, TODAY, closed, finding, pack, summary

PHOTO = (4000, 3000)


def main() -> int:
    """Measure; return 0."""
    words = sys.argv[1:]
    count = int(words[0]) if words else 10_000
    photos = int(words[1]) if len(words) > 1 else 500
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        findings = [_finding(number) for number in range(count)]
        bare = min(_timed(partial(_bare, folder, findings)) for _ in range(3))
        ledger = partial(write_rectification, folder / "a.xlsx", findings, HEADING, TODAY)
        own = min(_timed(ledger) for _ in range(3))
        _say(f"{count} findings: bare loop {bare:.2f} s, ledger {own:.2f} s: {own / bare:.2f} x")
        form, _ = write_samples(folder)
        data = form_data(
            [summary()], PeriodFindings(tuple(findings), (), (), {}), HEADING, TODAY, 4
        )
        took = _timed(partial(write_form, form, folder / "form.xlsx", data, TODAY))
        _say(f"{count} findings in a form: {took:.2f} s")
        before = _peak()
        told = Circular((summary(),), tuple(findings[:photos]), (), (), TODAY)
        shown = _photos(folder / "photo.jpg", photos)
        path = folder / "circular.xlsx"
        took = _timed(partial(write_circular, path, told, [pack()], shown, HEADING))
        _say(
            f"{photos} photos of 12 megapixels: {took:.1f} s, {path.stat().st_size >> 20} MB;"
            f" {before} MB of memory before, {_peak()} MB at most"
        )
    return 0


def _finding(number: int) -> Finding:
    make = closed if number % 3 else finding
    return make(
        number=f"2611-{number:05}",
        text=f"第{number}项：柜台物品摆放杂乱，未及时整理；顾客走近时未起身迎接",
        deadline=TODAY + timedelta(number % 20 - 10),
    )


def _photos(source: Path, count: int) -> list[CircularPhoto]:
    """Photos with about as much in them as a camera's, all made from one file."""
    source.write_bytes(photo())
    caption = photo_caption("城东营业厅1号窗口", TODAY, "问题2611-001：未起身迎接")
    picture = Picture(partial(for_print, source, PHOTO_SIZE), "jpeg", *PHOTO)
    return [CircularPhoto(caption, picture)] * count


def _bare(folder: Path, findings: list[Finding]) -> None:
    """Write the same styled cells by nothing but openpyxl; the values are there already."""
    from openpyxl import Workbook, load_workbook
    from openpyxl.cell import WriteOnlyCell

    write_rectification(folder / "first.xlsx", findings[:1], HEADING, TODAY)
    row: list[Any] = list(load_workbook(folder / "first.xlsx").worksheets[0][5])
    values = [cell.value for cell in row]
    book = Workbook(write_only=True)
    for cell in {each.style: each for each in row}.values():
        book.add_named_style(_named(cell))
    sheet: Any = book.create_sheet("台账")
    for number, found in enumerate(findings, 1):
        values[0], values[5] = number, found.text
        cells = []
        for value, like in zip(values, row, strict=True):
            made = WriteOnlyCell(sheet, value)
            made.style = like.style
            cells.append(made)
        sheet.row_dimensions[number].height = 40
        sheet.append(cells)
    book.save(folder / "bare.xlsx")


def _named(cell: Any) -> Any:  # noqa: ANN401  # openpyxl's
    from copy import copy

    from openpyxl.styles import NamedStyle

    return NamedStyle(
        cell.style,
        font=copy(cell.font),
        border=copy(cell.border),
        fill=copy(cell.fill),
        alignment=copy(cell.alignment),
        number_format=cell.number_format,
    )


def _timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
