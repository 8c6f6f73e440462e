"""What changed in a pack, said line by line; shared by the window and the command line."""

from collections.abc import Callable

from inspector.domain.pack_difference import Change, Difference
from inspector.translation import tr


def difference_sentence(difference: Difference) -> str:
    """Return a change as a line: what it is about, and before → after where a value changed."""
    subject = difference.text or setting_word(difference.key)
    match difference.change:
        case Change.ADDED if difference.subject:
            return tr("New item: {item}", item=subject)
        case Change.REMOVED if difference.subject:
            return tr("Item no longer asked: {item}", item=subject)
        case Change.MOVED if not difference.key:
            return tr("{item}: stands in another place", item=subject)
    part = f"{subject} · {setting_word(difference.key)}" if difference.subject else subject
    before, after = difference.before or "—", difference.after or "—"
    return tr("{part}: {before} → {after}", part=part, before=before, after=after)


def setting_word(key: str) -> str:
    """Return what a key of a pack's tables is called; the name behind the dot stays as it is."""
    table, _, name = key.partition(".")
    word = _WORDS.get(key) or _WORDS.get(table)
    if word is None:
        return key
    return f"{word()} {name}" if name and key not in _WORDS else word()


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
