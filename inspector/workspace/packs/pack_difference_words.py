"""What changed in a pack, said line by line; shared by the window and the command line."""

from collections.abc import Callable

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_difference import Change, Difference
from inspector.translation import tr
from inspector.workspace.packs.pack_difference_values import values_of


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
    if difference.subject:
        match difference.change:
            case Change.ADDED:
                return tr("New item")
            case Change.REMOVED:
                return tr("No longer asked")
            case Change.MOVED if difference.key:
                return tr("Another category")
            case Change.MOVED:
                return tr("Another place")
    if difference.key.startswith(_NAMED_BY_VALUE):
        return setting_word(difference.key.partition(".")[0])
    return setting_word(difference.key)


def setting_word(key: str) -> str:
    """Return what a key of a pack's tables is called; the name behind the dot stays as it is."""
    table, _, name = key.partition(".")
    word = _WORDS.get(key) or _WORDS.get(table)
    if word is None:
        return key
    return f"{word()} {name}" if name and key not in _WORDS else word()


_NAMED_BY_VALUE = ("window_kind.", "override.")
"""Rows that are called something other than their key; it stands beside it."""

_WORDS: dict[str, Callable[[], str]] = {
    "title": lambda: tr("Name"),
    "summary": lambda: tr("Description"),
    "weights": lambda: tr("Weight"),
    "weights.etiquette": lambda: tr("Weight of service etiquette"),
    "weights.civil-language": lambda: tr("Weight of civil language"),
    "weights.operating-norms": lambda: tr("Weight of operating norms"),
    "weights.cleanliness": lambda: tr("Weight of cleanliness"),
    "policy.not_applicable": lambda: tr("What N/A does"),
    "policy.floor": lambda: tr("How far deductions go"),
    "policy.bonus_cap": lambda: tr("Bonus cap"),
    "policy.veto": lambda: tr("What a veto does"),
    "policy.public_area_share": lambda: tr("Share of the public area"),
    "policy.samples": lambda: tr("Which of several values counts"),
    "grade": lambda: tr("Grade"),
    "override": lambda: tr("A site's own numbers"),
    "window_kind": lambda: tr("Window kind"),
    "category": lambda: tr("Category"),
    "text": lambda: tr("Wording"),
    "full": lambda: tr("Full marks"),
    "rule": lambda: tr("Scoring"),
    "scope": lambda: tr("Where"),
    "window_kinds": lambda: tr("Window kinds"),
    "veto": lambda: tr("Veto"),
    "photo": lambda: tr("Photo"),
    "responsible": lambda: tr("Responsible"),
    "requirement": lambda: tr("Requirement"),
    "deadline": lambda: tr("Deadline"),
    "phrases": lambda: tr("Phrases"),
    "basis": lambda: tr("Basis"),
}
