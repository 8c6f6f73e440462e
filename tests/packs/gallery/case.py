"""One broken pack: the base with one or a few changes, and the lines that tell of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

BASE = Path(__file__).parent / "base"

PACK, ETIQUETTE, LANGUAGE = "pack.toml", "etiquette.toml", "civil-language.toml"
NORMS, CLEAN = "operating-norms.toml", "cleanliness.toml"

# Words that the sentences list again and again.
HEAD_KEYS = "id, title, version, summary, weights, policy, grade, window_kind, columns, override"
POLICY_KEYS = (
    "total, scale, points, not_applicable, floor, bonus_cap, veto, public_area_share, samples, "
    "drawn, ranked_from"
)
CATEGORIES = "etiquette, civil-language, operating-norms, cleanliness"
ITEM_KEYS = (
    "id, text, full, gravity, rule, scope, window_kinds, method, must, veto, photo, responsible, "
    "requirement, deadline, phrases, basis, short, penalty, accumulates, heading, cells"
)
RULE_KINDS = "deduct, choice, measure, cases, range, bonus"


class Change(Protocol):
    """Something done to the file `file` of a pack."""

    @property
    def file(self) -> str:
        """The file's name."""

    def of(self, content: bytes) -> bytes | None:
        """Return what becomes of the content; None takes the file away."""


@dataclass(frozen=True)
class Edit:
    """`old`, which stands there exactly once, becomes `new`."""

    file: str
    old: str
    new: str

    def of(self, content: bytes) -> bytes:
        """Return the edited content."""
        old = self.old.encode()
        assert content.count(old) == 1, f"{self.old!r} stands {content.count(old)} times"
        return content.replace(old, self.new.encode())


@dataclass(frozen=True)
class Text:
    """Everything becomes `text`."""

    file: str
    text: str

    def of(self, content: bytes) -> bytes:
        """Return the text."""
        return self.text.encode()


@dataclass(frozen=True)
class Saved:
    """Somebody's editor saved the file in another encoding."""

    file: str
    encoding: str

    def of(self, content: bytes) -> bytes:
        """Return the content in that encoding."""
        return content.decode().encode(self.encoding)


@dataclass(frozen=True)
class Gone:
    """The file is missing."""

    file: str

    def of(self, content: bytes) -> None:
        """Take the content away."""


@dataclass(frozen=True)
class Case:
    """What is done to the base, and what `inspector check` says below its heading."""

    name: str
    changes: Sequence[Change]
    lines: Sequence[str]


def write_case(case: Case, folder: Path) -> None:
    """Write the broken pack into `folder`."""
    files: dict[str, bytes | None] = {path.name: path.read_bytes() for path in BASE.iterdir()}
    for change in case.changes:
        content = files[change.file]
        assert content is not None, f"{change.file} is gone already"
        files[change.file] = change.of(content)
    folder.mkdir()
    for name, content in files.items():
        if content is not None:
            (folder / name).write_bytes(content)
