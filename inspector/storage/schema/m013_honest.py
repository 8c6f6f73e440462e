"""Step 13 of the schema: what a visit asked and how much of it was observed; the honest numbers.

`base_hash` is the checklist before a site's own numbers, NULL where there are none. What is ranked
is scored with it: a ranked value is NULL where it is the same as the reviewed one, or as found.
Visits before this step have neither: they are told as they were.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m013_honest(db: "Database") -> None:
    """Form and seed of visits, named deductions of answers, coverage, ranked scores."""
    for statement in (*_COLUMNS, *_VIEW):
        db.execute(statement)


_COLUMNS = (
    "ALTER TABLE inspection ADD COLUMN form TEXT NOT NULL DEFAULT 'full'",
    "ALTER TABLE inspection ADD COLUMN seed TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE inspection ADD COLUMN base_hash TEXT REFERENCES pack(hash)",
    # Items observed, and those asked by the checklist before a site's own numbers.
    "ALTER TABLE inspection ADD COLUMN observed INTEGER",
    "ALTER TABLE inspection ADD COLUMN asked INTEGER",
    "ALTER TABLE scorecard ADD COLUMN observed INTEGER",
    "ALTER TABLE scorecard ADD COLUMN asked INTEGER",
    "ALTER TABLE inspection ADD COLUMN ranked_score INTEGER",
    "ALTER TABLE inspection ADD COLUMN ranked_vetoes INTEGER",
    "ALTER TABLE inspection ADD COLUMN ranked_grade TEXT",
    "ALTER TABLE scorecard ADD COLUMN ranked_score INTEGER",
    "ALTER TABLE scorecard ADD COLUMN ranked_vetoes INTEGER",
    "ALTER TABLE scorecard ADD COLUMN ranked_grade TEXT",
    "ALTER TABLE inspection_category ADD COLUMN ranked_rate INTEGER",
    "ALTER TABLE scorecard_category ADD COLUMN ranked_rate INTEGER",
    # As `Policy.ranked_from`: packs frozen before this step did not have it.
    "ALTER TABLE pack ADD COLUMN ranked_from INTEGER NOT NULL DEFAULT 0",
    # JSON: how often each named deduction of its rule was found, in their order.
    "ALTER TABLE answer ADD COLUMN cases TEXT",
    # It was said a second time that a red line is switched off; what was off before stays so.
    "ALTER TABLE site_override ADD COLUMN red_line INTEGER NOT NULL DEFAULT 0",
    "UPDATE site_override SET red_line = off",
)

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
        coalesce(scorecard.reviewed_grade, scorecard.grade) AS reviewed_grade,
        inspection.form, scorecard.observed, scorecard.asked,
        coalesce(scorecard.ranked_score, scorecard.reviewed_score, scorecard.score) / 100.0
            AS ranked_score,
        coalesce(scorecard.ranked_vetoes, scorecard.reviewed_vetoes, scorecard.vetoes)
            AS ranked_vetoes,
        coalesce(scorecard.ranked_grade, scorecard.reviewed_grade, scorecard.grade)
            AS ranked_grade,
        inspection.kind <> 'self' AND (scorecard.asked IS NULL
            OR scorecard.observed * 100 >= pack.ranked_from * scorecard.asked) AS is_ranked
    FROM scorecard
    JOIN inspection ON inspection.id = scorecard.inspection_id
    JOIN pack ON pack.hash = inspection.pack_hash
    WHERE inspection.state = 'completed' AND NOT scorecard.left_out
        AND inspection.kind NOT IN ('patrol', 'recheck')""",
)
