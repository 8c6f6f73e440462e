"""What a bundle says of itself: who made it, when, of what, and every file in it with its digest.

It is what the maker's key signs, so that nothing in a bundle can be changed unnoticed. Pure rules;
how it lies in a file says `storage.sharing.bundle_writing`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.sharing.conflict import ConflictKind
from inspector.domain.sharing.laptop import Laptop
from inspector.domain.sharing.travelling import Kind, Travelling, canonical

FORMAT = 3
"""The newest format of bundles that this version writes and reads; a newer one is refused whole."""

FIRST_FORMAT, SHARED_VISITS_FORMAT, PLACED_FORMAT = 1, 2, 3
"""What a bundle is written in that holds nothing of what came later: whoever read it still does."""


def format_for(each: Travelling) -> int:
    """Return the format that a bundle has at least that holds an object.

    A part of a shared visit (分头检查) says whose it is: who does not know of it must not take the
    part for the whole, and could not verify its seal either. Nor what was chosen of its windows, or
    said of names that are nearly the same.
    """
    if each.kind is Kind.CHOICE:
        kinds = {choice.get("kind") for choice in each.rows.get("choice", ())}
        if ConflictKind.PLACED in kinds:
            return PLACED_FORMAT
        return SHARED_VISITS_FORMAT if ConflictKind.TWICE in kinds else FIRST_FORMAT
    visits = each.rows.get("inspection", ()) if each.kind is Kind.VISIT else ()
    return SHARED_VISITS_FORMAT if any("shared_by" in visit for visit in visits) else FIRST_FORMAT


class Aim(StrEnum):
    """Whom a bundle is for, which decides what may be in it at all."""

    GROUP = ""  # others who inspect: everything that travels
    HALL = "hall"  # a site that is inspected: its own findings, and nothing of anybody else
    BACK = "back"  # those who inspect, from a site's laptop: what it did about its findings


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a folder a bundle is of.

    `sites` are ids of the sender's; empty: all. Days from `first` to `last`, both included; None:
    no end. Of the journal what was entered after number `since`. For a hall `sites` are the halls.
    """

    sites: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    since: int = 0
    aim: Aim = Aim.GROUP

    @property
    def is_backwards(self) -> bool:
        """Tell whether it ends before it begins."""
        return bool(self.first and self.last and self.last < self.first)

    def has(self, day: date) -> bool:
        """Tell whether a day is in it."""
        return (self.first or day) <= day <= (self.last or day)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself.

    `reached` is the number of the newest entry of the sender's journal that it holds; `counts` are
    its objects by kind; `left_out` is what stayed at home (`travelling.LEFT_AT_HOME`). `members`
    are bytes and SHA-256 of every file but itself and the signature, by name. `laptops` are code
    and name of every laptop that made something in it, by id; `wanted` are the digests of evidence
    that the sender has rows of and no file, to be sent next time. `answers` are, of what a site's
    laptop returns, the bundles for it that it took in last.
    """

    id: str
    sender: Laptop
    made_at: datetime
    reached: int
    scope: Scope = Scope()
    counts: Mapping[Kind, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    members: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    laptops: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    wanted: tuple[str, ...] = ()
    format: int = FIRST_FORMAT
    version: str = ""  # of the program
    answers: tuple[str, ...] = ()


def manifest_text(manifest: Manifest) -> str:
    """Return a manifest as it is written and signed, canonical JSON."""
    scope, sender = manifest.scope, manifest.sender
    return canonical(
        {
            "format": manifest.format,
            "version": manifest.version,
            "bundle": manifest.id,
            "laptop": {
                "id": sender.id, "code": sender.code, "name": sender.name, "key": sender.key,
            },
            "made_at": manifest.made_at.isoformat(timespec="seconds"),
            "reached": manifest.reached,
            "scope": {
                "sites": list(scope.sites),
                "first": scope.first and scope.first.isoformat(),
                "last": scope.last and scope.last.isoformat(),
                "since": scope.since,
                **({"aim": scope.aim.value} if scope.aim else {}),
            },
            "counts": {kind.value: count for kind, count in manifest.counts.items()},
            "left_out": list(manifest.left_out),
            "members": {name: list(told) for name, told in manifest.members.items()},
            "laptops": {key: list(told) for key, told in manifest.laptops.items()},
            "wanted": list(manifest.wanted),
            **({"answers": list(manifest.answers)} if manifest.answers else {}),
        }
    )  # fmt: skip


def format_in(text: str) -> int:
    """Return the format that a manifest says it has; raises ValueError where it is none."""
    said = json.loads(text)
    if not isinstance(said, dict) or type(said.get("format")) is not int:
        raise ValueError(text[:20])
    return int(said["format"])


def manifest_in(text: str) -> Manifest:
    """Return the manifest of a text of today's format.

    Raises ValueError for what is none.
    """
    try:
        return _manifest_in(json.loads(text))
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(text[:20]) from error


def _manifest_in(said: dict[str, object]) -> Manifest:
    scope, sender = _table(said["scope"]), _table(said["laptop"])
    made_at = datetime.fromisoformat(_text(said["made_at"]))
    if made_at.tzinfo is None:
        raise ValueError(made_at)
    return Manifest(
        id=_text(said["bundle"]),
        sender=Laptop(*(_text(sender[name]) for name in ("id", "code", "name", "key"))),
        made_at=made_at,
        reached=_count(said["reached"]),
        scope=Scope(
            _texts(scope["sites"]), _day(scope["first"]), _day(scope["last"]),
            _count(scope["since"]), Aim(_text(scope.get("aim", ""))),
        ),
        counts={Kind(key): _count(value) for key, value in _table(said["counts"]).items()},
        left_out=_texts(said["left_out"]),
        members={name: _member(told) for name, told in _table(said["members"]).items()},
        laptops={key: _named(told) for key, told in _table(said["laptops"]).items()},
        wanted=_texts(said["wanted"]),
        format=_count(said["format"]),
        version=_text(said["version"]),
        answers=_texts(said.get("answers", [])),
    )  # fmt: skip


def _member(told: object) -> tuple[int, str]:
    size, digest = _list(told)
    return _count(size), _text(digest)


def _named(told: object) -> tuple[str, str]:
    code, name = _texts(told)
    return code, name


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, _list(value)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(value)
    return value


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(_text(value))
