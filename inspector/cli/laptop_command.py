"""`inspector laptop`: who this laptop is to others, and which others it knows."""

import argparse
from typing import TYPE_CHECKING

from inspector.cli.folder import opened
from inspector.cli.speaking import say, say_json, say_table
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.domain.sharing.laptop import Contact, Laptop
    from inspector.workspace.sharing.laptop_here import LaptopHere
    from inspector.workspace.workspace import Workspace


def laptop(options: argparse.Namespace) -> None:
    """Say who this laptop is, name it, or confirm another one."""
    from inspector.workspace.sharing.contacts import Contacts
    from inspector.workspace.sharing.laptop_here import LaptopHere

    with opened(options) as workspace:
        here, contacts = workspace.of(LaptopHere), workspace.of(Contacts)
        if options.name is not None:
            here.rename(options.name)
        if options.new_code:
            contacts.draw_another_code()
        if options.confirm is not None:
            told, shown = options.confirm
            other = contacts.told(told)
            contacts.confirm(other, shown)
            say(tr("Confirmed: {name} ({code}).", name=other.name, code=other.code))
        elif options.list:
            _list(contacts.all(), as_json=options.json)
        elif options.fingerprint:
            say(here.identity().laptop.fingerprint)
        else:
            _tell(workspace, here, as_json=options.json)


def _tell(workspace: "Workspace", here: "LaptopHere", *, as_json: bool) -> None:
    from inspector.workspace.sharing.contact_words import former_sentence, no_key_sentence

    known, former = here.known(), here.former()
    if as_json:
        say_json(
            {
                "id": known.id if known else None,
                "code": here.code() or None,
                "name": known.name if known else None,
                "fingerprint": known.fingerprint if known else None,
                "former": former.id if former else None,
            }
        )
        return
    if former is not None:
        say(former_sentence(former))
        here.read_of_former()
        known = here.known()
    if known is None:
        say(no_key_sentence())
        return
    say(tr("This laptop: {name} ({code})", name=known.name, code=known.code))
    say(tr("Fingerprint: {fingerprint}", fingerprint=known.fingerprint))


def _list(contacts: "list[Contact]", *, as_json: bool) -> None:
    from inspector.workspace.sharing.contact_words import standing_word

    if as_json:
        say_json([_facts(contact) for contact in contacts])
        return
    if not contacts:
        say(tr("No other laptop is known here yet."))
        return
    say_table(
        [tr("Name"), tr("Code"), tr("Known since"), tr("Standing"), tr("Fingerprint")],
        [
            [
                contact.laptop.name,
                contact.laptop.code,
                f"{contact.met_at:%Y-%m-%d}",
                standing_word(contact),
                contact.laptop.fingerprint,
            ]
            for contact in contacts
        ],
    )


def _facts(contact: "Contact") -> dict[str, object]:
    other: Laptop = contact.laptop
    return {
        "id": other.id,
        "code": other.code,
        "name": other.name,
        "fingerprint": other.fingerprint or None,
        "met_at": contact.met_at.isoformat(),
        "confirmed_at": contact.confirmed_at.isoformat() if contact.confirmed_at else None,
        "confirmed_by": contact.confirmed_by,
    }
