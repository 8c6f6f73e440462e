"""How a bundle lies in its file: a .zip whose first member says what all others have to be.

`manifest.json`, `signature` (of the manifest, 128 hex digits), `objects/KIND.jsonl` (an object a
line, canonical JSON) and `evidence/ab/abcd….jpg`. A locked one is a .zip of two: `key.age`, which
the passphrase opens, and `bundle.age`, which the key opens; any program that knows age opens both.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from inspector.domain.sharing.travelling import Kind, Travelling, canonical
from inspector.storage.evidence.evidence_files import EVIDENCE_FOLDER

SUFFIX = ".inspx"
MANIFEST, SIGNATURE = "manifest.json", "signature"
KEY, LOCKED = "key.age", "bundle.age"

MOST_MEMBERS = 1_000_000
LONGEST_MANIFEST = 250_000_000
"""Bytes: a photo is told of with some 170."""
LONGEST_LINE = 64_000_000
"""Bytes of one object, which is held whole: the largest visit has some hundred thousand."""
MOST_SWOLLEN = 400
"""How many times larger than in the file objects may be: sheets that are all alike are 40."""

_OBJECTS = re.compile(r"objects/([a-z-]{1,40})\.jsonl")
_EVIDENCE = re.compile(
    rf"{EVIDENCE_FOLDER}/([0-9a-f]{{2}})/((?:\1)[0-9a-f]{{62}})(?:\.[a-z0-9]{{1,12}})?"
)

Line: TypeAlias = bytes


def objects_name(kind: Kind) -> str:
    """Return the name of the member that has the objects of a kind."""
    return f"objects/{kind.value}.jsonl"


def kind_of(name: str) -> Kind | None:
    """Return the kind of the objects in a member; None of one that has none of a known kind."""
    match = _OBJECTS.fullmatch(name)
    return Kind(match[1]) if match and match[1] in list(Kind) else None


def evidence_name(digest: str, suffix: str) -> str:
    """Return the name of the member that is a file of evidence."""
    name = f"{digest}.{suffix}" if suffix else digest
    return f"{EVIDENCE_FOLDER}/{digest[:2]}/{name}"


def digest_in(name: str) -> str:
    """Return the digest of the evidence that a member is by its name; '' of one that is none."""
    match = _EVIDENCE.fullmatch(name)
    return match[2] if match else ""


def member(name: str, moment: tuple[int, int, int, int, int, int]) -> ZipInfo:
    """Return a member to be written; photos do not compress, and are stored as they are."""
    entry = ZipInfo(name, moment)
    entry.compress_type = ZIP_STORED if digest_in(name) else ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def line_of(travelling: Travelling) -> Line:
    """Return the line of an object."""
    said = {
        "kind": travelling.kind.value,
        "id": travelling.id,
        "laptop": travelling.laptop,
        "digest": travelling.digest,
        "parents": list(travelling.parents),
        "left_out": list(travelling.left_out),
        "rows": travelling.rows,
    }
    return canonical(said).encode("utf-8", "surrogatepass") + b"\n"


def travelling_in(line: Line, kind: Kind) -> Travelling:
    """Return the object of a line of a kind; raises ValueError for what is none.

    Also for one whose rows do not come to its digest.
    """
    try:
        said = _object_reader()(line)
    except (ValueError, RecursionError):  # a text with half a surrogate pair; or none of ours
        said = _said_slowly(line)
    if said.kind != kind.value:
        raise ValueError(line[:80])
    travelling = Travelling(
        kind, said.id, said.laptop, said.rows, said.digest, said.parents, said.left_out
    )
    if not _is_plainly_as_told(travelling) and not travelling.is_as_told:
        raise ValueError(line[:80])
    return travelling


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line holds, by types: what no row of ours holds is refused while it is read."""

    kind: str
    id: str
    laptop: str
    rows: dict[str, list[dict[str, str | int | float | None]]]
    digest: str
    parents: tuple[str, ...]
    left_out: tuple[str, ...]


def _said_slowly(line: Line) -> _Said:
    from msgspec import convert

    try:
        return convert(json.loads(line.decode("utf-8", "surrogatepass")), _Said)
    except RecursionError as error:
        raise ValueError(line[:80]) from error


def _is_plainly_as_told(came: Travelling) -> bool:
    """Tell whether the quick writer of JSON comes to the digest that was told.

    Where it writes a number or a sign otherwise than `canonical` it does not, and that one is
    asked: a digest can be met by one text only.
    """
    from msgspec.json import encode

    try:
        text = encode([came.kind.value, came.id, came.rows], order="sorted")
    except (ValueError, TypeError):
        return False
    return hashlib.sha256(text).hexdigest() == came.digest


@cache
def _object_reader() -> Callable[[Line], _Said]:
    from msgspec.json import Decoder

    return Decoder(_Said).decode
