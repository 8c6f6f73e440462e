"""Step 6 of the schema: 第N次 of every finding, signatures with a digest, what early ones lack.

Findings that were raised before step 3 all counted as the first time. Steps 2, 4 and 5 were
completed after the first databases had been through them: what those lack is made up for here.
A signature is put under a record that is sealed already: it gets a digest of its own.
"""

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m006_repeats(db: "Database") -> None:
    """Missing columns, the public view of scores, findings of patrols, repeats, digests."""
    for table, column, statement in _COLUMNS:
        present = {row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()}
        if column not in present:
            db.execute(statement)
    for statement in (*_VIEW, _LINKS):
        db.execute(statement)
    db.execute(_REPEATS, {"back": f"-{_days(db)} days"})
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

# As storage.repeats counted when this step was written; a step does not change with the program.
_EARLIER = """earlier.site_id = finding.site_id AND earlier.item_id = finding.item_id
        AND earlier.day BETWEEN date(finding.day, :back) AND finding.day
        AND (earlier.day < finding.day OR earlier.raised_at < finding.raised_at)
        AND earlier.state <> 'withdrawn' AND earlier.inspection_id <> finding.inspection_id"""
_REPEATS = f"""UPDATE finding SET
    times_at_window = 1 + (SELECT count(DISTINCT earlier.inspection_id) FROM finding AS earlier
        WHERE {_EARLIER} AND earlier.window_number = finding.window_number),
    times_at_site = 1 + (SELECT count(DISTINCT earlier.inspection_id) FROM finding AS earlier
        WHERE {_EARLIER})
    WHERE item_id <> ''"""

_USUAL_DAYS = 90
_MOST_DAYS = 3650


def _days(db: "Database") -> int:
    """Return within how many days the user has repeats counted; what is no number is the usual."""
    row = db.execute("SELECT value FROM setting WHERE key = 'repeat_days'").fetchone()
    said = str(row[0]).strip('" ') if row else ""
    days = int(said) if said.isascii() and said.isdecimal() else _USUAL_DAYS
    return days if 0 < days <= _MOST_DAYS else _USUAL_DAYS
