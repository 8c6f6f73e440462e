"""What is said of laptops: this one and the others; shared by the window and the command line."""

from inspector.domain.sharing.laptop import Contact, Laptop
from inspector.translation import tr


def former_sentence(former: Laptop) -> str:
    """Return that this folder came from another laptop, and what that means."""
    return tr(
        "This folder was shared as “{name}” ({code}) before. It was copied, moved or brought back"
        " from a backup: from now on it is a new laptop, with a fingerprint of its own, and others"
        " confirm it once more.",
        name=former.name,
        code=former.code,
    )


def no_key_sentence() -> str:
    """Return that this laptop has no key yet."""
    return tr(
        "There is no fingerprint yet: it comes with a name for this laptop, or with its first"
        " bundle."
    )


def backwards_sentence() -> str:
    """Return that the days that are chosen end before they begin."""
    return tr("The days end before they begin: exchange From and To.")


def ahead_sentence(laptop: Laptop) -> str:
    """Return that the clock of a laptop is ahead."""
    return tr(
        "The bundle of “{name}” was made later than it is now here: one of the two clocks is"
        " wrong. Compare them; what happened first is told by them.",
        name=laptop.name,
    )


def clash_sentence(laptop: Laptop, other: Laptop, *, is_here: bool) -> str:
    """Return that two laptops number by one code, and what to do; `other` may be this one."""
    if is_here:
        return tr(
            "“{name}” numbers by {code}, as this laptop does: numbers can meet. Draw another code"
            " here, for numbers to come.",
            name=laptop.name,
            code=laptop.code,
        )
    return tr(
        "“{name}” and “{other}” both number by {code}: numbers can meet. Ask for another code to be"
        " drawn on one of them.",
        name=laptop.name,
        other=other.name,
        code=laptop.code,
    )


def standing_word(contact: Contact) -> str:
    """Return how far another laptop is known."""
    if contact.confirmed_at is not None:
        return tr("confirmed {day}", day=f"{contact.confirmed_at:%Y-%m-%d}")
    return tr("not confirmed") if contact.laptop.key else tr("only heard of")
