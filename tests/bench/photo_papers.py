"""A circular and a ledger with hundreds of photos, beside Pillow making each once.

In one thread, and in as many as there are cores: more than that no paper can gain.

Run on a copy of a data folder, as a process of its own. The photos have 12 megapixels and more in
them than most; each is another file.
"""

import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image

from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.papers.print_size import PrintSize
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.excel.papers.ledger.ledger_sheet_columns import PHOTOS
from inspector.excel.sheet.photo_pages import PHOTO_SIZE
from inspector.storage.evidence.print_copies import PRINTS_FOLDER
from inspector.storage.evidence.thumbnails import THUMBNAILS_FOLDER
from inspector.translation import use_language
from inspector.workspace.evidence.copies_ahead import make_ahead
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.ledger_exports import LedgerExports
from inspector.workspace.workspace import Workspace
from tests.bench.measure import Cost, cost
from tests.bench.process import say_rows
from tests.bench.table import BYTES, Limit, Row, timed_row

WHOLE = 500
"""Photos of the limits: seconds of the first time, bytes a photo."""

CIRCULAR, LEDGER, EACH = 12.0, 8.0, 40_000

_SIZE = (4000, 3000)
_QUALITY = 80


def main(folder: str, size: str, count: str) -> int:
    """Say the rows of papers with `count` photos; return 0."""
    use_language("en", Path("no catalogues"))
    out = Path(folder).with_name("photo-papers")
    out.mkdir(exist_ok=True)
    with closing(Workspace(Path(folder))) as workspace:
        files, days, photos = _taken(workspace, int(count))
        circular, ledger = out / "circular.xlsx", out / "ledger.xlsx"

        def write_circular() -> None:
            workspace.reports.write_circular(circular, Extent(days))

        def write_ledger() -> None:
            asked = LedgerFilter(first=days.first, last=days.last)
            exports = workspace.of(LedgerExports)
            exports.draft(asked, photos=True, fill_in=False).write(ledger)

        papers = (
            ("circular", write_circular, PHOTO_SIZE, CIRCULAR),
            ("ledger", write_ledger, PHOTOS.print_size, LEDGER),
        )
        rows, bare_costs = [], []
        for name, write, room, most in papers:
            own, bare_cost = _rows(name, int(size), write, files, room, most)
            rows += own
            bare_costs.append(bare_cost)
        rows.append(_seen(workspace, photos, int(size)))
        rows.append(_made_ahead(workspace, int(size)))
        for (name, write, _, most), bare_cost in zip(papers, bare_costs, strict=True):
            limit = Limit(most * 1000 * len(files) / WHOLE)
            rows.append(
                timed_row(
                    f"{name} with photos, seen before", int(size), cost(write), bare_cost, limit
                )
            )
        each, bare = circular.stat().st_size / len(files), len(_bare(files, PHOTO_SIZE))
        rows.append(
            Row("circular with photos, each", int(size), each, bare / len(files), BYTES,
                limit=Limit(EACH))
        )  # fmt: skip
        say_rows(rows)
    return 0


def _rows(
    name: str, size: int, write: Callable[[], None], files: list[Path], room: PrintSize, most: float
) -> tuple[list[Row], Cost]:
    first = cost(write)
    bare = cost(partial(_bare, files, room))
    on_all_cores = cost(partial(_bare, files, room, os.cpu_count() or 1))
    again = cost(write)
    limit = Limit(most * 1000 * len(files) / WHOLE)
    return [
        timed_row(f"{name} with photos, first", size, first, bare, limit),
        timed_row(f"{name} with photos, first, beside all cores", size, first, on_all_cores),
        timed_row(f"{name} with photos, again", size, again, bare, limit),
    ], bare


def _seen(workspace: Workspace, photos: list[Evidence], size: int) -> Row:
    """Make the thumbnails as the window does when a photo came in, beside thumbnails alone."""

    def forget() -> None:
        for name in (PRINTS_FOLDER, THUMBNAILS_FOLDER):
            shutil.rmtree(workspace.folder / name, ignore_errors=True)

    def look(make: Callable[[Evidence], object]) -> None:
        for each in photos:
            make(each)

    forget()
    bare = cost(partial(look, workspace.evidence.thumbnail))
    forget()
    ours = cost(partial(look, workspace.of(PaperPhotos).thumbnail))
    return timed_row("thumbnails, with the copies for paper", size, ours, bare)


def _made_ahead(workspace: Workspace, size: int) -> Row:
    """Make the copies of all photos as while nobody waits: by the clock, on one core elsewhere."""
    for name in (PRINTS_FOLDER, THUMBNAILS_FOLDER):
        shutil.rmtree(workspace.folder / name)
    ours = cost(lambda: make_ahead(workspace, lambda done, total: None))
    return Row("copies made ahead, in a process", size, ours.wall * 1000)


def _taken(workspace: Workspace, count: int) -> tuple[list[Path], Period, list[Evidence]]:
    """Take a photo of each of the last findings; return the files, the days, and the photos."""
    found = workspace.database.rows(
        "SELECT id FROM finding ORDER BY raised_at DESC, id LIMIT ?", (count,)
    )
    content, files, days, photos = photo(), [], [], []
    for number, row in enumerate(found):
        # Behind the end of the picture: another file, and nothing is to be seen of it.
        prepared = workspace.evidence.prepare(content + b"%08d" % number, f"{number}.jpg")
        evidence, _ = workspace.evidence.attach_to_finding(
            prepared, row["id"], EvidenceOrigin.CHOSEN, EvidenceRole.FOUND
        )
        files.append(workspace.evidence.path_of(evidence))
        photos.append(evidence)
        days.append(workspace.findings.get(row["id"]).raised_at.date())
    return files, Period(min(days), max(days)), photos


def photo() -> bytes:
    """Return a photo of 12 megapixels with about as much in it as a camera's."""
    rough = Image.effect_noise((_SIZE[0] // 16, _SIZE[1] // 16), 90).convert("RGB")
    buffer = BytesIO()
    rough.resize(_SIZE, Image.Resampling.BICUBIC).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _bare(files: list[Path], room: PrintSize, threads: int = 1) -> bytes:
    """Make each smaller by nothing but Pillow, decoded reduced; return all of them."""

    def small(path: Path) -> bytes:
        made = BytesIO()
        with Image.open(path) as image:
            target = room.holding(*image.size)
            image.draft(None, target)
            image.resize(target).save(made, "JPEG", quality=_QUALITY)
        return made.getvalue()

    if threads == 1:
        return b"".join(map(small, files))
    with ThreadPoolExecutor(threads) as pool:
        return b"".join(pool.map(small, files))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
