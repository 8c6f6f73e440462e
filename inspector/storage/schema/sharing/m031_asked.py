"""Step 31 of the schema: which findings wait for an answer to 申请延期, until when and why.

NULL and blank where nothing waits. Of what was asked for before there was room, it is worked out
by `kept_asked.keep_asked` once every step is taken: it reads what all of them made.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m031_asked(db: "Database") -> None:
    """The day asked for, the reason, and the index of the few findings that wait."""
    db.execute("ALTER TABLE finding ADD COLUMN asked_until TEXT")
    db.execute("ALTER TABLE finding ADD COLUMN asked_reason TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX finding_by_asked ON finding (site_id) WHERE asked_until IS NOT NULL")
