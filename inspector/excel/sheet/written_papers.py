"""Which papers were written, which texts no cell of them holds whole, which formulas print blank.

Every writer of a sheet says so here; whoever has papers written hears of it, and tells it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell of a paper that does not show all that it should."""

    file: str  # its name
    place: str  # 整改台账!B5


@dataclass(slots=True)
class WrittenPapers:
    """Papers in the order in which they were written."""

    paths: list[Path] = field(default_factory=list)
    cut: list[PaperCell] = field(default_factory=list)
    """Those with only the beginning of a text, which say so at its end."""

    blank: list[PaperCell] = field(default_factory=list)
    """Those of a PDF with a formula that has no result stored."""

    _unsaved: list[str] = field(default_factory=list)

    def note_cut(self, sheet: str, cell: str) -> None:
        """A cell of the workbook that is being written does not hold its whole text."""
        self._unsaved.append(f"{sheet}!{cell}")

    def saved(self, path: Path) -> None:
        """The workbook lies at `path`."""
        self.paths.append(path)
        self.cut += [PaperCell(path.name, place) for place in self._unsaved]
        self._unsaved.clear()

    def take(self, others: "WrittenPapers", path: Path) -> None:
        """The paper that was heard of elsewhere lies at `path` now, under the same name."""
        self.paths.append(path)
        self.cut += others.cut
        self.blank += others.blank

    def note_blank(self, path: Path, places: Iterable[str]) -> None:
        """In the PDF at `path` some cells are blank, as nothing is reckoned for it."""
        self.blank += [PaperCell(path.name, place) for place in places]

    def given_up(self) -> None:
        """The workbook was not written."""
        self._unsaved.clear()


_heard: ContextVar[WrittenPapers | None] = ContextVar("written_papers", default=None)


@contextmanager
def papers_heard() -> Iterator[WrittenPapers]:
    """Hear of the papers that this thread writes within the block."""
    papers = WrittenPapers()
    before = _heard.set(papers)
    try:
        yield papers
    finally:
        _heard.reset(before)


def papers_written() -> WrittenPapers:
    """Return what is told of them here and now; where nobody listens, it is forgotten."""
    return _heard.get() or WrittenPapers()
