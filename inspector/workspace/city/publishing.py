"""Publishing to the city's ledger: everything entered in the journal since the last time.

The ledger itself knows up to which entry this laptop has told; what is kept here is a note of it,
so that it can be said without a network. Whoever is cut off, at whatever moment, publishes again:
nothing is doubled, and nothing is left out.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace

from inspector import __version__
from inspector.domain.errors import RuledError
from inspector.domain.sharing.city_errors import (
    LedgerNotPreparedError,
    LedgerRoleError,
    NoLedgerNamedError,
    NotALedgerError,
)
from inspector.domain.sharing.laptop import Laptop
from inspector.storage.city.city_ledger import CityLedger, Publication
from inspector.storage.city.journal_spans import JournalSpans
from inspector.storage.city.ledger_opening import file_of, opened_ledger
from inspector.storage.city.ledger_tables import FINDING, VISIT
from inspector.storage.city.published_rows import PublishedRows
from inspector.storage.database.database import Database
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.policy.policy import OFF, SHARING, policy_here
from inspector.workspace.preferences import SHARE_NAMES, PreferenceBook
from inspector.workspace.sharing.laptop_here import LaptopHere

Progress = Callable[[int, int], None]

_REACHED = "city_ledgers"
"""The setting with what was reached where; no password is ever part of a target."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Up to which entry this laptop has told a ledger, when, and how many have come since."""

    ledger: str  # its id
    target: str
    number: int
    at: str  # ISO 8601 with offset
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Published:
    """What one publication came to. Entries are those of the journal, from 1.

    `gone_back` is the entry behind which it went on, where the ledger knows later ones of this
    laptop that its journal has not: the ledger shows both. `contradicting`: visits, plans and
    sheets that the ledger knows with other content; these were set aside.
    """

    target: str
    after: int
    last: int
    rows: int = 0
    visits: int = 0
    findings: int = 0
    contradicting: int = 0
    gone_back: int | None = None


class Publishing:
    """Operations on ledgers of the city."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._settings = SettingStore(opened.database)

    # What waits

    def reached(self) -> list[Reached]:
        """Return the ledgers that were published to, newest first; needs no network."""
        head = JournalSpans(self._opened.database).head()
        last = head.number if head else 0
        found = [
            replace(note, waiting=max(0, last - note.number)) for note in self._kept().values()
        ]
        return sorted(found, key=lambda each: each.at, reverse=True)

    def usual_target(self) -> str:
        """Return the ledger published to last; raises NoLedgerNamedError."""
        for reached in self.reached():
            return reached.target
        raise NoLedgerNamedError

    def require_target(self, target: str) -> None:
        """Raise NotALedgerError or PasswordInTargetError for what names no ledger, or too much."""
        file_of(target)

    def _kept(self) -> dict[str, Reached]:
        """Return what was noted, by the id of the ledger."""
        return {note.ledger: note for note in self._settings.kept(_REACHED, list[Reached], [])}

    # Publishing

    def prepare(self, target: str) -> tuple[str, ...]:
        """Make the tables, views and roles of a ledger; return the roles that could not be made.

        Raises what `opened_ledger` raises, NewerLedgerError, LedgerRoleError, and RuledError where
        an administrator lets nothing be shared.
        """
        with self._ledger(target) as ledger:
            return self._prepare(ledger)

    def publish(self, target: str, progress: Progress) -> tuple[Published, Changes]:
        """Publish all that is new; names of persons only where the preferences say so.

        Raises what `prepare` raises, LedgerNotPreparedError, LedgerFullError, LedgerBusyError,
        OvertakenError. What was published until then stays so.
        """
        laptop = self._opened.of(LaptopHere).identity().laptop
        target = _whole(target)
        with self._ledger(target) as ledger, self._opened.reading_apart() as apart:
            self._make_ready(ledger, target)
            names = self._opened.of(PreferenceBook).get(SHARE_NAMES) == "yes"
            run = _Run(self._opened, ledger, apart.database, laptop, names=names)
            ledger_id = ledger.id()
            published = replace(run.nothing, target=target)
            for so_far in run.batches(published, progress):
                published = so_far
                self._note(ledger_id, target, published.last)
            self._note(ledger_id, target, published.last)
        return published, Changes(laptops=True)

    @contextmanager
    def _ledger(self, target: str) -> Iterator[CityLedger]:
        path, ruled = file_of(target), policy_here()
        if path is None:
            if ruled.sharing == OFF:
                raise RuledError(SHARING, OFF)
        else:
            if path.absolute().resolve() == self._opened.database.path.absolute().resolve():
                raise NotALedgerError(target)
            ruled.require_sharing(path, is_locked=False)
        with opened_ledger(target) as ledger:
            yield ledger

    def _prepare(self, ledger: CityLedger) -> tuple[str, ...]:
        return ledger.prepare(self._opened.new_id(), self._now())

    def _make_ready(self, ledger: CityLedger, target: str) -> None:
        """Make what is missing where this user may; raises LedgerNotPreparedError otherwise."""
        try:
            ledger.require_ready()
        except LedgerNotPreparedError:
            try:
                self._prepare(ledger)
            except LedgerRoleError as error:
                raise LedgerNotPreparedError(target) from error

    def _note(self, ledger: str, target: str, number: int) -> None:
        """Note what was reached; it is the ledger that knows."""
        kept = self._kept()
        kept[ledger] = Reached(ledger, target, number, self._now())
        self._settings.put(_REACHED, json.dumps([asdict(each) for each in kept.values()]))

    def _now(self) -> str:
        return self._opened.now().isoformat()


def _whole(target: str) -> str:
    """Return a target as it can be used from anywhere: a file by its whole path."""
    path = file_of(target)
    return target if path is None else str(path.absolute())


class _Run:
    """One publication, batch by batch."""

    def __init__(
        self,
        opened: OpenedFolder,
        ledger: CityLedger,
        database: Database,
        laptop: Laptop,
        *,
        names: bool,
    ) -> None:
        self._opened, self._ledger, self._laptop = opened, ledger, laptop
        self._database, self._names = database, names
        self._spans = JournalSpans(database)
        heads = ledger.heads(laptop.id)
        self._told = len(heads)
        known = [(number, link) for number, link in heads if self._spans.link(number) == link]
        number, self._link = known[0] if known else (0, "")
        gone_back = number if heads and heads[0] != (number, self._link) else None
        self.nothing = Published("", number, number, gone_back=gone_back)

    def batches(self, so_far: Published, progress: Progress) -> Iterator[Published]:
        """Send one batch after the other; yield what all of them came to, behind each."""
        head = self._spans.head()
        until = head.number if head else 0
        while True:
            publication = self._opened.new_id()
            rows = PublishedRows(self._database, self._laptop.id, publication, names=self._names)
            found = self._spans.next(so_far.last, until, rows)
            if found is None:
                return
            span, batch = found
            contradicting = self._ledger.take_in(
                Publication(
                    publication, self._laptop.id, self._laptop.code, self._laptop.name,
                    self._laptop.key, self._opened.now().isoformat(), __version__, so_far.last,
                    self._link, span.last, span.link,
                ),
                batch,
                self._told,
            )  # fmt: skip
            self._told, self._link = self._told + 1, span.link
            so_far = replace(
                so_far,
                last=span.last,
                rows=so_far.rows + sum(map(len, batch.values())),
                visits=so_far.visits + len(batch.get(VISIT.name, ())),
                findings=so_far.findings + len(batch.get(FINDING.name, ())),
                contradicting=so_far.contradicting + contradicting,
            )
            progress(span.last - so_far.after, until - so_far.after)
            yield so_far
