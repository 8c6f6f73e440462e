"""What there is to teach about an item: the standard wording, and the drill that fits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.meeting.meeting_drill import drills_of

_QUOTED = re.compile("“([^”]{1,20})”")
_FORBIDDEN = re.compile("不说|不用|不讲|禁|忌|不得|不准")


@dataclass(frozen=True, slots=True)
class Lesson:
    """An item as it is taught. `steps` are those of its drill; without one the item itself is."""

    pack_id: str
    item_id: str
    place: int  # in the checklist
    topic: str  # the title of the drill, else of the category
    steps: tuple[str, ...]
    text: str  # the standard
    short: str  # what is wrong, in few words
    demand: str
    phrase: str  # the words to be said, where the standard names them


def lessons_of(pack: Pack, titles: Mapping[Category, str]) -> dict[str, Lesson]:
    """Return what there is to teach about each item of a pack, by its id.

    `titles` are those of the categories, for what no drill is made of.
    """
    drills = {step: drill for drill in reversed(drills_of(pack)) for step in drill.steps}
    lessons = {}
    for place, item in enumerate(pack.items()):
        drill = drills.get(item.text)
        lessons[item.id] = Lesson(
            pack.id,
            item.id,
            place,
            drill.title if drill else titles[item.category],
            drill.steps if drill else (),
            item.text,
            item.short or item.text,
            item.requirement,
            polite_words(item),
        )
    return lessons


def polite_words(item: Item) -> str:
    """Return the words that an item wants said, as it quotes them; '' where it forbids them."""
    if item.category is not Category.CIVIL_LANGUAGE or _FORBIDDEN.search(item.text):
        return ""
    return "、".join(f"“{said}”" for said in _QUOTED.findall(item.text))
