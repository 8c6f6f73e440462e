"""Step 26 of the schema: what came from other laptops and went to them, and what is to be chosen.

Numbers of findings and complaints, and versions of plans, may meet their like from another laptop:
they are found by an index, and no longer kept apart by one.
"""

from typing import TYPE_CHECKING

from inspector.storage.schema.sharing.dropped_unique import Unique, drop_unique

if TYPE_CHECKING:
    from sqlite_utils import Database


def m026_sharing(db: "Database") -> None:
    """The tables of sharing, what keeps them, and three UNIQUEs less."""
    drop_unique(db, *_UNIQUES)
    for statement in _TABLES:
        db.execute(statement)
    for table, fixed in _KEPT.items():
        refused = f" BEGIN SELECT raise(ABORT, '{table} is only ever added to'); END"
        db.execute(f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table}{refused}")
        db.execute(f"CREATE TRIGGER {table}_is_fixed BEFORE UPDATE{fixed} ON {table}{refused}")
    db.execute(
        "CREATE TRIGGER laptop_keeps_its_key BEFORE UPDATE OF key ON laptop WHEN old.key <> ''"
        " BEGIN SELECT raise(ABORT, 'a laptop keeps its key'); END"
    )


_NUMBER, _ANY_NUMBER = "number TEXT NOT NULL UNIQUE", "number TEXT NOT NULL"
_UNIQUES = (
    Unique("finding", _NUMBER, _ANY_NUMBER, "sqlite_autoindex_finding_2",
           "finding_by_number", "number"),
    Unique("complaint", _NUMBER, _ANY_NUMBER, "sqlite_autoindex_complaint_2",
           "complaint_by_number", "number"),
    Unique("plan", "withdrawn INTEGER NOT NULL,\n        UNIQUE (family, version)",
           "withdrawn INTEGER NOT NULL", "sqlite_autoindex_plan_2",
           "plan_by_family", "family, version"),
)  # fmt: skip

# Lists and what objects say are JSON, moments ISO 8601 with their offset. `digest` is that of an
# object as its maker has it, `left_out` what its sender kept at home.
_TABLES = (
    # Laptops that were met; this one is told of outside of the folder. One that is only heard of
    # has no key yet.
    """CREATE TABLE laptop (
        id TEXT PRIMARY KEY,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        met_at TEXT NOT NULL,
        confirmed_at TEXT,
        confirmed_by TEXT NOT NULL
    ) STRICT""",
    # `name` is whom it was for, `reached` the number of the journal up to which it tells.
    """CREATE TABLE sent_bundle (
        id TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        name TEXT NOT NULL,
        reached INTEGER NOT NULL,
        scope TEXT NOT NULL,
        counts TEXT NOT NULL,
        left_out TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE received_bundle (
        id TEXT PRIMARY KEY,
        laptop TEXT NOT NULL,
        made_at TEXT NOT NULL,
        received_at TEXT NOT NULL,
        file_name TEXT NOT NULL,
        counts TEXT NOT NULL,
        left_out TEXT NOT NULL,
        digest TEXT NOT NULL,
        author TEXT NOT NULL
    ) STRICT""",
    # What has no row here was made on this laptop. `laptop` made it, which need not be who sent
    # it; `places` says which of our ids stand for which of its maker's, '' where none does.
    """CREATE TABLE received_object (
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        laptop TEXT NOT NULL,
        bundle TEXT NOT NULL,
        digest TEXT NOT NULL,
        places TEXT NOT NULL,
        left_out TEXT NOT NULL,
        PRIMARY KEY (kind, subject)
    ) STRICT, WITHOUT ROWID""",
    # Of steps of findings and complaints that several laptops touched: who took each ('' here),
    # and behind which ones.
    """CREATE TABLE event_origin (
        event TEXT PRIMARY KEY,
        laptop TEXT NOT NULL,
        parents TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Derived from the steps: what has some that were taken side by side, and waits to be settled.
    """CREATE TABLE unsettled (
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (kind, subject)
    ) STRICT, WITHOUT ROWID""",
    # Which of ours a site, window, department, inspector or person of another laptop is.
    """CREATE TABLE alias (
        kind TEXT NOT NULL,
        foreign_id TEXT NOT NULL,
        own_id TEXT NOT NULL,
        laptop TEXT NOT NULL,
        told TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        PRIMARY KEY (kind, foreign_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX alias_by_own ON alias (kind, own_id)",
    # Of one id with another digest: the whole of what came, which is not among our own.
    """CREATE TABLE set_aside (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        digest TEXT NOT NULL,
        title TEXT NOT NULL,
        laptop TEXT NOT NULL,
        bundle TEXT NOT NULL,
        at TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (kind, subject, digest)
    ) STRICT""",
    # Two laptops say different things of what is one: ours holds until somebody chose.
    """CREATE TABLE difference (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        own_id TEXT NOT NULL,
        laptop TEXT NOT NULL,
        mine TEXT NOT NULL,
        theirs TEXT NOT NULL,
        at TEXT NOT NULL,
        chosen TEXT,
        chosen_at TEXT,
        chosen_by TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX difference_by_subject ON difference (kind, own_id)",
    "CREATE INDEX difference_waiting ON difference (at) WHERE chosen IS NULL",
    # What somebody chose: `kept` holds of `subject`, whatever was said of it before. It travels.
    """CREATE TABLE choice (
        id TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        kept TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX choice_by_subject ON choice (kind, subject, at)",
)

_KEPT = {
    "laptop": " OF id, met_at",
    "sent_bundle": "",
    "received_bundle": "",
    "received_object": " OF kind, subject, laptop",
    "event_origin": "",
    "alias": " OF kind, foreign_id",
    "set_aside": "",
    "difference": " OF id, kind, own_id, laptop, mine, theirs, at",
    "choice": "",
}
"""Of each table that only grows: which of its columns are never changed; '' are all."""
