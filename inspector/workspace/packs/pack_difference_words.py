"""What changed in a pack, said line by line; shared by the window and the command line."""

from collections.abc import Callable

from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.checklist.item_schema import ITEM
from inspector.domain.checklist.pack_difference import Change, Difference
from inspector.domain.checklist.pack_schema import PACK, POINTS, POLICY, WEIGHTS
from inspector.domain.checklist.points import format_points
from inspector.translation import tr
from inspector.workspace.packs.override_sentences import override_text
from inspector.workspace.packs.pack_scoring_words import (
    category_word,
    deadline_text,
    full_text,
    item_facts,
    scope_text,
    value_text,
)
from inspector.workspace.packs.rule_words import rule_text

NOTHING = "—"

_SETTINGS = {
    **{field.key: field for field in PACK.fields},
    **{f"weights.{field.key}": field for field in WEIGHTS.fields},
    **{f"policy.{field.key}": field for field in POLICY.fields},
    **{f"policy.points.{field.key}": field for field in POINTS.fields},
}
_ITEM = {field.key: field for field in ITEM.fields}
_OTHERWISE: dict[str, Callable[[Item, Pack], str]] = {
    "full": lambda item, _: full_text(item),
    "rule": lambda item, _: rule_text(item.rule),
    "scope": scope_text,
    "window_kinds": scope_text,
    "deadline": lambda item, _: deadline_text(item),
}
"""Fields of an item that are told otherwise than their value by itself."""


def difference_sentence(difference: Difference, before: Pack | None, after: Pack) -> str:
    """Return a change as a line: what it is about, what stood there before → what stands now."""
    if difference.subject and difference.change is Change.ADDED:
        return tr("New item: {item}", item=difference.text)
    if difference.subject and difference.change is Change.REMOVED:
        return tr("Item no longer asked: {item}", item=difference.text)
    part = " · ".join(word for word in (difference.text, change_word(difference)) if word)
    values = values_of(difference, before, after)
    return tr("{part}: {before} → {after}", part=part, before=values[0], after=values[1])


def change_word(difference: Difference) -> str:
    """Return what happened to an item, or which setting changed."""
    key = difference.key
    match difference.change if difference.subject else None:
        case Change.ADDED:
            return tr("New item")
        case Change.REMOVED:
            return tr("No longer asked")
        case Change.MOVED:
            return tr("Another category") if key else tr("Another place")
        case Change.CHANGED:
            return tr(_ITEM[key].said.english)
    if key in _SETTINGS:
        return tr(_SETTINGS[key].said.english)
    table, _, name = key.partition(".")
    word = tr(_SETTINGS[table].said.english)
    return f"{word} {name}" if table == "grade" else word  # the others' values say their names


def values_of(difference: Difference, before: Pack | None, after: Pack) -> tuple[str, str]:
    """Return what stood there before and what stands there now; a dash for nothing."""
    if difference.change is Change.MOVED and before is not None:
        return _places(difference.subject, before, after)
    said = [(before, difference.before), (after, difference.after)]
    was, now = (_value(difference, pack, raw) or NOTHING if pack else NOTHING for pack, raw in said)
    return was, now


def _value(difference: Difference, pack: Pack, raw: str) -> str:
    key = difference.key
    if not difference.subject:
        return _setting(key, raw, pack) if raw or key.startswith("policy.") else ""
    item = pack.item_by_id.get(difference.subject)
    if item is None:
        return ""
    if not key:
        return item_facts(item, pack)
    told = _OTHERWISE.get(key)
    return told(item, pack) if told else value_text(_ITEM[key], item, pack)


def _places(item_id: str, before: Pack, after: Pack) -> tuple[str, str]:
    """Return where an item stood and stands: by its number, or by what it follows."""
    numbers = _number(item_id, before), _number(item_id, after)
    if numbers[0] != numbers[1]:
        return numbers
    return _forerunner(item_id, before), _forerunner(item_id, after)


def _number(item_id: str, pack: Pack) -> str:
    item = pack.item_by_id[item_id]
    number = _list_with(item, pack).index(item) + 1
    return tr("{category}, number {number}", category=category_word(item.category), number=number)


def _forerunner(item_id: str, pack: Pack) -> str:
    item = pack.item_by_id[item_id]
    items = _list_with(item, pack)
    place = items.index(item)
    return tr("after “{item}”", item=items[place - 1].text) if place else tr("at the beginning")


def _list_with(item: Item, pack: Pack) -> tuple[Item, ...]:
    return next(part.items for part in pack.checklists if item in part.items)


def _setting(key: str, raw: str, pack: Pack) -> str:
    table, _, name = key.partition(".")
    match table:
        case "policy":
            whole = pack.policy.points if name.startswith("points.") else pack.policy
            return value_text(_SETTINGS[key], whole, pack)
        case "grade":
            return next(f"≥{format_points(g.lower)}" for g in pack.grades if g.title == name)
        case "override" if name:
            override = next(o for o in pack.overrides if o.item_id == name)
            return override_text(override, item_title(name, pack))
        case "window_kind" if name:
            kind = next(kind for kind in pack.window_kinds if kind.id == name)
            names = "、".join((kind.title, *kind.aliases))
            return tr("{kind} (usual)", kind=names) if kind.usual else names
    return raw


def item_title(item_id: str, *packs: Pack | None) -> str:
    """Return what an item is called in the first pack that has it; else its id."""
    known = (pack.item_by_id[item_id].text for pack in packs if pack and item_id in pack.item_by_id)
    return next(known, item_id)
