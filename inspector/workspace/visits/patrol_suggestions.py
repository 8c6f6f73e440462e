"""What a patroller may be about to write: the phrases and items of the checklist."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item
from inspector.workspace.pinyin import begins_with, matches

OFFERED = 6
"""As many as can be read at a glance."""

NOT_MET = "未做到：{item}"
"""An item says how it should be; this is how it reads when it is not so."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to choose, and the item it breaks."""

    text: str
    item_id: str
    category: Category


def suggestions(items: Iterable[Item]) -> tuple[Suggestion, ...]:
    """Return everything that can be wrong by `items`: first their phrases, then themselves."""
    asked = [item for item in items if not item.is_bonus]
    said = [Suggestion(text, i.id, i.category) for i in asked for text in i.phrases]
    own = [Suggestion(NOT_MET.format(item=i.text), i.id, i.category) for i in asked]
    return (*said, *own)


def fitting(
    offered: Sequence[Suggestion], typed: str, most: int = OFFERED
) -> tuple[Suggestion, ...]:
    """Return those that contain `typed`, in characters or pinyin; what begins with it first."""
    typed = typed.strip()
    if not typed:
        return ()
    found = [each for each in offered if matches(each.text, typed)]
    found.sort(key=lambda each: not begins_with(each.text, typed))
    return tuple(found[:most])
