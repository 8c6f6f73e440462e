"""Findings and reviewed scores as they stand against the events they follow from.

A finding's row only repeats what its events say, and a reviewed score what appeals left of the
answers, so the events win and both are rebuildable.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_life import fold
from inspector.storage.database.database import Database, Row
from inspector.storage.database.surrogates import whole
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.stores.finding_rows import event_from, finding_values
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.kept_reviewed_scores import visits_misreviewed
from inspector.storage.stores.repeat_counts import miscounted

_AT_ONCE = 500
"""Findings that are held at once, with their events."""


@dataclass(frozen=True, slots=True)
class Differing:
    """Numbers of findings that are not what their events say; how many only count repeats wrong;
    visits, by id, whose reviewed scores are not what their appeals left."""

    numbers: tuple[str, ...]
    repeats: int
    reviewed: tuple[str, ...] = ()


def finding_count(database: Database) -> int:
    """Return how many findings there are to compare."""
    (row,) = database.rows("SELECT count(*) FROM finding")
    return int(row[0])


def differing_findings(
    copy: Database,
    repeat_days: int,
    did: Callable[[int], object] = lambda some: None,
    followed: Progress = unheard,
) -> Differing:
    """Compare every finding with its events, some at a time.

    `copy` is a copy of the database: a finding that is not what its events say is put right in
    it, since reviewed scores and repeats follow from what it should be. Repeats are counted
    within `repeat_days`; `did` hears how many more were compared, `followed` how far what follows
    from them is. Raises LookupError or ValueError when an event cannot even be read.
    """
    copy.write("PRAGMA foreign_keys = OFF")  # what has lost its parent is told elsewhere
    numbers = _misfolded(copy, did)
    reviewed = list(visits_misreviewed(copy))
    findings = finding_count(copy)

    def looked_at(count: int) -> None:
        followed(findings + 7 * count, 8 * findings)  # most of it takes the counting

    looked_at(0)
    miscount = miscounted(copy, repeat_days, looked_at)
    repeats = sum(key not in numbers for key in miscount)
    followed(1, 1)
    return Differing(tuple(sorted(numbers.values())), repeats, tuple(reviewed))


def _misfolded(copy: Database, did: Callable[[int], object]) -> dict[str, str]:
    """Put the findings that differ right in a copy; return the number of each, by its id."""
    store, numbers = FindingStore(copy), dict[str, str]()
    strays: list[tuple[str, Finding]] = []  # whose events tell of another finding
    folded = store.folded()
    while some := list(islice(folded, _AT_ONCE)):
        strays += [(key, told) for key, told in some if told.id != key]
        _put_right(copy, store, {key: told for key, told in some if told.id == key}, numbers)
        did(len(some))
    astray = {key for key, _ in strays}
    for key, told in strays:  # of two that tell of one finding the last in order counts
        tells_itself = told.id not in astray and _has_events(copy, told.id)
        if not (tells_itself and told.id > key):
            _put_right(copy, store, {told.id: told}, numbers)
    for key in {*_without_events(copy), *astray} - {told.id for _, told in strays}:
        # What says that it was raised is there, and is another's: there is no number for it.
        for row in copy.rows(
            "SELECT id FROM finding WHERE id = ? AND number <> id"
            " AND id IN (SELECT id FROM finding_event)",
            (key,),
        ):
            numbers[row["id"]] = row["id"]
    return numbers


def _put_right(
    copy: Database, store: FindingStore, told: Mapping[str, Finding], numbers: dict[str, str]
) -> None:
    """Compare findings with what is told of them, and put right what differs."""
    rows = copy.rows(
        "SELECT finding.* FROM json_each(?) AS asked JOIN finding ON finding.id = asked.value",
        (json.dumps(list(told)),),
    )
    wrong: list[Finding] = []
    for row in rows:
        values = whole(finding_values(told[row["id"]]))
        assert isinstance(values, Mapping)
        if any(row[name] != value for name, value in values.items() if name not in _REPEATS):
            numbers[row["id"]] = str(values["number"])
            wrong.append(told[row["id"]])
    if wrong:
        with copy.transaction():
            store.rewrite_unnumbered(wrong)


def _has_events(database: Database, finding_id: str) -> bool:
    said = "SELECT 1 FROM finding_event WHERE finding_id = ? LIMIT 1"
    return database.row(said, (finding_id,)) is not None


def _without_events(database: Database) -> list[str]:
    rows = database.rows(
        "SELECT id FROM finding WHERE NOT EXISTS"
        " (SELECT 1 FROM finding_event WHERE finding_id = finding.id)"
    )
    return [row["id"] for row in rows]


def all_rewritten(database: Database) -> Iterator[tuple[str, str]]:
    """Yield every finding, by id and number, that `rewritten_findings` would tell of."""
    findings = database.each("SELECT id, number FROM finding ORDER BY rowid")
    while some := list(islice(findings, _AT_ONCE)):
        rewritten = rewritten_findings(database, [row["id"] for row in some])
        yield from ((row["id"], row["number"]) for row in some if row["id"] in rewritten)


def rewritten_findings(database: Database, finding_ids: Iterable[str]) -> set[str]:
    """Return those findings whose row is not what their events say, but for repeats.

    For a paper: it costs by the findings asked about, and writes nothing.
    """
    asked = json.dumps(list(finding_ids))
    rows = {
        row["id"]: row
        for row in database.rows(
            "SELECT f.* FROM json_each(?) AS asked CROSS JOIN finding AS f ON f.id = asked.value",
            (asked,),
        )
    }
    # Having gone out in a ledger leaves a finding as it is, and every month adds to it.
    own: dict[str, list[Row]] = defaultdict(list)
    for row in database.rows(
        "SELECT e.* FROM json_each(?) AS asked CROSS JOIN finding_event AS e"
        " ON e.finding_id = asked.value"
        " WHERE e.kind <> 'exported' OR instr(e.content, '\"notice\": \"\"') = 0",
        (asked,),
    ):
        own[row["finding_id"]].append(row)
    for finding_id, events in own.items():
        if any(row["kind"] == "reverted" for row in events):  # then it may be why a step stays
            own[finding_id] = database.rows(
                "SELECT * FROM finding_event WHERE finding_id = ?", (finding_id,)
            )
    told = {each for each, events in own.items() if each in rows and _is_told(rows[each], events)}
    return rows.keys() - told


def _is_told(row: Row, events: Sequence[Row]) -> bool:
    try:
        values: Mapping[str, object] = finding_values(fold(map(event_from, events)))
    except (LookupError, TypeError, ValueError):  # somebody wrote over what was done
        return False
    kept = dict(zip(row.keys(), row, strict=True))
    return all(kept[name] == value for name, value in values.items() if name not in _UNASKED)


_REPEATS = {"times_at_window", "times_at_site"}

_UNASKED = _REPEATS | {"changed_at"}
"""What no paper tells of; the doctor works it out anew."""
