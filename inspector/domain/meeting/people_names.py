"""How people are named where everybody in the hall can read it: by number, and by name on request.

A name that is not on the roster, such as that of a team, was typed for everybody to read.
"""

from collections.abc import Iterable

from inspector.domain.visit.roster import Staff

_SEPARATOR = "、"


class People:
    """The staff of a site, and whether their names may be shown.

    `staff` are those who are there; who left is still called as before in what is over.
    """

    def __init__(self, staff: Iterable[Staff], shows_names: bool) -> None:
        known = sorted(staff, key=lambda each: each.ended_on is None)  # who is there counts
        by_key = {key_of(each): each for each in known}
        self.staff = tuple({key_of(each): each for each in known if each.ended_on is None}.values())
        self.shows_names = shows_names
        self._by_word = by_key | {each.name: each for each in by_key.values() if each.name}

    def words(self, who: str) -> str:
        """Return how to write `who`: a number, a name, or several with 、 between them."""
        return _SEPARATOR.join(self._one(each) for each in who.split(_SEPARATOR))

    def number_of(self, who: str) -> str:
        """Return the number of a person that is called by name; anything else as it is."""
        person = self._by_word.get(who)
        return person.number if person is not None and person.number else who

    def _one(self, who: str) -> str:
        person = self._by_word.get(who)
        if person is None:
            return who
        if self.shows_names:
            return " ".join(part for part in (person.number, person.name) if part)
        return person.number or masked(person.name)


def key_of(person: Staff) -> str:
    """Return what stands for a person in an attendance list: the number, else the name."""
    return person.number or person.name


def masked(name: str) -> str:
    """Return a name of which only the first character can be read: 张××."""
    return f"{name[:1]}××"
