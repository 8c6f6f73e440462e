"""Whom a field of names offers: groups as a whole and inspectors one by one, by pinyin initials."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.party import groups_of
from inspector.domain.people.typed_names import names_in
from inspector.translation import tr
from inspector.workspace.inspectors.inspector_words import away_word, role_word
from inspector.workspace.pinyin import matches

_LETTERS = re.compile(r"[A-Za-z][A-Za-z ]*\Z", re.ASCII)
_LAST = re.compile(r"[^,，、;；]*\Z")
_SEPARATOR = "、"


@dataclass(frozen=True, slots=True)
class NameOffer:
    """One line: what it says, what it is looked for by, and the names that it stands for."""

    words: str
    key: str
    names: tuple[str, ...]


def name_offers(inspectors: Sequence[Inspector]) -> tuple[NameOffer, ...]:
    """Return the groups that can be sent, then whoever can be, then whoever is away."""
    groups = [
        NameOffer(_group_words(group, own), group, tuple(each.name for each in own))
        for group, own in groups_of(inspectors).items()
    ]
    people = sorted((i for i in inspectors if not i.ended), key=lambda each: not each.reachable)
    return (*groups, *(NameOffer(_words(each), each.name, (each.name,)) for each in people))


def asked_for(text: str) -> str:
    """Return what is looked for at the end of some typed names: letters, or the last name."""
    letters = _LETTERS.search(text)
    found = letters or _LAST.search(text)
    return found[0].strip() if found else ""


def fitting_offers(offers: Sequence[NameOffer], text: str) -> list[NameOffer]:
    """Return the offers that what is typed last may mean; none for a name that stands there whole.

    Whoever is named before is not offered again.
    """
    query = asked_for(text)
    before = set(names_in(text[: len(text.rstrip()) - len(query)] if query else text))
    if any(query == offer.key for offer in offers if len(offer.names) == 1):
        return []
    return [
        offer
        for offer in offers
        if not before.issuperset(offer.names) and (not query or matches(offer.key, query))
    ]


def with_offer(text: str, offer: NameOffer) -> str:
    """Return the names with an offer in place of what was typed last, everybody once."""
    query = asked_for(text)
    before = text[: len(text.rstrip()) - len(query)] if query else text
    return _SEPARATOR.join(dict.fromkeys((*names_in(before), *offer.names)))


def _group_words(group: str, own: Sequence[Inspector]) -> str:
    names = _SEPARATOR.join(
        f"{each.name}（{role_word(each.role)}）" if each.role is Role.HEAD else each.name
        for each in own
    )
    return tr("{title}: {value}", title=group, value=names)


def _words(inspector: Inspector) -> str:
    role = role_word(inspector.role) if inspector.role is Role.HEAD else ""
    facts = (inspector.unit, inspector.group, role, away_word(inspector))
    return "  ".join((inspector.name, " · ".join(fact for fact in facts if fact))).strip()
