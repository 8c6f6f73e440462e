"""Step 18 of the schema: sheets of satisfaction surveys; what the public said has no scorecard.

A sheet is only ever added. One without a grade takes back the sheet that it replaces. `window`
and `inspection` name what they named on the day, as texts: the roster may change, and a visit may
come from another laptop. `source_key` is what a row of a workbook is recognised by.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m018_surveys(db: "Database") -> None:
    """Sheets, what keeps them, and the public views without the carriers of findings."""
    for statement in (*_TABLE, *_VIEWS):
        db.execute(statement)


_TABLE = (
    """CREATE TABLE survey_sheet (
        id TEXT PRIMARY KEY,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        day TEXT NOT NULL,
        entered_at TEXT NOT NULL,
        channel TEXT NOT NULL,
        grade TEXT,
        reason TEXT NOT NULL,
        window_number TEXT NOT NULL,
        inspection_id TEXT NOT NULL,
        slip INTEGER,
        source TEXT NOT NULL,
        source_key TEXT NOT NULL,
        replaces TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX survey_sheet_by_day ON survey_sheet (day, site_id)",
    "CREATE UNIQUE INDEX survey_sheet_by_key ON survey_sheet (source_key) WHERE source_key <> ''",
    "CREATE UNIQUE INDEX survey_sheet_by_replaced ON survey_sheet (replaces) WHERE replaces <> ''",
    # Findings by the sheet they come from, of which there are few among all events.
    "CREATE INDEX finding_event_by_survey ON finding_event (reference) WHERE source = 'survey'",
    "CREATE TRIGGER survey_sheet_is_kept BEFORE DELETE ON survey_sheet"
    " BEGIN SELECT raise(ABORT, 'a sheet is only ever added'); END",
    "CREATE TRIGGER survey_sheet_is_fixed BEFORE UPDATE ON survey_sheet"
    " BEGIN SELECT raise(ABORT, 'a sheet is only ever added'); END",
)

_VIEWS = (
    # Sheets that count: neither replaced nor taken back.
    """CREATE VIEW survey_answer AS
    SELECT id, day, site_name AS site, window_number AS window, channel, grade, reason,
        grade IN ('dissatisfied', 'very-dissatisfied') AS bad
    FROM survey_sheet AS sheet
    WHERE grade IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM survey_sheet AS later WHERE later.replaces = sheet.id)""",
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
        AND inspection.kind NOT IN ('patrol', 'recheck', 'voice')""",
)
