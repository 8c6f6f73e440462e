"""Step 10 of the schema: scores after appeals beside those as found, and what a pack weighs.

A reviewed value is NULL where no appeal changed it. Those of appeals that were decided before are
worked out by `reviewed_scores.review_all` once every step is taken: it reads what all of them made.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m010_reviewed(db: "Database") -> None:
    """Reviewed scores, what packs weigh, and both in the public view of scores."""
    for statement in (*_COLUMNS, _INDEX, _WEIGHING, *_VIEW):
        db.execute(statement)


_COLUMNS = (
    "ALTER TABLE inspection ADD COLUMN reviewed_score INTEGER",
    "ALTER TABLE inspection ADD COLUMN reviewed_vetoes INTEGER",
    "ALTER TABLE inspection ADD COLUMN reviewed_grade TEXT",
    "ALTER TABLE inspection_category ADD COLUMN reviewed_rate INTEGER",
    "ALTER TABLE scorecard ADD COLUMN reviewed_score INTEGER",
    "ALTER TABLE scorecard ADD COLUMN reviewed_vetoes INTEGER",
    "ALTER TABLE scorecard ADD COLUMN reviewed_grade TEXT",
    "ALTER TABLE scorecard_category ADD COLUMN reviewed_got INTEGER",
    "ALTER TABLE scorecard_category ADD COLUMN reviewed_rate INTEGER",
    "ALTER TABLE pack ADD COLUMN weighing TEXT NOT NULL DEFAULT ''",  # as `Pack.weighing`
)

_INDEX = (
    "CREATE INDEX finding_by_review ON finding (inspection_id) WHERE reviewed_deduction IS NOT NULL"
)

_WEIGHING = """UPDATE pack SET weighing = 'rate '
    || json_extract(content, '$.pack.weights.etiquette') || '/'
    || json_extract(content, '$.pack.weights."civil-language"') || '/'
    || json_extract(content, '$.pack.weights."operating-norms"') || '/'
    || json_extract(content, '$.pack.weights.cleanliness')
    WHERE json_valid(content)
        AND json_extract(content, '$.pack.weights.cleanliness') IS NOT NULL"""

_VIEW = (
    "DROP VIEW scorecard_score",
    """CREATE VIEW scorecard_score AS
    SELECT scorecard.id AS scorecard_id, inspection.id AS inspection_id, inspection.day,
        inspection.site_name AS site, inspection.kind, pack.pack_id AS pack,
        pack.version AS pack_version, scorecard.scope, scorecard.window_number AS window,
        scorecard.window_kind, scorecard.staff_number, scorecard.score / 100.0 AS score,
        scorecard.bonus / 100.0 AS bonus, scorecard.vetoes, scorecard.grade,
        coalesce(scorecard.reviewed_score, scorecard.score) / 100.0 AS reviewed_score,
        coalesce(scorecard.reviewed_vetoes, scorecard.vetoes) AS reviewed_vetoes,
        coalesce(scorecard.reviewed_grade, scorecard.grade) AS reviewed_grade
    FROM scorecard
    JOIN inspection ON inspection.id = scorecard.inspection_id
    JOIN pack ON pack.hash = inspection.pack_hash
    WHERE inspection.state = 'completed' AND NOT scorecard.left_out
        AND inspection.kind NOT IN ('patrol', 'recheck')""",
)
