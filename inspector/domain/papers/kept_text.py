"""A text that somebody edited, and what of it no longer agrees with the figures of today."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

_SENTENCES = re.compile("[^。\n]*。?")


@dataclass(frozen=True, slots=True)
class KeptText:
    """An edited text; `generated` is what was made of the figures when it was edited."""

    content: str
    generated: str
    edited_at: datetime


@dataclass(frozen=True, slots=True)
class ChangedSentence:
    """A sentence as it was made then, and as it is made now; '' where there is none.

    `stands` says that the edited text still has it word for word: it can be replaced.
    """

    before: str
    after: str
    stands: bool


def changed_sentences(kept: KeptText, generated: str) -> list[ChangedSentence]:
    """Return what is told otherwise in the text that is `generated` now, in its order."""
    return changed_since(kept.generated, kept.content, generated)


def changed_since(base: str, content: str, generated: str) -> list[ChangedSentence]:
    """Return how the text `generated` now differs from its `base`; `content` is the edited one."""
    before, now = list(_sentences(base)), list(_sentences(generated))
    changed: list[ChangedSentence] = []
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            continue
        for at in range(max(last - first, new_last - new_first)):
            old = before[first + at] if first + at < last else ""
            new = now[new_first + at] if new_first + at < new_last else ""
            changed.append(ChangedSentence(old, new, bool(old) and old in content))
    return changed


def brought_up(content: str, changed: Sequence[ChangedSentence]) -> str:
    """Return a text with today's sentences in the place of those that stand in it."""
    waiting = [each for each in changed if each.stands]
    lines: list[str] = []
    for line in content.split("\n"):
        told = line
        for each in tuple(waiting):
            if each.before in told:
                told = told.replace(each.before, each.after, 1)
                waiting.remove(each)
        if told.strip() or not line.strip():  # a paragraph of which nothing is left goes
            lines.append(told)
    return "\n".join(lines)


def _sentences(text: str) -> Iterator[str]:
    for found in _SENTENCES.finditer(text):
        if said := found[0].strip():
            yield said
