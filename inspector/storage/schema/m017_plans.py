"""Step 17 of the schema: phases of a campaign, plans of visits, and what was drawn from them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m017_plans(db: "Database") -> None:
    """All of them only grow: what changes is another row, and the one before it stays."""
    for statement in _STATEMENTS:
        db.execute(statement)


_STATEMENTS = (
    # The newest row of a phase counts; `ended` says that there is no such phase any more.
    """CREATE TABLE phase_entry (
        id TEXT PRIMARY KEY,
        phase_id TEXT NOT NULL,
        name TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        ended INTEGER NOT NULL,
        at TEXT NOT NULL
    ) STRICT""",
    # One version of a plan. `covert` is the least percent of its visits that are 暗访.
    """CREATE TABLE plan (
        id TEXT PRIMARY KEY,
        family TEXT NOT NULL,
        version INTEGER NOT NULL,
        name TEXT NOT NULL,
        phase TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        covert INTEGER NOT NULL,
        author TEXT NOT NULL,
        made_at TEXT NOT NULL,
        withdrawn INTEGER NOT NULL,
        UNIQUE (family, version)
    ) STRICT""",
    "CREATE INDEX plan_by_day ON plan (last, first)",
    # `share` is the percent of the windows, `windows` how many there were; `who` goes there.
    """CREATE TABLE plan_site (
        plan_id TEXT NOT NULL REFERENCES plan(id),
        position INTEGER NOT NULL,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        visits INTEGER NOT NULL,
        share INTEGER NOT NULL,
        windows INTEGER NOT NULL,
        who TEXT NOT NULL,
        PRIMARY KEY (plan_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE plan_barred (
        plan_id TEXT NOT NULL REFERENCES plan(id),
        position INTEGER NOT NULL,
        who TEXT NOT NULL,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        PRIMARY KEY (plan_id, position)
    ) STRICT, WITHOUT ROWID""",
    # Lists are JSON: the names it was drawn from, ids and numbers of the windows.
    """CREATE TABLE plan_draw (
        id TEXT PRIMARY KEY,
        plan_id TEXT NOT NULL REFERENCES plan(id),
        at TEXT NOT NULL,
        way TEXT NOT NULL,
        seed TEXT NOT NULL,
        lots TEXT NOT NULL,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        window_ids TEXT NOT NULL,
        window_numbers TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX plan_draw_by_plan ON plan_draw (plan_id, at)",
)
