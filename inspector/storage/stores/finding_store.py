"""Findings in SQLite: an append-only list of events, and what they fold to.

Both are written in one transaction. Knows SQL and the domain; nothing of Qt.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import EventKind, FindingEvent, Raised
from inspector.domain.finding.finding_life import after, fold
from inspector.domain.finding.ledger import FoundBy
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.finding_rows import (
    changed_columns,
    changing_values,
    event_from,
    event_values,
    finding_from,
    finding_values,
    findings_from,
)
from inspector.storage.stores.finding_terms import NEWEST_OF_PLACES, UNFINISHED
from inspector.storage.stores.inspection_rows import moment_text
from inspector.storage.stores.kept_reviewed_scores import review_after, review_all
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.storage.stores.ranked_terms import APART, ROUNDS, VOICED, WALKED
from inspector.storage.stores.repeat_counts import count_all_repeats, count_repeats, walk_of
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives

_OUTSIDE = f"inspection.{ROUNDS}"
_SCORED = f"NOT inspection.{APART}"
_FOUND_BY = {
    FoundBy.VISITS: _SCORED,
    FoundBy.PATROLS: _OUTSIDE,
    FoundBy.PUBLIC: f"inspection.{VOICED}",
}

_FAMILY = "pack.pack_id, pack.version, pack.title, pack.weighing, inspection.form"

_CHUNK = 500
"""Identifiers in one query: SQLite takes any number only since 3.32."""


class FindingStore:
    """The only SQL that writes findings; `LedgerStore` searches them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def prefixes(self) -> list[str]:
        """Return every prefix that numbers were drawn for."""
        return [row["prefix"] for row in self._database.rows("SELECT prefix FROM sequence")]

    def last_drawn(self, prefix: str) -> int:
        """Return the last number that was drawn of a prefix; 0 for none."""
        row = self._database.row("SELECT last FROM sequence WHERE prefix = ?", (prefix,))
        return int(row["last"]) if row else 0

    def draw(self, prefix: str, count: int = 1, after: int = 0) -> range:
        """Return the next `count` numbers of `prefix`, counted from 1; each is given out once.

        They come after `after` as well, which was given out elsewhere.
        """
        with self._database.transaction():
            last = max(self.last_drawn(prefix), after)
            self._database.write(
                "INSERT INTO sequence (prefix, last) VALUES (?, ?)"
                " ON CONFLICT (prefix) DO UPDATE SET last = excluded.last",
                (prefix, last + count),
            )
        return range(last + 1, last + count + 1)

    # Reading

    def get(self, finding_id: str) -> Finding:
        """Return a finding as it stands; raises KeyError when there is none."""
        return self.all_of([finding_id])[finding_id]

    def numbered(self, number: str) -> list[Finding]:
        """Return the findings with a number: several where two laptops gave it."""
        return self.all_numbered([number]).get(number, [])

    def all_numbered(self, numbers: Iterable[str]) -> dict[str, list[Finding]]:
        """Return those findings that there are, by their number, as they came."""
        found: dict[str, list[Finding]] = {}
        for chunk in _chunks(list(dict.fromkeys(numbers))):
            for row in self._database.rows(
                f"SELECT * FROM finding WHERE number IN ({_marks(chunk)}) ORDER BY rowid",
                tuple(chunk),
            ):
                found.setdefault(row["number"], []).append(finding_from(row))
        return found

    def out_with(self, notice: str) -> list[str]:
        """Return the ids of the findings whose last notice has a number."""
        rows = self._database.rows(
            # As the index has it, which is of those that went out with one.
            "SELECT id FROM finding WHERE notice = ? AND notice <> ''",
            (notice,),
        )
        return [row["id"] for row in rows]

    def ever_out_with(self, notices: Iterable[str]) -> list[str]:
        """Return the ids of the findings that went out with a notice of a number, at any time.

        Looks through all that ever went out: for an archive, not for a page.
        """
        rows = self._database.rows(
            "SELECT DISTINCT finding_id FROM finding_event WHERE kind = 'exported'"
            ' AND instr(content, \'"notice": ""\') = 0'
            " AND json_extract(content, '$.notice') IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(notices))),),
        )
        return [row["finding_id"] for row in rows]

    def all_of(self, finding_ids: Iterable[str]) -> dict[str, Finding]:
        """Return findings by id, in the order asked for; raises KeyError when one is missing."""
        wanted, select = list(dict.fromkeys(finding_ids)), "SELECT * FROM finding WHERE id IN"
        rows = (
            row
            for chunk in _chunks(wanted)
            for row in self._database.rows(f"{select} ({_marks(chunk)})", tuple(chunk))
        )
        found = {finding.id: finding for finding in findings_from(rows)}
        return {finding_id: found[finding_id] for finding_id in wanted}

    def histories(self, finding_ids: Iterable[str]) -> dict[str, list[FindingEvent]]:
        """Return the events of findings by finding id, as they arrived."""
        events: dict[str, list[FindingEvent]] = defaultdict(list)
        for chunk in _chunks(list(dict.fromkeys(finding_ids))):
            for row in self._database.rows(
                f"SELECT * FROM finding_event WHERE finding_id IN ({_marks(chunk)})"
                " ORDER BY finding_id, sequence",
                tuple(chunk),
            ):
                events[row["finding_id"]].append(event_from(row))
        return dict(events)

    def raised_between(
        self,
        first: date,
        last: date,
        site_name: str | None = None,
        state: FindingState | None = None,
    ) -> list[Finding]:
        """Return the findings raised from `first` to `last` day, in a `state`, oldest first."""
        where = "day BETWEEN ? AND ?"
        values: tuple[str, ...] = (first.isoformat(), last.isoformat())
        if site_name is not None:
            where += " AND site_name = ?"
            values += (site_name,)
        if state is not None:
            where += " AND state = ?"
            values += (state,)
        rows = self._database.rows(
            f"SELECT * FROM finding WHERE {where} ORDER BY day, raised_at, inspection_id, rowid",
            values,
        )
        return findings_from(rows)

    def ids_between(self, first: date, last: date) -> list[tuple[str, str]]:
        """Return the ids of the findings raised from `first` to `last` day, with their visits'."""
        rows = self._database.rows(
            "SELECT id, inspection_id FROM finding WHERE day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
        return [(row["id"], row["inspection_id"]) for row in rows]

    def are_more_between(self, first: date, last: date, number: int) -> bool:
        """Tell whether more than a number of findings were raised from `first` to `last` day."""
        rows = self._database.rows(
            "SELECT 1 FROM finding WHERE day BETWEEN ? AND ? LIMIT ?",
            (first.isoformat(), last.isoformat(), number + 1),
        )
        return len(rows) > number

    def unfinished_until(self, day: date) -> list[Finding]:
        """Return the findings that have to be put right by `day` or later, in that order."""
        rows = self._database.rows(
            f"SELECT * FROM finding WHERE {UNFINISHED} AND deadline >= ? ORDER BY deadline, number",
            (day.isoformat(),),
        )
        return findings_from(rows)

    def of_inspection(self, inspection_id: str) -> list[Finding]:
        """Return the findings raised from one visit, in sheet order."""
        rows = self._database.rows(
            "SELECT * FROM finding WHERE inspection_id = ? ORDER BY rowid", (inspection_id,)
        )
        return findings_from(rows)

    def ids_of_inspection(self, inspection_id: str) -> list[str]:
        """Return the ids of the findings raised from one visit."""
        rows = self._database.rows(
            "SELECT id FROM finding WHERE inspection_id = ?", (inspection_id,)
        )
        return [row["id"] for row in rows]

    def without_history(self) -> list[str]:
        """Return the numbers of findings of which not even being raised is on their history."""
        rows = self._database.rows(
            "SELECT number FROM finding WHERE NOT EXISTS"
            " (SELECT 1 FROM finding_event WHERE finding_event.id = finding.id) ORDER BY number"
        )
        return [row["number"] for row in rows]

    def of_site(self, site_id: str) -> list[Finding]:
        """Return every finding of a site."""
        rows = self._database.rows("SELECT * FROM finding WHERE site_id = ?", (site_id,))
        return findings_from(rows)

    def lately_at(self, site_id: str, since: date, each: int) -> list[Finding]:
        """Return up to `each` found at each place of a site since a day, the newest first."""
        rows = self._database.rows(
            f"SELECT * FROM finding WHERE rowid IN ({NEWEST_OF_PLACES})"
            " ORDER BY day DESC, rowid DESC",
            (site_id, since.isoformat(), each),
        )
        return findings_from(rows)

    def earlier(self, finding: Finding) -> Finding | None:
        """Return the last time before that the same item was found at the same window.

        However long ago; else implements `domain/finding/repeats.is_time_before`.
        """
        row = self._database.row(
            "SELECT * FROM finding WHERE site_id = ?1 AND item_id = ?2 AND item_id <> ''"
            " AND window_number = ?3 AND day <= ?4 AND state <> 'withdrawn'"
            f" AND {walk_of('inspection_id')} <> {walk_of('?5')}"
            " AND (day < ?4 OR raised_at < ?6) ORDER BY day DESC, raised_at DESC LIMIT 1",
            (
                finding.site_id,
                finding.item_id,
                finding.window_number,
                finding.raised_at.date().isoformat(),
                finding.inspection_id,
                moment_text(finding.raised_at),
            ),
        )
        return finding_from(row) if row else None

    def counts(
        self,
        first: date,
        last: date,
        today: date,
        phase: str = "",
        found_by: FoundBy = FoundBy.VISITS,
    ) -> dict[tuple[str, PackFamily], FindingCount]:
        """Return how the findings of a period stand, by (site id, family of packs).

        What was withdrawn did not have to be put right: it is not among those raised.
        """
        rows = self._database.rows(
            f"SELECT finding.site_id, {_FAMILY}, count(*) AS raised,"
            " sum(finding.state = 'closed') AS closed,"
            " sum(finding.state <> 'closed' AND finding.deadline < ?) AS overdue"
            " FROM finding JOIN inspection ON inspection.id = finding.inspection_id"
            " JOIN pack ON pack.hash = inspection.pack_hash"
            " WHERE finding.day BETWEEN ? AND ? AND finding.state <> 'withdrawn'"
            f" AND ? IN ('', inspection.phase) AND {_FOUND_BY[found_by]}"
            " GROUP BY finding.site_id, pack.pack_id, pack.weighing, inspection.form",
            (today.isoformat(), first.isoformat(), last.isoformat(), phase),
        )
        return {
            (row["site_id"], _family(row)): FindingCount(
                row["raised"], row["closed"], row["overdue"]
            )
            for row in rows
        }

    def counts_by_category(
        self, first: date, last: date, today: date, phase: str = ""
    ) -> dict[tuple[str, PackFamily], dict[Category, FindingCount]]:
        """Return the same counts apart for each category; together they are those of `counts`."""
        rows = self._database.rows(
            f"SELECT finding.site_id, {_FAMILY}, finding.category,"
            " count(*) AS raised, sum(finding.state = 'closed') AS closed,"
            " sum(finding.state <> 'closed' AND finding.deadline < ?) AS overdue"
            " FROM finding JOIN inspection ON inspection.id = finding.inspection_id"
            " JOIN pack ON pack.hash = inspection.pack_hash"
            " WHERE finding.day BETWEEN ? AND ? AND finding.state <> 'withdrawn'"
            f" AND ? IN ('', inspection.phase) AND {_SCORED}"
            " GROUP BY finding.site_id, pack.pack_id, pack.weighing, inspection.form,"
            " finding.category",
            (today.isoformat(), first.isoformat(), last.isoformat(), phase),
        )
        counts: dict[tuple[str, PackFamily], dict[Category, FindingCount]] = {}
        for row in rows:
            own = counts.setdefault((row["site_id"], _family(row)), {})
            count = FindingCount(row["raised"], row["closed"], row["overdue"])
            own[Category(row["category"])] = count
        return counts

    def number_by_site(
        self, first: date, last: date, phase: str, found_by: FoundBy
    ) -> dict[str, int]:
        """Return how many findings of a period somebody made, by the name of the site."""
        rows = self._database.rows(
            "SELECT finding.site_name, count(*) AS number FROM finding JOIN inspection"
            " ON inspection.id = finding.inspection_id WHERE finding.day BETWEEN ? AND ?"
            " AND finding.state <> 'withdrawn' AND ? IN ('', inspection.phase)"
            f" AND {_FOUND_BY[found_by]}"
            " GROUP BY finding.site_name",
            (first.isoformat(), last.isoformat(), phase),
        )
        return {row["site_name"]: row["number"] for row in rows}

    def packs_of_visits(
        self, first: date, last: date, phase: str = "", found_by: FoundBy = FoundBy.VISITS
    ) -> dict[str, PackFamily]:
        """Return what each visit that `counts` counts the findings of was made with, by its id."""
        rows = self._database.rows(
            f"SELECT DISTINCT inspection.id, {_FAMILY}"
            " FROM finding JOIN inspection ON inspection.id = finding.inspection_id"
            " JOIN pack ON pack.hash = inspection.pack_hash"
            " WHERE finding.day BETWEEN ? AND ?"
            f" AND ? IN ('', inspection.phase) AND {_FOUND_BY[found_by]}",
            (first.isoformat(), last.isoformat(), phase),
        )
        return {row["id"]: _family(row) for row in rows}

    def unscored_among(self, inspection_ids: Iterable[str]) -> frozenset[str]:
        """Return those of some visits that are not ranked: patrols, rechecks, a hall's own."""
        return self._visits_among(inspection_ids, _OUTSIDE)

    def voiced_among(self, inspection_ids: Iterable[str]) -> frozenset[str]:
        """Return those of some visits that nobody walked: what the public said (群众反映)."""
        return self._visits_among(inspection_ids, f"NOT {WALKED}")

    def _visits_among(self, inspection_ids: Iterable[str], where: str) -> frozenset[str]:
        return frozenset(
            row["id"]
            for chunk in _chunks(list(dict.fromkeys(inspection_ids)))
            for row in self._database.rows(
                f"SELECT id FROM inspection WHERE id IN ({_marks(chunk)}) AND {where}", tuple(chunk)
            )
        )

    # Writing

    def append(
        self, *events: FindingEvent, repeat_days: int, known: Iterable[Finding] = ()
    ) -> None:
        """Keep events and what the findings are after them, in one transaction.

        `known` are findings as they stand in it, so that they need not be read once more.

        Legal or not, they are kept; an illegal one changes nothing of the finding. An event that
        is known by its id already is not kept twice. Repeats are counted within `repeat_days`.
        """
        with self._database.transaction():
            new = self._unknown(events)
            raised = [event for event in new if isinstance(event, Raised)]
            self._insert([event.finding for event in raised])
            if raised:
                FindingSearch(self._database).catch_up()
            self._database.write_many(
                "INSERT INTO finding_event"
                " (finding_id, at, kind, content, id, author, source, reference) VALUES"
                " (:finding_id, :at, :kind, :content, :id, :author, :source, :reference)",
                map(event_values, new),
            )
            self._database.journal.touch("event", *(event.id for event in new))
            later = [event for event in new if not isinstance(event, Raised)]
            EventOrigins(self._database).put_own(
                Lives.FINDINGS, [(event.finding_id, event.id) for event in later]
            )
            before = {finding.id: finding for finding in known}
            before |= self.all_of({event.finding_id for event in later} - before.keys())
            now = self._lived(before, later)
            self.update_changed(before, now.values())
            review_after(self._database, before, now.values())
            withdrawn = [
                each
                for each in now.values()
                if _is_withdrawn(each) is not _is_withdrawn(before[each.id])
            ]
            count_repeats(self._database, [e.finding for e in raised] + withdrawn, repeat_days)

    def folded(self) -> Iterator[tuple[str, Finding]]:
        """Yield what the events of each finding come to, by the id that the events go by.

        One finding is held at a time. Raises LookupError or ValueError when one cannot be read.
        """
        rows = self._database.each("SELECT * FROM finding_event ORDER BY finding_id, sequence")
        for key, own in groupby(rows, lambda row: str(row["finding_id"])):
            yield key, fold(map(event_from, own))

    def rewrite_unnumbered(self, findings: Iterable[Finding]) -> None:
        """Write what events came to into rows, but their numbers, within a transaction."""
        for finding in findings:
            self._rewrite(finding, but=("number",))

    def rebuild(self, repeat_days: int) -> None:
        """Work out every finding and reviewed score anew; changes nothing unless one was wrong."""
        with self._database.transaction():
            for _, finding in self.folded():
                self._rewrite(finding)
            review_all(self._database)
            count_all_repeats(self._database, repeat_days)

    def count_repeats_anew(self, repeat_days: int) -> None:
        """Count every finding's repeats within another period."""
        with self._database.transaction():
            count_all_repeats(self._database, repeat_days)

    def _unknown(self, events: Sequence[FindingEvent]) -> list[FindingEvent]:
        known = {
            row["id"]
            for chunk in _chunks([event.id for event in events])
            for row in self._database.rows(
                f"SELECT id FROM finding_event WHERE id IN ({_marks(chunk)})", tuple(chunk)
            )
        }
        return list({event.id: event for event in events if event.id not in known}.values())

    def _lived(
        self, before: dict[str, Finding], later: Sequence[FindingEvent]
    ) -> dict[str, Finding]:
        """Return what findings are after `later`; whole histories are read only if need be."""
        now = dict(before)
        anew = self._settled_among(before)  # what is named there may come later than its name
        for event in later:
            finding = now[event.finding_id]
            follows = finding.changed_at is not None and event.at > finding.changed_at
            if event.kind in (EventKind.REVERTED, EventKind.SETTLED) or not follows:
                anew.add(event.finding_id)
            now[event.finding_id] = replace(after(finding, event), changed_at=event.at)
        for finding_id, events in self.histories(anew).items():
            now[finding_id] = fold(events)
        return now

    def _settled_among(self, finding_ids: Iterable[str]) -> set[str]:
        rows = self._database.rows(
            "SELECT finding_id FROM finding_event WHERE kind = 'settled'"
            " AND finding_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(finding_ids)),),
        )
        return {row["finding_id"] for row in rows}

    def _insert(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            values = finding_values(replace(finding, changed_at=finding.raised_at))
            self._database.insert("finding", values)

    def update_changed(self, before: Mapping[str, Finding], now: Iterable[Finding]) -> None:
        """Write what changed of findings; their repeats depend on others and are left alone.

        Of what went out only a moment changes, and no index has to be written for that.
        """
        changed: defaultdict[tuple[str, ...], list[Finding]] = defaultdict(list)
        for finding in now:
            changed[changed_columns(before[finding.id], finding)].append(finding)
        for names, findings in changed.items():
            if names:
                self._database.write_many(
                    f"UPDATE finding SET {', '.join(f'{name} = :{name}' for name in names)}"
                    " WHERE id = :id",
                    (changing_values(finding, names) for finding in findings),
                )

    def _rewrite(self, finding: Finding, but: Sequence[str] = ()) -> None:
        """Write everything that its events say of a finding, as found and since."""
        values = {
            name: value
            for name, value in finding_values(finding).items()
            if not name.startswith("times_at_") and name not in but
        }
        names = ", ".join(f"{name} = :{name}" for name in values)
        self._database.write(f"UPDATE finding SET {names} WHERE id = :id", values)


def _family(row: Row) -> PackFamily:
    return PackFamily(
        row["pack_id"], (row["version"],), row["title"], row["weighing"], Form(row["form"])
    )


def _is_withdrawn(finding: Finding) -> bool:
    return finding.state is FindingState.WITHDRAWN


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(ids), _CHUNK):
        yield ids[begin : begin + _CHUNK]


def _marks(ids: Sequence[str]) -> str:
    return ", ".join("?" for _ in ids)
