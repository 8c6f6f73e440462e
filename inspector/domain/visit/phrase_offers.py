"""What can be said of an item with one key: its phrases, then what this user wrote before."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Answer, Verdict

MOST = 9
"""As many as there are digits."""

CORRECTIONS = ("已现场改正", "已当场整理", "已提醒，当场改正", "已补齐", "已更换")
"""What is said of something put right under the inspector's eyes."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A text behind a digit; `own`: not of the item, but of this user."""

    text: str
    own: bool = False


def offers(item: Item, own: Sequence[str], said: Sequence[str] = ()) -> tuple[Offer, ...]:
    """Return what digits 1 to 9 say of an item, with everything in `said` that can be unsaid.

    `own` is what this user wrote for the item before, most used first.
    """
    phrases = item.phrases[:MOST]
    room = MOST - len(phrases)
    kept = [text for text in said if text not in item.phrases]
    free = room - len(kept)
    texts: list[str] = []
    for text in own:
        if text in kept:
            texts.append(text)
        elif text not in item.phrases and free > 0:
            texts.append(text)
            free -= 1
    texts.extend(text for text in kept if text not in texts)
    return (*map(Offer, phrases), *(Offer(text, own=True) for text in texts[:room]))


def own_words(item: Item, answer: Answer | None) -> tuple[str, ...]:
    """Return what the inspector said of a finding or an award in words that are not the item's.

    What is praised is said once; it is not offered for what was found wrong.
    """
    if answer is None or not (answer.verdict is Verdict.DEDUCT or answer.count):
        return ()
    said = [text for text in answer.phrases if text not in item.phrases]
    note = answer.note.strip()
    return tuple(dict.fromkeys((*said, note) if note else said))
