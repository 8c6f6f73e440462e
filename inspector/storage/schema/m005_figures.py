"""Step 5 of the schema: figures of a period are counted from indexes alone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m005_figures(db: "Database") -> None:
    """Indexes for figures; the public view of scores lists scored visits only."""
    for statement in (*_INDEXES, *_VIEW):
        db.execute(statement)


# The findings of a visit lie together in it, in the order of the days: nothing is sorted.
_INDEXES = (
    "CREATE INDEX finding_for_figures ON finding"
    " (day, inspection_id, item_id, state, deadline, veto, times_at_window)",
    "CREATE INDEX inspection_by_phase ON inspection (phase, day) WHERE phase <> ''",
)

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
