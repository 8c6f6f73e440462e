"""Finding out what becomes of objects of another laptop, one after the other; nothing is written.

An object is known, new, grown, completed, waits for what it belongs to, is set aside or refused
(`Fate`). What takes objects in goes the same way and writes (`objects_taken`), so that a preview
tells what comes.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from inspector.domain.sharing.fates import TAKEN, Fate
from inspector.domain.sharing.hall_rules import RefusedHere
from inspector.domain.sharing.needs import Need, Needed, needs_of, roster_in
from inspector.domain.sharing.receipt import MOST_TITLES
from inspector.domain.sharing.roster_meeting import Answers, Placed, Question
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.storage.database.database import Database
from inspector.storage.sharing.aliases import Aliases
from inspector.storage.sharing.arriving.coming_sheets import ComingSheets
from inspector.storage.sharing.arriving.coming_steps import ComingSteps
from inspector.storage.sharing.arriving.hall_gate import HallGate
from inspector.storage.sharing.arriving.judging import Judging
from inspector.storage.sharing.arriving.roster_taking import RosterLooking
from inspector.storage.sharing.arriving.seen_things import SeenThings
from inspector.storage.sharing.arriving.standing_kinds import holiday_fate, pack_fate
from inspector.storage.sharing.arriving.waiting_objects import WaitingObjects, body_of
from inspector.storage.sharing.set_aside_objects import object_in

_NEEDED = {Placed.SITE: Needed.SITE, Placed.WINDOW: Needed.WINDOW}


class LookingAt:
    """Looks at objects in the order of their kinds."""

    def __init__(
        self,
        database: Database,
        own_laptop: str,
        answers: Answers,
        halls: Collection[str] = (),
    ) -> None:
        """`halls` are the sites that the bundle's laptop is of; none, if it inspects."""
        self._database = database
        self._own_laptop = own_laptop
        self._aliases = Aliases(database)
        self._judging = Judging(database, self._aliases, own_laptop)
        self._roster = RosterLooking(database, self._aliases, answers)
        self._gate = self._gate_of(halls)
        self.counts: Counter[tuple[Kind, Fate]] = Counter()
        self.refused: list[RefusedHere] = []
        self.beside: list[Travelling] = []
        """Sheets that say otherwise than others, once all is looked at; MOST_TITLES of them."""
        self.clashing: list[tuple[Kind, str]] = []
        """What would wait to be settled and does not yet: the kind of its steps, its id."""
        self._sheets = ComingSheets(database)
        self._steps = ComingSteps(database)
        self._waited: dict[tuple[Kind, str], None] = {}  # in this bundle
        self._bodies = SeenThings()

    def finish(self) -> None:
        """Look at what had waited for this, and find out which sheets contradict others."""
        taken = True
        while taken:
            taken = False
            for came, halls in self._waits():
                fate = self._sealed(came, was_waiting=True, gate=self._gate_of(halls))
                if fate in TAKEN:
                    taken = True
                    self.counts[came.kind, fate] += 1
                    if (came.kind, came.id) in self._waited:  # since this very bundle
                        del self._waited[came.kind, came.id]
                        self.counts[came.kind, Fate.WAITS] -= 1
            self._end_round()
        self._settle_surveys()
        self._settle_steps()

    def close(self) -> None:
        """Let go of what was noted of everything that was looked at."""
        self._judging.is_written()
        self._sheets.close()
        self._steps.close()
        self._bodies.close()

    def _waits(self) -> Iterator[tuple[Travelling, tuple[str, ...]]]:
        """Yield what waits, in the order in which it came, with the halls it came from."""
        yield from WaitingObjects(self._database).all()
        halls = tuple(sorted(self._gate.halls)) if self._gate is not None else ()
        for kind, key in list(self._waited):
            body = self._bodies.of(kind.value, key)
            if body is not None:
                yield object_in(body), halls

    def _end_round(self) -> None:
        """Nothing is written while one only looks."""

    def _settle_surveys(self) -> None:
        for key, row in self._sheets.contradicting():
            self._is_beside(Travelling(Kind.SURVEY, key, "", {"survey_sheet": [row]}, ""))

    def _settle_steps(self) -> None:
        self.clashing = list(self._steps.clashing())

    def _is_beside(self, sheet: Travelling) -> None:
        """Count a sheet that was new as one that says otherwise than another one."""
        self.counts[Kind.SURVEY, Fate.NEW] -= 1
        self.counts[Kind.SURVEY, Fate.BESIDE] += 1
        if len(self.beside) < MOST_TITLES:
            self.beside.append(sheet)

    @property
    def decided(self) -> int:
        """How many choices come along, and steps that settle others: what was decided there."""
        chosen = self.counts[Kind.CHOICE, Fate.NEW]
        return chosen + self._steps.settling

    @property
    def questions(self) -> list[Question]:
        """What a person has to say before anything about it can be taken in."""
        return list({each.foreign_id: each for each in self._roster.open}.values())

    @property
    def roster(self) -> RosterLooking:
        """What came of the roster."""
        return self._roster

    def prepare(self, choices: Iterable[Travelling]) -> None:
        """Know what was said elsewhere of names that are near: it comes behind the names.

        A hall's laptop says nothing of the roster.
        """
        for choice in choices if self._gate is None else ():
            for row in choice.rows.get("choice", ()):
                self._roster.heed(row)

    def take(self, came: Travelling) -> Fate:
        """Look at one object; return what becomes of it. Raises ValueError for what is none."""
        match came.kind:
            case Kind.SITE | Kind.INSPECTOR | Kind.HOLIDAY | Kind.PACK if self._gate is not None:
                fate = self._standing_of_hall(came, self._gate)
            case Kind.SITE | Kind.INSPECTOR:
                fate = self._placed(came)
            case Kind.HOLIDAY:
                fate = self._holiday(came)
            case Kind.PACK:
                fate = self._pack(came)
                self._judging.comes(came)
            case _:
                fate = self._sealed(came)
        self.counts[came.kind, fate] += 1
        return fate

    def _holiday(self, came: Travelling) -> Fate:
        return holiday_fate(self._database, came)

    def _pack(self, came: Travelling) -> Fate:
        return pack_fate(self._database, came)

    def _placed(self, came: Travelling) -> Fate:
        roster = self._roster
        written, asked = roster.added + roster.changed, len(roster.open)
        erased = False
        for met in roster.take(came):
            erased |= met.is_erased
            if met.kind in _NEEDED:
                self._judging.is_placed(_NEEDED[met.kind], met.foreign_id)
        for question in roster.open[asked:]:
            self._judging.is_asked(question.foreign_id)
            if question.kind is Placed.SITE:  # so nobody can say where its windows are, either
                for row in came.rows.get("window", ()):
                    self._judging.is_asked(str(row["id"]))
        if len(roster.open) > asked:
            return Fate.ASKED
        if roster.added + roster.changed != written:
            return Fate.NEW
        return Fate.ERASED if erased else Fate.KNOWN

    def _gate_of(self, halls: Collection[str]) -> HallGate | None:
        if not halls:
            return None
        return HallGate(self._database, self._aliases, self._own_laptop, halls)

    def _standing_of_hall(self, came: Travelling, gate: HallGate) -> Fate:
        """Look at what nobody takes from a hall; a day or checklist that is here does no harm."""
        if came.kind is Kind.HOLIDAY and holiday_fate(self._database, came) is Fate.KNOWN:
            return Fate.KNOWN
        if came.kind is Kind.PACK and pack_fate(self._database, came) is Fate.KNOWN:
            return Fate.KNOWN
        return self._refused_by(gate, came) or Fate.KNOWN

    def _refused_by(self, gate: HallGate, came: Travelling) -> Fate | None:
        """Refuse what a hall's laptop may not say; None where it may."""
        refused = gate.refusal(came)
        if refused is None:
            return None
        self.refused.append(refused)
        self._keep_refused(came, refused)
        return Fate.REFUSED

    def _sealed(
        self, came: Travelling, *, was_waiting: bool = False, gate: HallGate | None = None
    ) -> Fate:
        gate = gate if was_waiting else self._gate
        fate = self._judging.fate(came)
        if gate is not None and fate in TAKEN:
            if (refused := self._refused_by(gate, came)) is not None:
                return refused
            came = gate.behind(came)
        if fate is Fate.NEW:
            missing = self._judging.missing(came)
            if self._place_by_name(came, missing):
                missing = self._judging.missing(came)
            if self._judging.is_about_asked(missing):
                return Fate.ASKED
            if missing:
                if not was_waiting:
                    self._keep_waiting(came)
                return Fate.WAITS
            fate = self._take_new(came)
        elif fate is Fate.GROWN:
            self._grow(came)
        elif fate is Fate.COMPLETED:
            self._complete(came)
        if fate in (Fate.SET_ASIDE, Fate.REFUSED) and not was_waiting:
            self._set_aside(came)
        return fate

    def _place_by_name(self, came: Travelling, missing: Sequence[Need]) -> bool:
        """Place sites and windows that came without a roster, by what the object calls them.

        So it is with what a third laptop made: its roster did not come. Tell whether there are any.
        """
        if not any(need.called for need in missing) or self._judging.is_about_asked(missing):
            return False
        self._placed(roster_in(came, missing))
        return True

    def _take_new(self, came: Travelling) -> Fate:
        if self._collides(came):
            return Fate.SET_ASIDE
        self._judging.comes(came)
        if came.kind is Kind.SURVEY:
            self._note_sheet(came)
        self._note_step(came)
        return Fate.NEW

    def _collides(self, came: Travelling) -> bool:
        """Tell whether two of an object's places are one here: it could not be given back."""
        own, met = self._aliases.own, dict[str, str]()
        for need in needs_of(came):
            if need.what in (Needed.SITE, Needed.WINDOW):
                here = own.get(need.id, need.id)
                if met.setdefault(here, need.id) != need.id:
                    return True
        return False

    def _note_step(self, came: Travelling) -> None:
        self._steps.note(came)

    def _note_sheet(self, came: Travelling) -> None:
        for row in came.rows.get("survey_sheet", ()):
            self._sheets.note(row)

    def _grow(self, came: Travelling) -> None:
        self._judging.comes(came)

    def _complete(self, came: Travelling) -> None:
        self._judging.comes(came)

    def _keep_waiting(self, came: Travelling) -> None:
        self._waited[came.kind, came.id] = None
        self._note_waiting(came)

    def _note_waiting(self, came: Travelling) -> None:
        """Keep it until all is looked at: nothing is written."""
        self._bodies.note(came.kind.value, came.id, body_of(came))

    def _set_aside(self, came: Travelling) -> None:
        """Nothing is kept while one only looks."""

    def _keep_refused(self, came: Travelling, refused: RefusedHere) -> None:
        """Nothing is kept while one only looks."""
