"""Step 20 of the schema: versions of what an office weighs, and evaluations as they were published.

Both only grow. What a publication came to stands in `content` with its facts and its table.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m020_evaluation(db: "Database") -> None:
    """A version that changes is another row; so is an evaluation that is corrected."""
    for statement in _STATEMENTS:
        db.execute(statement)


_STATEMENTS = (
    # `content` is the table as JSON; the newest one counts.
    """CREATE TABLE evaluation_scheme (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        content TEXT NOT NULL,
        made_at TEXT NOT NULL
    ) STRICT""",
    # Of all sites always; `corrects` the one before it.
    """CREATE TABLE evaluation (
        id TEXT PRIMARY KEY,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        phase TEXT NOT NULL,
        scheme_number INTEGER NOT NULL,
        content TEXT NOT NULL,
        note TEXT NOT NULL,
        published_by TEXT NOT NULL,
        published_at TEXT NOT NULL,
        corrects TEXT REFERENCES evaluation(id)
    ) STRICT""",
    "CREATE INDEX evaluation_by_period ON evaluation (first, last)",
)
