"""What is typed into an editor and not handed in yet: no evidence, printed nowhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Where a draft was typed: in which editor, about what.

    `owner` is the id of the visit, meeting or finding it goes with; '' for none. `place` is what
    within it: a scorecard, an entry, a finding; '' for all of it.
    """

    editor: str
    owner: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is kept; `content` is the editor's own, never empty."""

    key: DraftKey
    content: str
