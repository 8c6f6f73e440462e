"""What a pack said before and says now at one point, as a person would write it."""

from collections.abc import Callable

from inspector.domain.checklist.checklist import Item, Pack, PhotoPolicy
from inspector.domain.checklist.pack_difference import Change, Difference
from inspector.domain.checklist.points import format_points
from inspector.translation import tr
from inspector.workspace.packs.override_sentences import override_text
from inspector.workspace.packs.pack_scoring_words import (
    category_word,
    deadline_text,
    full_text,
    item_facts,
    policy_words,
    responsible_word,
    scope_text,
)
from inspector.workspace.packs.rule_words import rule_text

NOTHING = "—"


def values_of(difference: Difference, before: Pack | None, after: Pack) -> tuple[str, str]:
    """Return what stood there before and what stands there now; a dash for nothing."""
    if difference.change is Change.MOVED and before is not None:
        return _places(difference.subject, before, after)
    return (
        _value(difference, before, difference.before),
        _value(difference, after, difference.after),
    )


def _value(difference: Difference, pack: Pack | None, raw: str) -> str:
    if pack is None:
        return NOTHING
    if not difference.subject:
        return _setting(difference.key, raw, pack)
    item = pack.item_by_id.get(difference.subject)
    if item is None:
        return NOTHING
    if difference.key in _ITEM:
        return _ITEM[difference.key](item, pack) or NOTHING
    return raw or NOTHING if difference.key else item_facts(item, pack)


def _places(item_id: str, before: Pack, after: Pack) -> tuple[str, str]:
    """Return where an item stood and stands: by its number, or by what it follows."""
    numbers = _number(item_id, before), _number(item_id, after)
    if numbers[0] != numbers[1]:
        return numbers
    return _forerunner(item_id, before), _forerunner(item_id, after)


def _number(item_id: str, pack: Pack) -> str:
    item = pack.item_by_id[item_id]
    return tr(
        "{category}, number {number}",
        category=category_word(item.category),
        number=_list_with(item, pack).index(item) + 1,
    )


def _forerunner(item_id: str, pack: Pack) -> str:
    item = pack.item_by_id[item_id]
    items = _list_with(item, pack)
    place = items.index(item)
    return tr("after “{item}”", item=items[place - 1].text) if place else tr("at the beginning")


def _list_with(item: Item, pack: Pack) -> tuple[Item, ...]:
    return next(part.items for part in pack.checklists if item in part.items)


def _setting(key: str, raw: str, pack: Pack) -> str:
    if not raw:
        return NOTHING
    table, _, name = key.partition(".")
    match table:
        case "policy":
            return policy_words(pack).get(name, raw)
        case "grade":
            bounds = {grade.title: format_points(grade.lower) for grade in pack.grades}
            return f"≥{bounds[name]}" if name in bounds else raw
        case "override":
            for override in pack.overrides:
                if override.item_id == name:
                    return override_text(override, item_title(name, pack))
        case "window_kind":
            for kind in pack.window_kinds:
                if kind.id == name:
                    return "、".join((kind.title, *kind.aliases))
    return raw


def item_title(item_id: str, *packs: Pack | None) -> str:
    """Return what an item is called in the first pack that has it; else its id."""
    known = (pack.item_by_id[item_id].text for pack in packs if pack and item_id in pack.item_by_id)
    return next(known, item_id)


_ITEM: dict[str, Callable[[Item, Pack], str]] = {
    "full": lambda item, _: full_text(item),
    "rule": lambda item, _: rule_text(item.rule),
    "scope": scope_text,
    "window_kinds": scope_text,
    "veto": lambda item, _: tr("Yes") if item.veto else tr("No"),
    "photo": lambda item, _: (
        tr("photo wanted") if item.photo is PhotoPolicy.ON_FAIL else tr("optional")
    ),
    "responsible": lambda item, _: responsible_word(item.responsible),
    "deadline": lambda item, _: deadline_text(item),
    "phrases": lambda item, _: "、".join(item.phrases),
}
