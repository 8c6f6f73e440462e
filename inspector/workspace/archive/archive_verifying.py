"""Reading an archive back: whether each file is what was written, and what was sealed as it was."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from inspector.domain.personal.erasure import ErasedSubject, after_erasures
from inspector.domain.record.journal import COMPLETED, GROWING, Entry, Subject, link_of
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.storage.archives.bag_reading import FlawedFile, OpenedBag, opened_bag
from inspector.storage.archives.bag_writing import PAYLOAD
from inspector.workspace.archive.archive_words import JOURNAL, VISITS


@dataclass(frozen=True, slots=True)
class ArchiveVerified:
    """What reading an archive back came to.

    `files` counts those there are, `entries` those of the journal. `unsealed` names the entries
    whose text or link is not theirs, and the visits that no entry tells of.
    """

    files: int
    visits: int
    entries: int
    flawed: tuple[FlawedFile, ...]
    unsealed: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Everything is as it was written."""
        return not (self.flawed or self.unsealed)


def verify_archive(path: Path, progress: Progress = unheard) -> ArchiveVerified:
    """Read an archive back, a folder or .zip. Raises NotAnArchiveError, CannotReadError."""
    with opened_bag(path) as bag:
        flawed = tuple(bag.flaws(progress))
        visits = bag.payload(VISITS)
        entries, unsealed = 0, []
        told: set[str] = set()
        lines = list(_lines(bag))
        erased = _erased(lines)
        for number, line in enumerate(lines, 1):
            entries += 1
            if (fault := _fault_of(line, number, erased)) is not None:
                unsealed.append(fault)
            elif line["kind"] == "visit":
                told.add(line["subject"])
        unsealed += [_name_of(name) for name in visits if _visit_id(bag, name) not in told]
        return ArchiveVerified(len(bag.names), len(visits), entries, flawed, tuple(unsealed))


def _lines(bag: OpenedBag) -> Iterator[dict[str, Any]]:
    """Yield the entries; of what grew, or was completed, the text belongs to its last one alone."""
    try:
        text = bag.read(f"{PAYLOAD}/{JOURNAL}").decode("utf-8", "replace")
    except KeyError:
        return
    read = [_object(line) for line in text.splitlines()]
    last = {(each.get("kind"), each.get("subject")): at for at, each in enumerate(read)}
    for at, each in enumerate(read):
        behind = last[each.get("kind"), each.get("subject")]
        grew = each.get("kind") in GROWING or read[behind].get("note") == COMPLETED
        if grew and behind != at:
            each["text"] = None
        yield each


def _object(line: str) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


_Erased = dict[tuple[str, str], list[ErasedSubject]]


def _erased(lines: list[dict[str, Any]]) -> _Erased:
    """Return what the lawful erasures that are entered did to the digests of subjects."""
    found: _Erased = {}
    for line in lines:
        text, number = str(line.get("text")), line.get("number")
        if line.get("kind") != Subject.ERASURE or line.get("digest") != _digest(text):
            continue
        for row in text.splitlines():
            each = _row(row)
            if len(each) == 4 and isinstance(number, int):
                kind, subject, before, after = each
                change = ErasedSubject(number, kind, subject, before, after)
                found.setdefault((kind, subject), []).append(change)
    return found


def _row(text: str) -> list[str]:
    """Return the texts of a row of four, which is what a change of a subject is kept as."""
    try:
        read = json.loads(text)
    except ValueError:
        return []
    return read if isinstance(read, list) and all(isinstance(each, str) for each in read) else []


def _fault_of(line: dict[str, Any], number: int, erased: _Erased) -> str | None:
    """Return what names an entry that is not what it was; None where it is, or is as erased."""
    try:
        entry = Entry(**{name: line[name] for name in Entry.__slots__})
        follows = entry.link == link_of(str(line["before"]), entry)
        text = line["text"]
        changes = erased.get((entry.kind, entry.subject), ())
        due = after_erasures(entry.digest, entry.number, changes)
        sealed = text is None or due == _digest(str(text))
    except (KeyError, TypeError):
        return f"{JOURNAL}:{number}"
    return None if follows and sealed else f"{JOURNAL}:{number} {entry.title}".rstrip()


def _visit_id(bag: OpenedBag, name: str) -> object:
    try:
        return _object(bag.read(name).decode("utf-8", "replace")).get("id")
    except Exception:  # a member of a garbled .zip: told among the changed files
        return None


def _name_of(path: str) -> str:
    return path.rpartition("/")[2]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
