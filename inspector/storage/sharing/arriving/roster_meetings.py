"""What a site or an inspector of another laptop is here: found out, and nothing written."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from inspector.domain.sharing.joined_facts import Facts, joined
from inspector.domain.sharing.matching import Key, Match, matched
from inspector.domain.sharing.roster_meeting import (
    DAYS,
    FACTS,
    KEYS,
    Answers,
    Meeting,
    Placed,
    Question,
    key_of,
    title_of,
)
from inspector.domain.sharing.travelling import NAMES, Kind, Travelling, Value
from inspector.storage.database.database import Database
from inspector.storage.sharing.aliases import Aliases
from inspector.storage.sharing.placed_choices import PlacedChoices

_BELONGS = {
    Placed.DEPARTMENT: "site_id", Placed.WINDOW: "site_id", Placed.STAFF: "window_id",
}  # fmt: skip
_BELOW = (Placed.DEPARTMENT, Placed.WINDOW, Placed.STAFF)


class RosterMeetings:
    """Compares what laptops say of sites and inspectors with the roster here."""

    def __init__(self, database: Database, aliases: Aliases, answers: Answers) -> None:
        self._database = database
        self._aliases = aliases
        self._laptop = ""  # that said what is looked at
        self._is_nameless = False
        self._answers = answers
        self.choices = PlacedChoices(database)
        self._heeded: dict[tuple[Placed, str], Facts] = {}
        self._within: dict[tuple[Placed, str], dict[str, Facts]] = {}
        self._keyed: dict[tuple[Placed, str, Key], str] = {}

    def heed(self, met: Meeting, facts: Facts) -> None:
        """Know, while nothing is written, that something has these facts from now on."""
        now = {**(self._facts(met.kind, met.own_id) or {}), **facts}
        self._heeded[met.kind, met.own_id] = now
        self._within.setdefault((met.kind, met.belongs_to), {})[met.own_id] = now
        self._keyed[met.kind, met.belongs_to, key_of(met.kind, now)] = met.own_id

    def is_heeded(self, met: Meeting, facts: Facts) -> bool:
        """Tell whether something else is known by the same key since, while nothing is written."""
        key = key_of(met.kind, {**(self._facts(met.kind, met.own_id) or {}), **facts})
        return self._keyed.get((met.kind, met.belongs_to, key), met.own_id) != met.own_id

    def of(self, came: Travelling) -> Iterator[Meeting]:
        """Yield what each thing of a site or of an inspector is here, the site itself first.

        The next one is looked for when it is asked for: what was said before may be written by
        then. While it is open which site is meant, nothing is said of what belongs to it.
        """
        self._laptop, self._is_nameless = came.laptop, NAMES in came.left_out
        if came.kind is Kind.INSPECTOR:
            for row in came.rows.get("inspector", ()):
                yield self._met(Placed.INSPECTOR, row, "", "")
            return
        names: dict[str, str] = {}
        places: dict[str, str] = {}
        for row in came.rows.get("site", ()):
            site = self._met(Placed.SITE, row, "", "")
            names[site.foreign_id] = str(row.get("name") or "")
            places[site.foreign_id] = site.own_id
            yield site
        for kind in _BELOW:
            column = _BELONGS[kind]
            # What is known already comes first: whoever was renumbered makes room for another.
            rows = sorted(
                came.rows.get(kind.value, ()), key=lambda row: self._known(kind, row) is None
            )
            for row in rows:
                owner = str(row.get(column) or "")
                if not places.get(owner):
                    continue
                met = self._met(kind, row, places[owner], names.get(owner, ""))
                if kind is Placed.WINDOW:
                    places[met.foreign_id] = met.own_id
                    names[met.foreign_id] = title_of(kind, met.theirs, names.get(owner, ""))
                yield met

    def _met(self, kind: Placed, row: Mapping[str, Value], belongs_to: str, within: str) -> Meeting:
        foreign = str(row["id"])
        theirs: Facts = {
            name: _text(row.get(name))
            for name in FACTS[kind]
            if (name in row or name in DAYS) and not self._is_kept_home(kind, name, row)
        }
        own, said_the_same = self._known(kind, row), False
        answered: tuple[tuple[str, bool], ...] = ()
        if own is None:
            answer = self._answers.get((kind, foreign))
            if answer is not None and (not answer or self._facts(kind, answer) is not None):
                if not answer:
                    _, others = self._matched(kind, theirs, belongs_to)
                    answered = tuple((other, False) for other, _ in others)
                    return Meeting(kind, foreign, foreign, belongs_to, theirs, answered=answered)
                own, said_the_same, answered = answer, True, ((answer, True),)
        if own is None:
            own = self._said_elsewhere(kind, foreign, belongs_to)
            said_the_same = own is not None
        if own is None:
            own, candidates = self._matched(kind, theirs, belongs_to)
            candidates = self._not_apart(kind, foreign, candidates)
            if candidates:
                asked = Question(kind, foreign, title_of(kind, theirs, within), candidates)
                return Meeting(kind, foreign, "", belongs_to, theirs, question=asked)
        mine = self._facts(kind, own) if own else None
        if own is None or mine is None:
            return Meeting(kind, foreign, foreign, belongs_to, theirs)
        erased = self._erased_in(kind, mine) & theirs.keys()
        theirs = {name: value for name, value in theirs.items() if name not in erased}
        told = self._aliases.told(kind, foreign, self._laptop)
        if said_the_same:  # so what it is called there is no news
            told = {name: theirs[name] for name in KEYS[kind] if name in theirs}
        met = joined(mine, theirs, told, self._former.get(own))
        return Meeting(
            kind, foreign, own, belongs_to, theirs, met, is_erased=bool(erased), answered=answered
        )

    # What somebody said on another laptop of what is near

    def _own_of(self, kind: Placed, key: str) -> str | None:
        """Return the own id of a thing by the one it has on any laptop; None of one not here."""
        own = self._aliases.own_id(kind, key)
        return key if own is None and self._facts(kind, key) is not None else own

    def _said_elsewhere(self, kind: Placed, foreign: str, belongs_to: str) -> str | None:
        """Return the own one that it was said to be, if that is where it belongs."""
        own = [self._own_of(kind, each) for each in self.choices.same(kind, foreign)]
        if not any(own):
            return None
        here = self._own(kind, belongs_to)
        return next((each for each in own if each in here), None)

    def _not_apart(
        self, kind: Placed, foreign: str, candidates: tuple[tuple[str, str], ...]
    ) -> tuple[tuple[str, str], ...]:
        apart = {self._own_of(kind, each) for each in self.choices.apart(kind, foreign)}
        return tuple(each for each in candidates if each[0] not in apart)

    def _erased_in(self, kind: Placed, mine: Facts) -> set[str]:
        """Return what of somebody here was lawfully erased: nobody else's word brings it back."""
        names = {name for name, value in mine.items() if value in self._stand_ins}
        return names | set(KEYS[kind]) if "name" in names and kind is Placed.STAFF else names

    @cached_property
    def _stand_ins(self) -> frozenset[str]:
        """What stands where names stood that were erased."""
        rows = self._database.rows("SELECT stand_in FROM erasure WHERE stand_in <> ''")
        return frozenset(row["stand_in"] for row in rows)

    def _is_kept_home(self, kind: Placed, name: str, row: Mapping[str, Value]) -> bool:
        """Tell whether a name is blank because it was left out: that says nothing of the person."""
        return self._is_nameless and kind is Placed.STAFF and name == "name" and not row[name]

    def _known(self, kind: Placed, row: Mapping[str, Value]) -> str | None:
        """Return the own id of what came before, or was here before it went out."""
        foreign = str(row["id"])
        own = self._aliases.own_id(kind, foreign)
        if own is None and self._facts(kind, foreign) is not None:
            own = foreign
        return own

    def _matched(
        self, kind: Placed, theirs: Facts, belongs_to: str
    ) -> tuple[str | None, tuple[tuple[str, str], ...]]:
        """Return the own one that has the same key, or those that are near with their titles."""
        facts = self._own(kind, belongs_to)
        keys = {own: key_of(kind, own_facts) for own, own_facts in facts.items()}
        if kind is Placed.STAFF and not theirs.get("name"):  # names were left at home
            keys = {own: (key[0], "") for own, key in keys.items() if key[0]}
        came = key_of(kind, theirs)
        found = matched(came, keys, {own: self._former_keys(kind, own) for own in keys})
        if found.match is Match.SAME:
            return found.own[0], ()
        taken = self._aliases.taken_by(kind, self._laptop)
        near = [own for own in found.own if own not in taken]
        return None, tuple((own, title_of(kind, facts[own])) for own in near)

    def _own(self, kind: Placed, belongs_to: str) -> dict[str, Facts]:
        where = f"{_BELONGS[kind]} = ?" if kind in _BELONGS else "? = ''"
        rows = self._database.rows(
            f'SELECT id, {", ".join(FACTS[kind])} FROM "{kind.value}" WHERE {where} ORDER BY rowid',
            (belongs_to,),
        )
        own: dict[str, Facts] = {
            row["id"]: {name: row[name] for name in FACTS[kind]} for row in rows
        }
        return own | self._within.get((kind, belongs_to), {})

    def _facts(self, kind: Placed, own_id: str) -> Facts | None:
        if (kind, own_id) in self._heeded:
            return self._heeded[kind, own_id]
        row = self._database.row(
            f'SELECT {", ".join(FACTS[kind])} FROM "{kind.value}" WHERE id = ?', (own_id,)
        )
        return dict(row) if row is not None else None

    @cached_property
    def _former(self) -> dict[str, dict[str, list[str | None]]]:
        """What was said before of each thing on the roster here, by its id and column."""
        former: dict[str, dict[str, list[str | None]]] = defaultdict(lambda: defaultdict(list))
        for row in self._database.rows(
            "SELECT subject_id, before FROM roster_event WHERE before IS NOT NULL"
            " UNION ALL SELECT inspector_id, before FROM inspector_event WHERE before IS NOT NULL"
        ):
            for column, value in json.loads(row["before"]).items():
                former[row["subject_id"]][column].append(value)
        return former

    def _former_keys(self, kind: Placed, own_id: str) -> list[Key]:
        """Return the keys of one column that something had before."""
        (name, *more) = FACTS[kind][:1] if kind is not Placed.STAFF else ("number", "name")
        if more:
            return []
        return [(value,) for value in self._former.get(own_id, {}).get(name, ()) if value]


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
