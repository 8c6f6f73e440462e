"""A letter to disk, as sure as a workbook."""

import errno
import os
from pathlib import Path

from inspector.domain.errors import CannotWriteError, FileInUseError
from inspector.domain.papers.letter import Letter
from inspector.excel.sheet.written_papers import papers_written
from inspector.storage.files.whole_files import hand_out
from inspector.word.letter_document import letter_bytes


def _locks(name: str) -> tuple[str, ...]:
    """Return what office programs call the file beside one they have open."""
    return f"~${name}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#"  # Word drops two letters


def write_letter(letter: Letter, path: Path) -> None:
    """Write a letter as a document (.docx), whole or not at all, and read it back.

    Raises FileInUseError when an office program has the old one open, CannotWriteError with the
    system's reason, NotAsWrittenError when the disk gives back something else.
    """
    if os.path.isdir(path):
        raise CannotWriteError(path, os.strerror(errno.EISDIR))
    if os.path.exists(path):
        if any(os.path.exists(path.with_name(name)) for name in _locks(path.name)):
            raise FileInUseError(path)
        if not os.access(path, os.W_OK):  # renaming would replace it all the same
            raise CannotWriteError(path, os.strerror(errno.EACCES))
    hand_out(path, letter_bytes(letter))
    papers_written().saved(path)
