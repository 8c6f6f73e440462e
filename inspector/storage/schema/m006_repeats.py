"""Step 6 of the schema: 第N次 of every finding, digests of signatures, reasons for leaving out.

Findings that were raised before step 3 all counted as the first time. Steps 2, 4 and 5 were
completed after the first databases had been through them: what those lack is made up for here.
A signature is put under a record that is sealed already: it gets a digest of its own.
"""

import hashlib
import json
from collections import Counter, defaultdict, deque
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m006_repeats(db: "Database") -> None:
    """Missing columns, the public view of scores, findings of patrols, repeats, digests."""
    for table, column, statement in _COLUMNS:
        present = {row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()}
        if column not in present:
            db.execute(statement)
    for statement in (*_VIEW, _LINKS, _INDEX):
        db.execute(statement)
    _count_repeats(db, _days(db))
    for row in db.execute(_SIGNATURES).fetchall():
        text = json.dumps(list(row), ensure_ascii=False)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        db.execute("UPDATE signature SET digest = ? WHERE inspection_id = ?", (digest, row[0]))


_COLUMNS = (
    (
        "patrol_entry",
        "finding_id",
        "ALTER TABLE patrol_entry ADD COLUMN finding_id TEXT REFERENCES finding(id)",
    ),
    ("meeting", "discarded_at", "ALTER TABLE meeting ADD COLUMN discarded_at TEXT"),
    ("signature", "digest", "ALTER TABLE signature ADD COLUMN digest TEXT"),
    (
        "scorecard",
        "left_out_reason",  # blank where it was inspected, or nobody said why not
        "ALTER TABLE scorecard ADD COLUMN left_out_reason TEXT NOT NULL DEFAULT ''",
    ),
)
_SIGNATURES = "SELECT inspection_id, signer, strokes, refusal, signed_at, seal FROM signature"

_VIEW = (
    "DROP VIEW scorecard_score",
    """CREATE VIEW scorecard_score AS
    SELECT scorecard.id AS scorecard_id, inspection.id AS inspection_id, inspection.day,
        inspection.site_name AS site, inspection.kind, pack.pack_id AS pack,
        pack.version AS pack_version, scorecard.scope, scorecard.window_number AS window,
        scorecard.window_kind, scorecard.staff_number, scorecard.score / 100.0 AS score,
        scorecard.bonus / 100.0 AS bonus, scorecard.vetoes, scorecard.grade
    FROM scorecard
    JOIN inspection ON inspection.id = scorecard.inspection_id
    JOIN pack ON pack.hash = inspection.pack_hash
    WHERE inspection.state = 'completed' AND NOT scorecard.left_out
        AND inspection.kind NOT IN ('patrol', 'recheck')""",
)

_INDEX = "CREATE INDEX IF NOT EXISTS finding_by_notice ON finding (notice) WHERE notice <> ''"

# What was wrong on a patrol became findings in the order of its entries.
_LINKS = """WITH wrong AS (
        SELECT patrol_entry.id, patrol_entry.inspection_id, row_number() OVER (
            PARTITION BY patrol_entry.inspection_id ORDER BY patrol_entry.position) AS place
        FROM patrol_entry JOIN inspection ON inspection.id = patrol_entry.inspection_id
        WHERE inspection.state = 'completed' AND patrol_entry.text <> ''
    ), raised AS (
        SELECT finding.id, finding.inspection_id, row_number() OVER (
            PARTITION BY finding.inspection_id ORDER BY finding.rowid) AS place
        FROM finding JOIN inspection ON inspection.id = finding.inspection_id
        WHERE inspection.kind = 'patrol'
    )
    UPDATE patrol_entry SET finding_id = (
        SELECT raised.id FROM wrong JOIN raised USING (inspection_id, place)
        WHERE wrong.id = patrol_entry.id)
    WHERE finding_id IS NULL AND text <> ''"""

_FINDINGS = """SELECT rowid, site_id, item_id, day, raised_at, inspection_id, window_number,
        state <> 'withdrawn', times_at_window, times_at_site
    FROM finding WHERE item_id <> '' ORDER BY site_id, item_id, day, raised_at"""


class _Visits:
    """The visits of some days in which an item was found at a site: all, and by window."""

    def __init__(self) -> None:
        self._found: deque[tuple[str, str, str]] = deque()  # day, visit, window
        self._visits: dict[str, Counter[str]] = defaultdict(Counter)  # by window; "": anywhere

    def add(self, day: str, visit: str, window: str) -> None:
        self._found.append((day, visit, window))
        for place in (_ANYWHERE, window):
            self._visits[place][visit] += 1

    def forget_before(self, day: str) -> None:
        while self._found and self._found[0][0] < day:
            _, visit, window = self._found.popleft()
            for place in (_ANYWHERE, window):
                visits = self._visits[place]
                visits[visit] -= 1
                if not visits[visit]:
                    del visits[visit]

    def others(self, place: str, visit: str) -> int:
        visits = self._visits[place]
        return len(visits) - (visit in visits)


_ANYWHERE = "\0"


def _count_repeats(db: "Database", days: int) -> None:
    """Count for every finding as storage.repeats did when this step was written, in one pass.

    That is 1 and the other visits that found the item up to `days` before, earlier than this
    one; those whose finding was withdrawn never happened.
    """
    counted: list[tuple[int, int, int]] = []
    rows = db.execute(_FINDINGS).fetchall()
    for _, of_item in groupby(rows, key=itemgetter(1, 2)):
        visits = _Visits()
        for (day, _), at_once in groupby(of_item, key=itemgetter(3, 4)):
            visits.forget_before((date.fromisoformat(day) - timedelta(days=days)).isoformat())
            together = list(at_once)
            for row, _, _, _, _, visit, window, _, *kept in together:
                times = [1 + visits.others(place, visit) for place in (window, _ANYWHERE)]
                if times != kept:
                    counted.append((times[0], times[1], row))
            for _, _, _, _, _, visit, window, counts, *_ in together:
                if counts:
                    visits.add(day, visit, window)
    db.conn.executemany(
        "UPDATE finding SET times_at_window = ?, times_at_site = ? WHERE rowid = ?", counted
    )


_USUAL_DAYS = 90
_MOST_DAYS = 3650


def _days(db: "Database") -> int:
    """Return within how many days the user has repeats counted; what is no number is the usual."""
    row = db.execute("SELECT value FROM setting WHERE key = 'repeat_days'").fetchone()
    said = str(row[0]).strip('" ') if row else ""
    days = int(said) if said.isascii() and said.isdecimal() else _USUAL_DAYS
    return days if 0 < days <= _MOST_DAYS else _USUAL_DAYS
