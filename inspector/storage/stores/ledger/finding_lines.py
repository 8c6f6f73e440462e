"""Short rows of findings: which there are, in the order of their days, and where they stand.

They are derived, and follow `finding` by themselves. Knows SQL.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import UNFINISHED, LedgerCounts
from inspector.storage.database.database import Database
from inspector.storage.schema.searching.m032_lines import FILL_LINES, LINE_COLUMNS

_BETWEEN = "\x1f"
_PART = 50_000
"""Characters that are taken apart at once: less than a millisecond with Python's lock."""

_DAY, _STANDING = len("2026-11-30"), 5

_STATES = {state: str(at) for at, state in enumerate(FindingState)}
_CLOSED = _STATES[FindingState.CLOSED]
_LETTER = " ".join(f"WHEN '{state}' THEN '{letter}'" for state, letter in _STATES.items())

_STANDS = (
    # Nearly all are closed and nothing else: what is said of those is ready.
    "CASE WHEN state = 'closed' AND appealed_at IS NULL AND asked_until IS NULL"
    f" THEN CASE WHEN times_at_window > 1 THEN '{_CLOSED}1000' ELSE '{_CLOSED}0000' END"
    f" ELSE CASE state {_LETTER} END || (times_at_window > 1) || (appealed_at IS NOT NULL)"
    " || (asked_until IS NOT NULL) || ((deadline <= :today) + (deadline < :today)) END"
)
"""Its state, whether it repeats one, is appealed, asks for time; then 1 is due that day, 2 late."""


class FindingLines:
    """Reads the short rows, and makes them anew where they are not what they should be."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(
        self, where: str, values: Mapping[str, Any], today: date, *, descending: bool = True
    ) -> tuple[list[str], LedgerCounts]:
        """Return the ids that a condition on `finding` leads to, by day and row, and their counts.

        The condition may ask of a finding what a short row has, and its row's number.
        """
        # As one text: fifty thousand rows would cost Python as much as SQLite.
        (row,) = self._database.rows(
            f"SELECT group_concat(line, '{_BETWEEN}') AS lines FROM"
            f" (SELECT day || {_STANDS} || id AS line FROM finding_line AS finding"
            f" WHERE {where} ORDER BY rowid)",
            {**values, "today": today.isoformat()},
        )
        by_day: defaultdict[str, list[str]] = defaultdict(list)
        for line in _lines(row["lines"] or ""):
            by_day[line[:_DAY]].append(line)
        ids: list[str] = []
        standing: Counter[str] = Counter()
        for day in sorted(by_day, reverse=descending):
            lines = by_day.pop(day)
            standing.update([line[_DAY : _DAY + _STANDING] for line in lines])
            step = -1 if descending else 1
            ids.extend([line[_DAY + _STANDING :] for line in lines[::step]])
        return ids, _counts(standing)

    def differ(self) -> bool:
        """Tell whether they do not say of every finding what the finding says. For the doctor."""
        ours = ", ".join(f"l.{name}" for name in LINE_COLUMNS)
        theirs = ", ".join(f"f.{name}" for name in LINE_COLUMNS)
        numbers = "SELECT (SELECT count(*) FROM finding) = (SELECT count(*) FROM finding_line)"
        return not self._database.rows(numbers)[0][0] or bool(
            self._database.rows(
                "SELECT 1 FROM finding AS f LEFT JOIN finding_line AS l ON l.place = f.rowid"
                f" WHERE ({ours}) IS NOT ({theirs}) LIMIT 1"
            )
        )

    def rebuild(self) -> None:
        """Make them anew from the findings."""
        with self._database.transaction():
            self._database.write("DELETE FROM finding_line")
            self._database.write(FILL_LINES)


def _lines(text: str) -> Iterator[str]:
    begin = 0
    while begin < len(text):
        end = text.find(_BETWEEN, begin + _PART)
        end = len(text) if end < 0 else end
        yield from text[begin:end].split(_BETWEEN)
        begin = end + 1


def _counts(standing: Mapping[str, int]) -> LedgerCounts:
    def number(at: int, of: str) -> int:
        return sum(times for stands, times in standing.items() if stands[at] == of)

    def unfinished(due: str) -> int:
        letters = {_STATES[state] for state in UNFINISHED}
        return sum(n for stands, n in standing.items() if stands[0] in letters and stands[4] == due)

    by_state = {state: number(0, letter) for state, letter in _STATES.items()}
    return LedgerCounts(
        by_state={state: times for state, times in by_state.items() if times},
        overdue=unfinished("2"),
        due_today=unfinished("1"),
        repeats=number(1, "1"),
        appealed=number(2, "1"),
        asked=number(3, "1"),
    )
