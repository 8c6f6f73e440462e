"""Workbooks to disk: written beside the target and renamed over it, so that no failure hurts it."""

import errno
import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from inspector.domain.errors import CannotWriteError, FileInUseError, NotAsWrittenError
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.sheet_pictures import write_parts
from inspector.excel.sheet.written_papers import papers_written
from inspector.file_drafts import draft_beside
from inspector.read_back import digest_at, forget_cached

if TYPE_CHECKING:
    from openpyxl import Workbook

_PROPERTIES = "docProps/core.xml"
_SHEETS = "xl/workbook.xml"
_UNREADABLE = (
    BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, SyntaxError, ValueError,
    zlib.error,
)  # fmt: skip
"""What reading a spoilt workbook may raise, besides an OSError."""

_CHUNK = 1 << 20
"""Bytes of a part of a workbook between two words of progress."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def save_workbook(book: "Workbook", path: Path, progress: Progress = unheard) -> None:
    """Save a finished `book` to `path`, replacing what is there; `progress` hears of its bytes.

    The same content gives the same bytes. What was written is read back before it takes the
    place of the old file, and once more at its place. On failure the old file is as it was and
    nothing is left beside it. Raises FileInUseError when another program has the file open,
    NotAsWrittenError when the disk gives back something else, else CannotWriteError with the
    system's reason.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    if not target.name:  # the top of a disk
        _abandon(book)
        raise CannotWriteError(path, os.strerror(errno.EISDIR))
    beside = draft_beside(target)
    try:
        with tempfile.TemporaryFile() as draft:
            _write(book, draft)  # first, since an unsaved workbook leaves open files behind
            if is_locked(target):
                raise FileInUseError(path)
            refuse_protected(target)
            with beside.open("xb") as file:
                _copy_dated(draft, file, book, progress)
                file.flush()
                os.fsync(file.fileno())
        digest = _read_back(beside, book, path)
        replace_by(beside, target, path)
        if digest_at(target) != digest:  # spoilt by another program, or the disk
            raise NotAsWrittenError(path)
        papers_written().saved(path)
    except OSError as error:
        raise CannotWriteError(path, error.strerror or str(error)) from error
    finally:
        papers_written().given_up()  # what was saved is known already
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def written_to(book: "Workbook", path: Path, progress: Progress = unheard) -> Iterator[None]:
    """Save `book` to `path` after the block has written its sheets.

    When the block is left by an exception, such as of who stops it, nothing stays open or behind.
    Raises what `save_workbook` raises.
    """
    try:
        yield
    except BaseException:
        _abandon(book)
        raise
    save_workbook(book, path, progress)


def _abandon(book: "Workbook") -> None:
    """Close the sheets of a write-only workbook, and remove the files they were written to."""
    papers_written().given_up()
    for sheet in book.worksheets if book.write_only else ():
        writing: Any = sheet
        if not writing.closed:
            writing.close()
            writing._writer.cleanup()


def _write(book: "Workbook", draft: IO[bytes]) -> None:
    """Write a workbook as openpyxl does, whose own way leaves the archive open on failure."""
    with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
        write_parts(book, archive)


def is_locked(target: Path) -> bool:
    """Tell whether the lock file of an office program lies beside an existing `target`.

    Windows refuses to replace an open file anyway; elsewhere only the lock file tells.
    """
    locks = (
        f"~${target.name}",  # Excel
        f".~{target.name}",  # WPS
        f".~lock.{target.name}#",  # LibreOffice
    )
    return os.path.exists(target) and any(os.path.exists(target.with_name(lock)) for lock in locks)


def refuse_protected(target: Path) -> None:
    """Refuse what is not to be written to; raises OSError."""
    # Renaming would replace a write-protected file all the same, at least where POSIX rules.
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if os.path.isdir(target):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def replace_by(beside: Path, target: Path, path: Path) -> None:
    """Let a draft take the place of `target`, which somebody calls `path`; raises OSError."""
    try:
        beside.replace(target)
    except PermissionError as error:
        # Windows: the target may be written to (asked above) and yet not be replaced.
        raise FileInUseError(path, error.strerror or "") from error


def _read_back(beside: Path, book: "Workbook", path: Path) -> str:
    """Return the digest of what is on disk; raises NotAsWrittenError unless it is the workbook."""
    from openpyxl.xml.functions import fromstring

    try:
        with beside.open("rb") as file:
            forget_cached(file)
            with ZipFile(file) as archive:
                broken = archive.testzip()  # reads every part against its checksum
                sheets = fromstring(archive.read(_SHEETS)).iter(f"{{{_MAIN}}}sheet")
                names = [sheet.get("name") for sheet in sheets]
    except _UNREADABLE as error:
        raise NotAsWrittenError(path) from error
    if broken or names != book.sheetnames:
        raise NotAsWrittenError(path)
    return digest_at(beside)


def _copy_dated(draft: IO[bytes], file: IO[bytes], book: "Workbook", progress: Progress) -> None:
    """Copy a workbook, giving every part of it the date its properties say.

    openpyxl writes the time of saving into the archive and the properties.
    """
    from openpyxl.xml.functions import tostring

    created: datetime = book.properties.created
    book.properties.modified = created
    properties: bytes = tostring(book.properties.to_tree())
    with ZipFile(draft) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        total, done = sum(entry.file_size for entry in old.infolist()), 0
        for entry in old.infolist():
            dated = ZipInfo(entry.filename, created.timetuple()[:6])
            dated.compress_type = entry.compress_type  # pictures are compressed already
            if entry.filename == _PROPERTIES:
                new.writestr(dated, properties)
                continue
            with old.open(entry) as source, new.open(dated, "w") as sink:
                while chunk := source.read(_CHUNK):
                    sink.write(chunk)
                    done += len(chunk)
                    progress(done, total)
